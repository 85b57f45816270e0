namespace OmniReel.Tests;

/// <summary>A search path with what the program needs, and without bubblewrap.</summary>
internal static class BarePath
{
    /// <summary>The variables for a program that is started; the links lie in a folder below.</summary>
    public static Dictionary<string, string?> WithoutBubblewrap(TempFolder folder)
    {
        Directory.CreateDirectory(folder["bin"]);
        foreach (var tool in (string[])["ffmpeg", "ffprobe", "prlimit", "setpriv", "nice", "dotnet"])
        {
            var found = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(f => Path.Combine(f, tool)).FirstOrDefault(File.Exists);
            if (found is not null)
                File.CreateSymbolicLink(folder["bin", tool], found);
        }

        return new Dictionary<string, string?> { ["PATH"] = folder["bin"] };
    }
}

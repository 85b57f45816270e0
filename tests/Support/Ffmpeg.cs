using System.Diagnostics;

namespace OmniReel.Testing;

/// <summary>Makes files for tests with ffmpeg, the same ones each time.</summary>
public static class Ffmpeg
{
    /// <summary>Runs it; the words stand as on a command line, separated by blanks. What may have blanks in it, and the file to make, come last.</summary>
    public static void Make(string words, params string[] paths)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-hide_banner", "-nostdin", "-v", "error", "-y", "-fflags", "+bitexact", "-threads", "1", .. words.Split(' '), .. paths[..^1], "-flags", "+bitexact", paths[^1]])
        {
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"ffmpeg {words}: {said}");
    }

    /// <summary>As <see cref="Make"/>, and reads what was made.</summary>
    public static byte[] Bytes(string words, params string[] paths)
    {
        Make(words, paths);
        return File.ReadAllBytes(paths[^1]);
    }
}

using System.Diagnostics;

namespace OmniReel.Testing;

/// <summary>Makes files for tests with ffmpeg, the same ones each time.</summary>
public static class Ffmpeg
{
    /// <summary>Runs it; the words stand as on a command line, separated by blanks. The last word may be a path.</summary>
    public static void Make(string words, params string[] paths)
    {
        var start = new ProcessStartInfo("ffmpeg", ["-hide_banner", "-nostdin", "-v", "error", "-y", "-fflags", "+bitexact", "-threads", "1", .. words.Split(' '), "-flags", "+bitexact", .. paths])
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
    public static byte[] Bytes(string words, string path)
    {
        Make(words, path);
        return File.ReadAllBytes(path);
    }
}

using System.Diagnostics;

namespace OmniReel.Media.Tests.Encoding;

/// <summary>What ffprobe and ffmpeg say of a film.</summary>
internal static class FinishedFilm
{
    /// <summary>What was asked for, one <c>name=value</c> a line.</summary>
    public static string[] Probe(params string[] words)
    {
        using var output = Run("ffprobe", ["-v", "error", "-of", "default=nw=1", .. words]);
        return new StreamReader(output).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Every frame as I420.</summary>
    /// <param name="pixels">Of one frame.</param>
    public static List<byte[]> Frames(string path, int pixels)
    {
        using var output = Run("ffmpeg", ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"]);
        var frames = new List<byte[]>();
        for (var left = output.Length; left >= pixels * 3 / 2; left -= pixels * 3 / 2)
        {
            var frame = new byte[pixels * 3 / 2];
            output.ReadExactly(frame);
            frames.Add(frame);
        }

        return frames;
    }

    private static MemoryStream Run(string program, IEnumerable<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true })!;
        var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
        output.Position = 0;
        return output;
    }
}

using System.Diagnostics;
using OmniReel.Benchmarks.Machines;

namespace OmniReel.Benchmarks.Render;

/// <summary>
/// A fixed piece of work that any machine with ffmpeg can repeat: encoding 121 frames 1280×720 of its <c>mandelbrot</c> source, raw
/// I420 in memory, x264 veryfast crf 20. Machines differ; a ratio to this does not.
/// </summary>
internal sealed class Yardstick : IDisposable
{
    private readonly string _raw = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"omnireel-yardstick-{Environment.ProcessId}.yuv");

    public Yardstick() =>
        Ffmpeg("-f", "lavfi", "-i", "mandelbrot=size=1280x720:rate=24", "-frames:v", "121", "-pix_fmt", "yuv420p", "-f", "rawvideo", _raw);

    /// <summary>CPU seconds, user and system.</summary>
    public double Measure()
    {
        var before = ProcessFigures.SecondsOfEndedChildren();
        Ffmpeg("-f", "rawvideo", "-pix_fmt", "yuv420p", "-video_size", "1280x720", "-framerate", "24", "-i", _raw,
            "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-f", "mp4", _raw + ".mp4");
        return ProcessFigures.SecondsOfEndedChildren() - before;
    }

    public void Dispose()
    {
        File.Delete(_raw);
        File.Delete(_raw + ".mp4");
    }

    private static void Ffmpeg(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. words]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"ffmpeg ended with exit code {process.ExitCode}");
    }
}

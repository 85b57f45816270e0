using System.Diagnostics;
using OmniReel.Benchmarks.Machines;

namespace OmniReel.Benchmarks.Render;

/// <summary>One film made by the published executable, from start to end: what a person waits for and pays.</summary>
internal sealed record FilmRun(double WallSeconds, double CpuSeconds, double PeakMegabytes)
{
    public static async Task<FilmRun> MeasureAsync(string program, string output, params string[] arguments)
    {
        var before = ProcessFigures.SecondsOfEndedChildren();
        var began = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo(program, ["generate", .. arguments, "-o", output]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var ended = process.WaitForExitAsync();
        var peaks = new Dictionary<int, double>();
        while (!ended.IsCompleted)
        {
            foreach (var pid in ProcessFigures.Children(process.Id).Prepend(process.Id))
                peaks[pid] = Math.Max(peaks.GetValueOrDefault(pid), ProcessFigures.PeakMegabytes(pid));
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System));
        }

        var wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"generate ended with exit code {process.ExitCode}: {string.Join(' ', await said)}");
        return new FilmRun(wall, ProcessFigures.SecondsOfEndedChildren() - before, peaks.Values.Sum());
    }
}

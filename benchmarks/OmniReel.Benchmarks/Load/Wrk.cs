using System.Diagnostics;
using System.Globalization;

namespace OmniReel.Benchmarks.Load;

/// <summary>What one drive of wrk came to.</summary>
internal sealed record WrkResult(double RequestsPerSecond, double P99Milliseconds, long Requests, long Refused);

/// <summary>Drives one address with wrk: one thread, 64 connections, a Lua script that prints one line of figures at the end.</summary>
internal static class Wrk
{
    public static async Task<WrkResult> DriveAsync(string url, string script, TimeSpan length, int connections = 64)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var word in (string[])["-t1", $"-c{connections}", $"-d{(int)length.TotalSeconds}s", "-s", script, url])
            start.ArgumentList.Add(word);
        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var figures = said.Split('\n').FirstOrDefault(l => l.StartsWith("FIGURES ", StringComparison.Ordinal))?.Split(' ')
            ?? throw new InvalidOperationException($"wrk did not finish: {said}");
        return new WrkResult(Number(figures[1]), Number(figures[2]), (long)Number(figures[3]), (long)Number(figures[4]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

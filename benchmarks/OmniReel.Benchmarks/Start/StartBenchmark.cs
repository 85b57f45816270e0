using OmniReel.Benchmarks.Load;
using OmniReel.Benchmarks.Machines;

namespace OmniReel.Benchmarks.Start;

/// <summary>How soon the published server answers, and how much memory it keeps.</summary>
internal sealed class StartBenchmark(BenchmarkRun run)
{
    private const int Repeats = 7;
    private const string Key = "benchmark-key-0123456789abcdef";

    public async Task<Report> MeasureAsync()
    {
        var ours = new List<double>();
        var bare = new List<double>();
        var data = run.Fresh("data");
        for (var i = 0; i <= Repeats; i++)
        {
            await using (var server = await RunningServer.StartAsync(run.Baseline, "/", [], "{url}"))
                bare.Add(server.FirstAnswer.TotalMilliseconds);
            await using (var server = await ServeAsync(data))
                ours.Add(server.FirstAnswer.TotalMilliseconds);
        }

        // The first start of each reads from the disk and makes the data folder.
        var (ourStart, bareStart) = (Median.Of(ours.Skip(1)), Median.Of(bare.Skip(1)));
        var report = new Report("Start and memory of the published executable");
        report.AtMost("process start to first 200 / an empty Kestrel published alike", ourStart / bareStart, 1.5, "×", $"{ourStart:0} ms / {bareStart:0} ms, medians of {Repeats}");

        await using (var idle = await ServeAsync(data))
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            report.AtMost("resident memory, idle", ProcessFigures.ResidentMegabytes(idle.ProcessId), 45, "MB");
        }

        await AfterRequestsAsync(report);
        return report;
    }

    private async Task AfterRequestsAsync(Report report)
    {
        // Nothing is drawn meanwhile: a film's memory is no request's.
        await using var server = await ServeAsync(run.Fresh("busy"), new KeyValuePair<string, string>("OMNIREEL_Tasks__Workers", "0"));
        var (sent, refused) = (0L, 0L);
        for (var drive = 1; sent < 100_000; drive++)
        {
            var driven = await Wrk.DriveAsync(server.Url, LuaScript.Mixed(run.Folder, "/v1/videos/omni-video", Key, $"mixed-{drive}-"), TimeSpan.FromSeconds(3));
            sent += driven.Requests;
            refused += driven.Refused;
        }

        report.AtMost("resident memory after 100,000 requests", ProcessFigures.ResidentMegabytes(server.ProcessId), 120, "MB",
            $"{sent:N0} by 64 connections: 4 in 10 creates, 4 GETs, 1 list, 1 quote");
        report.Add("answers that were not 2xx", $"{refused}", "0", refused == 0);
    }

    private Task<RunningServer> ServeAsync(string data, params IEnumerable<KeyValuePair<string, string>> more) =>
        RunningServer.StartAsync(run.OmniReel, "/readyz", [new("OMNIREEL_KEY", Key), .. more], "serve", "--urls", "{url}", "--data", data);
}

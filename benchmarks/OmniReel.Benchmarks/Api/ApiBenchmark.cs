using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OmniReel.Benchmarks.Load;
using OmniReel.Benchmarks.Machines;

namespace OmniReel.Benchmarks.Api;

/// <summary>Requests a second of the durable create and of reading one task, against a bare Kestrel in the same publish mode and load.</summary>
internal sealed class ApiBenchmark(BenchmarkRun run)
{
    private const string Path = "/v1/videos/omni-video";
    private const string Key = "benchmark-key-0123456789abcdef";
    private const int Repeats = 5;
    private const int PollerCount = 10_000;
    private static readonly TimeSpan Drive = TimeSpan.FromSeconds(4);

    public async Task<Report> MeasureAsync()
    {
        var report = new Report("Requests a second, against a bare Kestrel that parses the same JSON and echoes it");
        var data = run.Fresh("data");
        await using var bare = await RunningServer.StartAsync(run.Baseline, "/", [], "{url}");
        Figures small;
        await using (var ours = await ServeAsync(data))
        {
            small = await RatesAsync(ours, bare, "small-");
            ShowRates(report, small);
            await PollAsync(report, ours, await NewestAsync(ours, PollerCount), "the newest tasks");
        }

        await using (var drawing = await ServeAsync(run.Fresh("films"), workers: 2))
        {
            using var client = Client(drawing);
            await RepeatedFilm.ShowAsync(report, client, Path, run.Folder);
        }

        if (run.Long)
        {
            var store = FullStore.Fill(data, 1_000_000);
            await using var ours = await ServeAsync(data);
            var full = await RatesAsync(ours, bare, "full-", store);
            report.AtLeast("with 1,000,000 tasks: create / create before", full.CreateRatio / small.CreateRatio, 0.8, $"{full.Create:N0}/s");
            report.AtLeast("with 1,000,000 tasks: GET one that is in memory / GET before", full.ReadRatio / small.ReadRatio, 0.8, $"{full.Read:N0}/s; p99 {full.ReadP99:0.0} ms");
            report.AtLeast("with 1,000,000 tasks: GET one of all, hardly ever in memory, half by external_task_id / GET before",
                full.SpreadRatio / small.ReadRatio, 0.8, $"{full.Spread:N0}/s; p99 {full.SpreadP99:0.0} ms");
            report.Add("with 1,000,000 tasks: answers that were not 2xx", $"{full.Refused}", "0", full.Refused == 0);
            // Five polls each, and never the same task twice.
            await PollAsync(report, ours, [.. Enumerable.Range(0, 5 * PollerCount).Select(i => $"{Path}/{store.IdOf(1 + (i * 19))}")], "all of 1,000,000 tasks");
        }

        report.Note($"wrk -t1 -c64, {Drive.TotalSeconds:0} s each, medians of {Repeats} interleaved repeats; load and servers share the cores. Nothing is rendered meanwhile (Tasks:Workers=0), but before the repeats of a film.");
        return report;
    }

    private static void ShowRates(Report report, Figures figures)
    {
        // Whichever is the limit: the web server, or, where it is slow, the disk.
        var ofRaw = figures.Create / figures.RawCommit;
        report.Add("durable, validated POST / echo", $"{figures.CreateRatio:0.00} ({figures.Create:N0}/s / {figures.Echo:N0}/s; p99 {figures.CreateP99:0.0} ms)",
            "≥ 0.35, or the next ≥ 0.70", figures.CreateRatio >= 0.35 || ofRaw >= 0.7);
        report.Add("the same / raw group commit of the same rows", $"{ofRaw:0.00} (raw {figures.RawCommit:N0} rows/s)");
        report.AtLeast("GET one / echo", figures.ReadRatio, 0.6, $"{figures.Read:N0}/s; p99 {figures.ReadP99:0.0} ms");
        report.Add("fsync of the data folder's disk", $"{figures.Fsync:N0}/s");
        report.Add("answers that were not 2xx", $"{figures.Refused}", "0", figures.Refused == 0);
    }

    private static async Task PollAsync(Report report, RunningServer ours, IReadOnlyList<string> paths, string which)
    {
        var polled = await Pollers.RunAsync(ours.Port, paths, Key, PollerCount, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15));
        report.Add($"p99 of GET under {polled.Connected:N0} pollers of {which}, half by external_task_id, one poll every 3 s each",
            $"{polled.P99:0.0} ms (p50 {polled.P50:0.0} ms, longest {polled.Longest:0} ms; {polled.Answers:N0} answers)", "no failure", polled.Failures == 0);
    }

    /// <summary>The paths of the newest tasks, half of them by the caller's own id.</summary>
    private static async Task<List<string>> NewestAsync(RunningServer ours, int count)
    {
        const int page = 500;
        using var client = Client(ours);
        var paths = new List<string>(count);
        while (paths.Count < count)
        {
            var envelope = await client.GetFromJsonAsync<JsonElement>(new Uri($"{Path}?pageNum={1 + (paths.Count / page)}&pageSize={page}", UriKind.Relative));
            foreach (var task in envelope.GetProperty("data").EnumerateArray())
                paths.Add($"{Path}/{(paths.Count % 2 == 0 ? task.GetProperty("task_id") : task.GetProperty("task_info").GetProperty("external_task_id")).GetString()}");
            if (paths.Count % page != 0)
                throw new InvalidOperationException($"there are only {paths.Count} tasks to poll");
        }

        return paths;
    }

    private async Task<Figures> RatesAsync(RunningServer ours, RunningServer bare, string prefix, FullStore? store = null)
    {
        using var client = Client(ours);
        var paths = new List<string>();
        for (var i = 0; i < 100; i++)
            paths.Add($"{Path}/{await CreateOneAsync(client, prefix + "read-" + i)}");
        var read = LuaScript.Get(run.Folder, Key, paths);

        List<double> creates = [], reads = [], echoes = [], raws = [], spreads = [], createTails = [], readTails = [], spreadTails = [], fsyncs = [];
        var refused = 0L;
        for (var i = 0; i < Repeats; i++)
        {
            var echo = await Wrk.DriveAsync(bare.Url, LuaScript.Create(run.Folder, "/echo", Key, prefix + i + "-"), Drive);
            var create = await Wrk.DriveAsync(ours.Url, LuaScript.Create(run.Folder, Path, Key, prefix + i + "-"), Drive);
            var one = await Wrk.DriveAsync(ours.Url, read, Drive);
            echoes.Add(echo.RequestsPerSecond);
            creates.Add(create.RequestsPerSecond);
            createTails.Add(create.P99Milliseconds);
            reads.Add(one.RequestsPerSecond);
            readTails.Add(one.P99Milliseconds);
            refused += create.Refused + one.Refused + echo.Refused;
            if (store is not null)
            {
                var spread = await Wrk.DriveAsync(ours.Url, LuaScript.GetSpread(run.Folder, Path, Key, store), Drive);
                spreads.Add(spread.RequestsPerSecond);
                spreadTails.Add(spread.P99Milliseconds);
                refused += spread.Refused;
            }

            raws.Add(await RawGroupCommit.MeasureAsync(run.Folder, TimeSpan.FromSeconds(2)));
            fsyncs.Add(FsyncRate.Measure(run.Folder, TimeSpan.FromSeconds(0.5)));
        }

        return new Figures(Median.Of(creates), Median.Of(reads), Median.Of(echoes), Median.Of(raws), Median.Of(fsyncs), Median.Of(createTails), Median.Of(readTails), refused)
        {
            Spread = store is null ? 0 : Median.Of(spreads),
            SpreadP99 = store is null ? 0 : Median.Of(spreadTails),
        };
    }

    private Task<RunningServer> ServeAsync(string data, int workers = 0) => RunningServer.StartAsync(run.OmniReel, "/readyz",
        [new("OMNIREEL_KEY", Key), new("OMNIREEL_Tasks__Workers", $"{workers}")], "serve", "--urls", "{url}", "--data", data);

    private static HttpClient Client(RunningServer server)
    {
        var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        return client;
    }

    private static async Task<string> CreateOneAsync(HttpClient client, string externalId)
    {
        using var content = new StringContent(LuaScript.Body.Replace("%s", externalId, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(Path, UriKind.Relative), content);
        var envelope = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return envelope.GetProperty("data").GetProperty("task_id").GetString()!;
    }

    private sealed record Figures(double Create, double Read, double Echo, double RawCommit, double Fsync, double CreateP99, double ReadP99, long Refused)
    {
        public double CreateRatio => Create / Echo;

        public double ReadRatio => Read / Echo;

        /// <summary>Reads of tasks all over a full store.</summary>
        public double Spread { get; init; }

        public double SpreadP99 { get; init; }

        public double SpreadRatio => Spread / Echo;
    }
}

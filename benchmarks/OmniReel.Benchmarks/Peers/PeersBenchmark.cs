using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OmniReel.Benchmarks.Load;
using OmniReel.Benchmarks.Machines;

namespace OmniReel.Benchmarks.Peers;

/// <summary>
/// The server beside aimock, the emulator that people test such clients against today, and a bare Kestrel as the limit of both: the same load,
/// interleaved in one run. Ours checks every rule and has the task on disk before it answers; aimock matches a fixture and keeps it in memory.
/// </summary>
internal sealed class PeersBenchmark(BenchmarkRun run)
{
    private const string OurPath = "/v1/videos/omni-video";
    private const string PeerPath = "/v1/videos";
    private const string Key = "benchmark-key-0123456789abcdef";
    private const int Repeats = 5;
    private const int Starts = 7;
    private static readonly TimeSpan Drive = TimeSpan.FromSeconds(4);

    private string Peer => Path.Combine(run.Root, "benchmarks", "peers", "aimock");

    public async Task<Report> MeasureAsync()
    {
        var report = new Report("The API beside aimock, requests a second under the same load");
        await RatesAsync(report);
        await StartsAsync(report);
        report.Note($"aimock {Version()} on Node, its own command, one fixture, no log. wrk -t1 -c64, {Drive.TotalSeconds:0} s each, medians of {Repeats} interleaved repeats; load and servers share the cores.");
        report.Note("Ours: every rule checked, the task durable (fsync) before the answer, GET of one task out of a hundred; Tasks:Workers=0. aimock: a fixture matched by its text, in memory, GET of one video.");
        return report;
    }

    private async Task RatesAsync(Report report)
    {
        await using var bare = await RunningServer.StartAsync(run.Baseline, "/", [], "{url}");
        await using var ours = await ServeAsync(run.Fresh("data"));
        await using var peer = await PeerAsync();
        var our = LuaScript.Get(run.Folder, Key, await OurTasksAsync(ours), "get-ours.lua");
        var theirs = LuaScript.Get(run.Folder, Key, [$"{PeerPath}/{(await CreateAsync(peer, PeerPath, "peer")).GetProperty("id").GetString()}"], "get-peer.lua");

        List<double> echoes = [], creates = [], reads = [], peerCreates = [], peerReads = [];
        var refused = 0L;
        for (var i = 0; i < Repeats; i++)
        {
            await DriveAsync(bare, LuaScript.Create(run.Folder, "/echo", Key, $"echo-{i}-"), echoes);
            await DriveAsync(peer, LuaScript.Create(run.Folder, PeerPath, Key, $"peer-{i}-"), peerCreates);
            await DriveAsync(ours, LuaScript.Create(run.Folder, OurPath, Key, $"ours-{i}-"), creates);
            await DriveAsync(peer, theirs, peerReads);
            await DriveAsync(ours, our, reads);
        }

        var (create, read, peerCreate, peerRead, echo) = (Median.Of(creates), Median.Of(reads), Median.Of(peerCreates), Median.Of(peerReads), Median.Of(echoes));
        report.AtLeast("durable create / aimock's create in memory", create / peerCreate, 2.5, $"{create:N0}/s, {peerCreate:N0}/s");
        report.AtLeast("GET one / aimock's GET one", read / peerRead, 4, $"{read:N0}/s, {peerRead:N0}/s");
        report.Add("the limit, a bare Kestrel that echoes", $"{echo:N0}/s");
        report.Add("create / limit: ours, aimock's", $"{create / echo:0.00}, {peerCreate / echo:0.00}");
        report.Add("answers that were not 2xx", $"{refused}", "0", refused == 0);

        async Task DriveAsync(RunningServer server, string script, List<double> rates)
        {
            var driven = await Wrk.DriveAsync(server.Url, script, Drive);
            rates.Add(driven.RequestsPerSecond);
            refused += driven.Refused;
        }
    }

    private async Task StartsAsync(Report report)
    {
        var (ours, peers) = (new List<double>(), new List<double>());
        var data = run.Fresh("data");
        for (var i = 0; i <= Starts; i++)
        {
            await using (var server = await ServeAsync(data))
                ours.Add(server.FirstAnswer.TotalMilliseconds);
            await using (var server = await PeerAsync())
                peers.Add(server.FirstAnswer.TotalMilliseconds);
        }

        // The first start of each reads from the disk and makes the data folder.
        var (our, peer) = (Median.Of(ours.Skip(1)), Median.Of(peers.Skip(1)));
        report.AtMost("process start to first 200 / aimock's", our / peer, 0.4, "×", $"{our:0} ms / {peer:0} ms, medians of {Starts}");

        await using var idle = await ServeAsync(data);
        await using var idlePeer = await PeerAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        report.AtMost("resident memory, idle / aimock's", ProcessFigures.ResidentMegabytes(idle.ProcessId) / ProcessFigures.ResidentMegabytes(idlePeer.ProcessId), 1, "×",
            $"{ProcessFigures.ResidentMegabytes(idle.ProcessId):0} MB / {ProcessFigures.ResidentMegabytes(idlePeer.ProcessId):0} MB");
    }

    private Task<RunningServer> ServeAsync(string data) => RunningServer.StartAsync(run.OmniReel, "/readyz",
        [new("OMNIREEL_KEY", Key), new("OMNIREEL_Tasks__Workers", "0")], "serve", "--urls", "{url}", "--data", data);

    // What its own command line starts, without the shell that npx puts before it.
    private Task<RunningServer> PeerAsync() => RunningServer.StartAsync("node", "/health", [],
        Path.Combine(Peer, "node_modules/@copilotkit/aimock/dist/cli.js"), "-p", "{port}", "-f", Path.Combine(Peer, "films.json"), "--log-level", "silent");

    private string Version()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Peer, "node_modules/@copilotkit/aimock/package.json")));
        return manifest.RootElement.GetProperty("version").GetString()!;
    }

    private static async Task<List<string>> OurTasksAsync(RunningServer ours)
    {
        var paths = new List<string>();
        for (var i = 0; i < 100; i++)
            paths.Add($"{OurPath}/{(await CreateAsync(ours, OurPath, "read-" + i)).GetProperty("data").GetProperty("task_id").GetString()}");
        return paths;
    }

    private static async Task<JsonElement> CreateAsync(RunningServer server, string path, string externalId)
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        using var body = new StringContent(LuaScript.Body.Replace("%s", externalId, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

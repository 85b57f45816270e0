using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tests.Callbacks.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Callbacks;

/// <summary>
/// What is owed to receivers is neither lost nor held up by others: a server delivers at a steady pace while a third of its receivers
/// fail, hang, redirect, trickle or hang up, and is killed with signal 9 again and again. Then the bad ones become good.
/// </summary>
public sealed class CallbackCrashTests
{
    private const int Healthy = 20;
    private const int Bad = 10;
    private const int Trap = Healthy + Bad;
    private const int Control = Trap + 1;
    private const string Secret = "whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=";

    private readonly ConcurrentDictionary<string, Tale> _tales = new();
    private readonly List<DateTimeOffset> _ready = [];
    private readonly SigningSecret _secret = SigningSecret.Parse(Secret);
    private int _forged;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Under_kills_and_bad_receivers_nothing_is_lost_and_the_healthy_are_not_held_up()
    {
        var (events, kills, perSecond) = (Checkout.Count(2_400, 100_000), Checkout.Count(4, 20), Checkout.Count(300, 600));
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("data"));
        await using var receivers = await Receivers.StartAsync([.. Enumerable.Repeat(Manners.Good, Healthy), .. Enumerable.Range(0, Bad).Select(BadManner), Manners.Good, Manners.Good]);
        receivers.Keeps = false;
        receivers.Heard = Hear;
        // Bad manners may need to know where the trap is.
        for (var i = 0; i < Bad; i++)
        {
            if (i % 5 == 2) receivers.Change(Healthy + i, Manners.Redirects(receivers.Url(Trap)));
        }

        var urls = Enumerable.Range(0, Trap).Select(receivers.Url).ToArray();
        var random = new Random(20261123);
        var ended = new List<long>();
        // Each third task has two events, of which the first is left out where the second overtakes it.
        var tasks = events * 85 / 100 / (kills + 1);
        await using var control = new ControlPosts(receivers.Url(Control));
        for (var life = 0; life <= kills; life++)
            ended.AddRange(await LiveAsync(folder.File("data"), perSecond, 2 * tasks, random.Next(tasks, tasks * 5 / 4), urls));

        var lags = Lags(ended, receivers);
        var p99 = lags[lags.Count * 99 / 100];
        var machine = await control.StopAsync();
        Console.WriteLine($"callbacks: {ended.Count} ends acknowledged in {kills + 1} lives at {perSecond} a second; healthy receivers' lag p50 {lags[lags.Count / 2]} ms, p99 {p99} ms, most {lags[^1]} ms (of {lags.Count}); plain posts of this process beside it, p99 {machine} ms");
        for (var i = Healthy; i < Trap; i++) receivers.Change(i, Manners.Good);
        await DeliverRestAsync(folder.File("data"), urls);

        var lost = ended.Where(id => !_tales.ContainsKey(DeliveryId.Of(id, 2))).ToList();
        var attempts = _tales.Values.Sum(tale => tale.Times);
        var twice = _tales.Values.Where(tale => tale.Receiver < Healthy).Sum(tale => tale.Times - 1);
        Console.WriteLine($"callbacks: {kills + 1} kills, {Bad} of {Trap} receivers bad until then; {_tales.Count} events received in {attempts} attempts, {lost.Count} lost; "
            + $"{twice} came twice to healthy receivers, with the same id and bytes");
        _tales.Count.ShouldBeGreaterThanOrEqualTo(ended.Count);
        lost.ShouldBeEmpty();
        _tales.Values.ShouldAllBe(tale => tale.Bodies.Count == 1);
        _forged.ShouldBe(0);
        _tales.Values.ShouldAllBe(tale => tale.Receiver != Trap);
        // Of the short form one second in which the machine stands still is more than a hundredth; a lane that is held up moves the median.
        (Checkout.LongCounts ? p99 : lags[lags.Count / 2]).ShouldBeLessThan(2000);
    }

    private static Manner BadManner(int i) => (i % 5) switch
    {
        0 => Manners.Says(500),
        1 => Manners.Hangs,
        2 => Manners.Good,
        3 => Manners.Trickles,
        _ => Manners.HangsUp,
    };

    private void Hear(Received received)
    {
        if (received.Receiver == Control) return;
        if (received.Signature != _secret.Sign(received.Id, long.Parse(received.Timestamp, CultureInfo.InvariantCulture), received.Body)) Interlocked.Increment(ref _forged);
        var tale = _tales.GetOrAdd(received.Id, static (_, first) => new Tale(first.Receiver, first.At, JsonDocument.Parse(first.Body).RootElement.GetProperty("updated_at").GetInt64()), received);
        lock (tale)
        {
            tale.Times++;
            tale.Bodies.Add(Convert.ToHexString(SHA256.HashData(received.Body)));
        }
    }

    /// <summary>
    /// Of what came to healthy receivers: milliseconds from the change of the task, or from when the server that delivered it had started,
    /// to its first arrival. How long a killed server stays away is not the server's to decide.
    /// </summary>
    private List<long> Lags(List<long> ended, Receivers receivers)
    {
        var lags = _tales.Values.Where(tale => tale.Receiver < Healthy).Select(Lag).Order().ToList();
        lags.Count.ShouldBeGreaterThan(ended.Count / 2, $"events at {receivers.Url(0)} and the other healthy ones");
        return lags;
    }

    private long Lag(Tale tale)
    {
        var ready = _ready.Where(at => at <= tale.At).Select(at => at.ToUnixTimeMilliseconds()).DefaultIfEmpty(0).Max();
        return Math.Max(0, tale.At.ToUnixTimeMilliseconds() - Math.Max(ready, tale.ChangedAt));
    }

    /// <summary>One life of the server: the tasks that it said have ended. It is killed after so many of them.</summary>
    private async Task<List<long>> LiveAsync(string data, int perSecond, int most, int killAfter, string[] urls)
    {
        using var server = Start(data, perSecond, most, urls);
        var ended = new List<long>();
        while (await server.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line == "ready.") _ready.Add(TimeProvider.System.GetUtcNow());
            // A line that the kill cut short has no full stop, and is no acknowledgement.
            if (line.EndsWith('.') && long.TryParse(line.AsSpan(0, line.Length - 1), out var id)) ended.Add(id);
            if (ended.Count >= killAfter && !server.HasExited) server.Kill();
        }

        await server.WaitForExitAsync(Stop);
        server.ExitCode.ShouldBe(128 + 9);
        ended.Count.ShouldBeGreaterThanOrEqualTo(killAfter);
        return ended;
    }

    private static async Task DeliverRestAsync(string data, string[] urls)
    {
        using var server = Start(data, 0, 0, urls);
        using var reader = SqliteFile.OpenReader(Path.Combine(data, "omnireel.db"));
        var patience = TimeProvider.System.GetTimestamp();
        (await server.StandardOutput.ReadLineAsync(Stop)).ShouldBe("ready.");

        // Asked of an index, and seldom: a reader that is always there keeps the store from ever folding its log.
        while (reader.Ask("SELECT count(*) FROM deliveries INDEXED BY deliveries_waiting WHERE state = 0") is var left && left != "0")
        {
            TimeProvider.System.GetElapsedTime(patience).ShouldBeLessThan(TimeSpan.FromSeconds(Checkout.Count(180, 300)), $"{left} are still not delivered");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Stop);
        }

        reader.Ask("SELECT count(*) FROM deliveries WHERE state NOT IN (1, 3)").ShouldBe("0");
        server.Kill();
        await server.WaitForExitAsync(Stop);
        reader.Ask("PRAGMA integrity_check").ShouldBe("ok");
        reader.Ask("SELECT count(*) FROM tasks t WHERE status IN (2, 3, 4) AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.task_id = t.id AND d.sequence = 2 AND d.state = 1)").ShouldBe("0");
    }

    private static Process Start(string data, int perSecond, int most, string[] urls)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "OmniReel.StoreCrasher.dll"), "callbacks", data, $"{perSecond}", $"{most}", Secret, .. urls];
        return Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
    }

    private sealed class Tale(int receiver, DateTimeOffset at, long changedAt)
    {
        public int Receiver => receiver;

        public DateTimeOffset At => at;

        public long ChangedAt => changedAt;

        public int Times { get; set; }

        public HashSet<string> Bodies { get; } = [];
    }
}

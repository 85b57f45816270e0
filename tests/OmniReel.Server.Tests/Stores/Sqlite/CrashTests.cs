using System.Diagnostics;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Stores.Sqlite;

/// <summary>A process that accepts tasks is killed at random moments; what it had acknowledged must be there, once.</summary>
public sealed class CrashTests
{
    private const int Producers = 16;

    [Fact]
    public async Task Kill_9_loses_no_acknowledged_task_and_duplicates_none()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("t.db");
        var random = new Random(20261123);
        var kills = Checkout.Count(5, 50);
        var acknowledged = new Dictionary<string, long>();
        for (var kill = 0; kill < kills; kill++)
            await RunAndKillAsync(path, $"r{kill}", random.Next(20, 600), acknowledged);

        await using var store = SqliteTaskStore.Open(path, new SqliteOptions(), TimeProvider.System, new TaskSignals(), new StoreHealth());
        using var reader = SqliteFile.OpenReader(path);
        reader.Ask("PRAGMA integrity_check").ShouldBe("ok");
        var stored = new Dictionary<string, long>();
        for (var skip = 0; await store.ListAsync("a", skip, 500, TestContext.Current.CancellationToken) is { Count: > 0 } page; skip += page.Count)
        {
            foreach (var task in page)
                stored.Add(task.ExternalTaskId!, task.Id);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {acknowledged.Count} acknowledged, {stored.Count} stored");
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(kills * 20);
        acknowledged.ShouldAllBe(a => stored.ContainsKey(a.Key) && stored[a.Key] == a.Value);

        // Beyond those, only what was on its way to its producer when the process died.
        (stored.Count - acknowledged.Count).ShouldBeInRange(0, kills * Producers);
        reader.Ask("SELECT count(*) FROM bodies").ShouldBe($"{stored.Count}");
        reader.Ask("SELECT count(*) FROM idempotency").ShouldBe($"{stored.Count}");
    }

    private static async Task RunAndKillAsync(string path, string run, int after, Dictionary<string, long> acknowledged)
    {
        var crasher = Path.Combine(AppContext.BaseDirectory, "OmniReel.StoreCrasher.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { crasher, path, run, $"{Producers}" },
            RedirectStandardOutput = true,
        })!;
        var read = 0;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            // A line that the kill cut short has no full stop, and is no acknowledgement.
            if (line.EndsWith('.') && line[..^1].Split(' ') is [var id, var name])
                acknowledged[name] = long.Parse(id);
            if (++read == after)
                process.Kill();
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldNotBe(0);
        read.ShouldBeGreaterThanOrEqualTo(after);
    }
}

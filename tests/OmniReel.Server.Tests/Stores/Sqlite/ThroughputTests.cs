using System.Diagnostics;
using System.Text.Json;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;
using OmniReel.Testing;

/// <summary>What the store costs over the bare loop that SQLite allows: the same rows, one thread, 64 to a commit, on the same disk.</summary>
public sealed class ThroughputTests
{
    private const int Producers = 64;

    [Fact]
    public async Task Producers_that_wait_together_share_commits()
    {
        using var folder = new TemporaryFolder();
        var rows = Checkout.Count(2_000, 100_000);
        var bare = Bare(folder.File("bare.db"), rows);
        var (store, commits) = await StoreAsync(folder.File("store.db"), rows);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"accepts/s: {store:F0} through the store ({Producers} producers, {rows / (double)commits:F1} rows a commit), {bare:F0} bare; ratio {store / bare:F2}");

        // Times are the benchmark's to judge; on any machine, however busy, producers that wait together must share commits.
        (rows / (double)commits).ShouldBeGreaterThan(2);
    }

    private static double Bare(string path, int rows)
    {
        using var database = SqliteFile.OpenWriter(path);
        var writes = new AcceptWrites(database);
        var facts = JsonSerializer.SerializeToUtf8Bytes(Sample.Facts(), TaskJson.Default.TaskFacts);
        var begin = database.Prepare("BEGIN IMMEDIATE");
        var commit = database.Prepare("COMMIT");
        var tasks = Enumerable.Range(1, rows).Select(n => Sample.New(Sample.Id(n))).ToList();
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < rows; n++)
        {
            if (n % Producers == 0)
                begin.Run();
            writes.Accept(tasks[n], facts, new ChangeSet());
            if (n % Producers == Producers - 1 || n == rows - 1)
                commit.Run();
        }

        return rows / clock.Elapsed.TotalSeconds;
    }

    private static async Task<(double PerSecond, long Commits)> StoreAsync(string path, int rows)
    {
        await using var store = SqliteTaskStore.Open(path, new SqliteOptions(), TimeProvider.System, new TaskSignals(), new StoreHealth());
        var tasks = Enumerable.Range(1, rows).Select(n => Sample.New(Sample.Id(n))).ToList();
        var next = -1;
        var before = store.Commits;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var n && n < rows)
                await store.AcceptAsync(tasks[n], CancellationToken.None);
        })));
        return (rows / clock.Elapsed.TotalSeconds, store.Commits - before);
    }
}

using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores.Sqlite;

public sealed class SnapshotCacheTests
{
    [Fact]
    public void What_a_reader_read_before_a_write_is_not_kept_after_it_even_when_the_write_was_evicted()
    {
        var cache = new SnapshotCache(16);
        var old = Sample.Queued(1);
        cache.Find(old.Id, out var stamp).ShouldBeNull();
        cache.Put(old with { Version = 2048 });
        for (var n = 2; n < 500; n++)
            cache.Put(Sample.Queued(n));
        cache.Find(old.Id, out _).ShouldBeNull();
        cache.Offer(old, stamp);
        cache.Find(old.Id, out _).ShouldBeNull();
    }

    [Fact]
    public void A_reader_that_learns_the_id_from_the_row_is_held_to_the_same()
    {
        var cache = new SnapshotCache(1600);
        var old = Sample.Queued(1);
        var stamps = cache.Stamps();
        cache.Offer(old, stamps);
        cache.Find(old.Id, out _).ShouldBe(old);
        cache.Put(old with { Version = 2048 });
        cache.Offer(old, stamps);
        cache.Find(old.Id, out _)!.Version.ShouldBe(2048);
    }

    [Fact]
    public void Memory_is_bounded_and_what_is_read_stays_longer()
    {
        var cache = new SnapshotCache(1600);
        var kept = 0;
        for (var n = 1; n <= 20_000; n++)
        {
            cache.Put(Sample.Queued(n));
            if (cache.Find(Sample.Id(1), out _) is not null)
                kept = n;
        }

        cache.Count.ShouldBeLessThanOrEqualTo(1600);
        kept.ShouldBe(20_000);
    }

    [Fact]
    public void Long_snapshots_take_the_room_of_many()
    {
        var cache = new SnapshotCache(1600);
        for (var n = 1; n <= 2_000; n++)
            cache.Put(Sample.Queued(n));
        var full = cache.Count;
        for (var n = 1; n <= 2_000; n++)
            cache.Put(Sample.Queued(n) with { StatusMessage = new string('x', 12_800) });
        full.ShouldBeInRange(1500, 1600);
        cache.Count.ShouldBeInRange(16, 64);
    }

    /// <summary>No reader ever sees a task older than what the writer had acknowledged before the read began.</summary>
    [Fact]
    public async Task Reads_never_go_behind_an_acknowledged_write()
    {
        using var folder = new TemporaryFolder();
        await using var store = SqliteTaskStore.Open(
            folder.File("t.db"), new SqliteOptions { CachedTasks = 16 }, TimeProvider.System, new TaskSignals(), new StoreHealth());
        var stop = TestContext.Current.CancellationToken;
        const int tasks = 40;
        var acknowledged = new long[tasks + 1];
        for (var n = 1; n <= tasks; n++)
            await store.AcceptAsync(Sample.New(Sample.Id(n), external: $"mine-{n}"), stop);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(reader => Task.Run(
            async () =>
            {
                var random = new Random(reader);
                var reads = 0;
                for (; !done.IsCancellationRequested; reads++)
                {
                    var n = random.Next(1, tasks + 1);
                    var floor = Volatile.Read(ref acknowledged[n]);
                    (await store.FindAsync("a", reads % 2 == 0 ? $"{Sample.Id(n)}" : $"mine-{n}", stop)).ShouldNotBeNull().Version.ShouldBeGreaterThanOrEqualTo(floor);
                }

                return reads;
            },
            stop)).ToList();
        for (var round = 0; round < 5; round++)
        {
            foreach (var leased in await store.LeaseAsync("n", tasks, TimeSpan.FromSeconds(30), stop))
            {
                Volatile.Write(ref acknowledged[leased.Task.Id - Sample.Id(0)], leased.Task.Version);
                await store.ReleaseAsync(leased.Lease, stop);
                Volatile.Write(ref acknowledged[leased.Task.Id - Sample.Id(0)], leased.Task.Version + VideoTask.VersionsPerWrite);
            }
        }

        await done.CancelAsync();
        (await Task.WhenAll(readers)).Sum().ShouldBeGreaterThan(100);
    }
}

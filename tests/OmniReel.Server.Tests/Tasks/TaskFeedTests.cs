using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

public sealed class TaskFeedTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TaskSignals _signals = new();
    private SqliteTaskStore _store = null!;
    private LiveProgress _progress = null!;
    private TaskFeed _feed = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _store = SqliteTaskStore.Open(_folder.File("t.db"), new SqliteOptions(), _clock, _signals, new StoreHealth());
        _progress = new LiveProgress(_signals, _clock);
        _feed = new TaskFeed(_store, _signals, _progress);
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Who_has_seen_nothing_is_answered_at_once_and_nobody_waits_for_what_is_not_there()
    {
        await _store.AcceptAsync(Sample.New(Sample.Id(1)), Stop);
        (await _feed.NextAsync("a", Sample.Id(1), 0, Stop)).ShouldNotBeNull().Status.ShouldBe(VideoTaskStatus.Queued);
        (await _feed.NextAsync("a", Sample.Id(2), 0, Stop)).ShouldBeNull();
        await _store.AcceptAsync(Sample.New(Sample.Id(3), external: $"{Sample.Id(2)}"), Stop);
        (await _feed.NextAsync("a", Sample.Id(2), 0, Stop)).ShouldBeNull("an external id of the same digits is another task");
        (await _feed.NextAsync("b", Sample.Id(1), 0, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Progress_wakes_a_waiter()
    {
        await _store.AcceptAsync(Sample.New(Sample.Id(1)), Stop);
        var leased = (await _store.LeaseAsync("n", 1, TimeSpan.FromSeconds(30), Stop))[0];
        using var account = _progress.Begin(leased.Task);
        var next = _feed.NextAsync("a", Sample.Id(1), leased.Task.Version, Stop);
        _clock.Advance(TimeSpan.FromSeconds(1));
        account.Report(37);
        (await next).ShouldNotBeNull().Progress.ShouldBe(37);
    }

    [Fact]
    public async Task Who_waits_for_the_end_is_woken_by_it_alone()
    {
        await _store.AcceptAsync(Sample.New(Sample.Id(1)), Stop);
        var looks = 0;
        var feed = new TaskFeed(new StoreWrap(_store) { OnFind = () => looks++ }, _signals, _progress);
        var end = feed.EndAsync("a", Sample.Id(1), Stop);
        var change = _feed.NextAsync("a", Sample.Id(1), VideoTask.VersionsPerWrite, Stop);
        var leased = (await _store.LeaseAsync("n", 1, TimeSpan.FromSeconds(30), Stop))[0];
        (await change).ShouldNotBeNull().Status.ShouldBe(VideoTaskStatus.Running);
        using var account = _progress.Begin(leased.Task);
        for (var percent = 1; percent <= 50; percent++)
        {
            var step = _feed.NextAsync("a", Sample.Id(1), _progress.Overlay(leased.Task).Version, Stop);
            _clock.Advance(TimeSpan.FromSeconds(1));
            account.Report(percent);
            await step;
        }

        looks.ShouldBe(1);
        end.IsCompleted.ShouldBeFalse();
        await _store.SucceedAsync(leased.Lease, Sample.Result, Stop);
        (await end).ShouldNotBeNull().Status.ShouldBe(VideoTaskStatus.Succeeded);
        looks.ShouldBe(2);
        _signals.Watched.ShouldBe(0);
        (await feed.EndAsync("a", Sample.Id(1), Stop)).ShouldNotBeNull("it has ended already");
        (await feed.EndAsync("b", Sample.Id(1), Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_waiter_that_gives_up_leaves_nothing_behind()
    {
        await _store.AcceptAsync(Sample.New(Sample.Id(1)), Stop);
        using var patience = new CancellationTokenSource();
        var next = _feed.NextAsync("a", Sample.Id(1), long.MaxValue, patience.Token);
        _signals.Watched.ShouldBe(1);
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(next);
        _signals.Watched.ShouldBe(0);
    }

    [Fact]
    public async Task Thousands_of_waiters_follow_their_tasks_to_the_end_and_miss_nothing()
    {
        const int tasks = 40;
        const int waitersEach = 100;
        for (var n = 1; n <= tasks; n++)
            await _store.AcceptAsync(Sample.New(Sample.Id(n)), Stop);
        var waiters = Enumerable.Range(0, tasks * waitersEach).Select(w => FollowAsync(Sample.Id(w % tasks + 1))).ToList();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => WorkAsync($"n{worker}"), Stop)));
        var statuses = await Task.WhenAll(waiters);
        statuses.ShouldAllBe(s => s == VideoTaskStatus.Succeeded);
        _signals.Watched.ShouldBe(0);

        async Task<VideoTaskStatus> FollowAsync(long id)
        {
            var seen = 0L;
            while (true)
            {
                var task = (await _feed.NextAsync("a", id, seen, Stop)).ShouldNotBeNull();
                task.Version.ShouldBeGreaterThan(seen);
                if (task.IsTerminal)
                    return task.Status;
                seen = task.Version;
            }
        }

        async Task WorkAsync(string node)
        {
            while (await _store.LeaseAsync(node, 3, TimeSpan.FromSeconds(30), Stop) is { Count: > 0 } leased)
            {
                foreach (var one in leased)
                    (await _store.SucceedAsync(one.Lease, Sample.Result, Stop)).ShouldBeTrue();
            }
        }
    }
}

using System.Globalization;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Engines.Submits;

/// <summary>What people decide about paid submits, over the embedded store.</summary>
public sealed class SubmitSettlingTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan s_ttl = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private SqliteStorage _storage = null!;
    private SqliteTaskStore _tasks = null!;
    private SqliteSubmitStore _submits = null!;
    private TaskIds _ids = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _storage = SqliteStorage.Open(_folder.File("tasks.db"), new SqliteOptions(), _clock, new StoreHealth());
        (_tasks, _submits) = (new SqliteTaskStore(_storage, new TaskSignals()), new SqliteSubmitStore(_storage));
        _ids = new TaskIds(_clock, 0);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _tasks.DisposeAsync();
        await _storage.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_resubmit_is_a_new_task_of_the_same_request_and_the_old_one_stays_failed()
    {
        var submit = await AbandonedAsync(1);
        var settled = (await SettleAsync(submit, new SettleWish.Resubmit())).ShouldBeOfType<SettleOutcome.Settled>();
        var task = await TaskAsync(settled.Task!.Id);
        (task.Facts with { IgnoredFields = [] }).ShouldBe(Facts() with { Engine = "kling", IgnoredFields = [] });
        task.Facts.IgnoredFields.ShouldBe(Facts().IgnoredFields);
        (task.ExternalTaskId, task.Status, task.Tenant).ShouldBe((null, VideoTaskStatus.Queued, "a"));
        (await _tasks.ReadBodyAsync(task, Stop)).ToArray().ShouldBe((await _tasks.ReadBodyAsync(await TaskAsync(submit.TaskId), Stop)).ToArray());
        (await TaskAsync(submit.TaskId)).Status.ShouldBe(VideoTaskStatus.Failed);
        settled.Submit.State.ShouldBe(SubmitState.Settled);
        settled.Submit.Note.ShouldBe($"No clear answer. Resubmitted by ann: task {task.Id}.");
    }

    [Fact]
    public async Task An_orphan_is_adopted_by_its_own_id_and_its_new_task_may_have_the_film()
    {
        var submit = await OrphanedAsync(1, "up-1");
        var settled = (await SettleAsync(submit, new SettleWish.Adopt(null))).ShouldBeOfType<SettleOutcome.Settled>();
        (settled.Task!.Facts.Adopts, settled.Task.Facts.Engine).ShouldBe(("up-1", "kling"));
        settled.Submit.Note.ShouldEndWith($"Adopted as up-1 by ann: task {settled.Task.Id}.");

        // What the protocol then writes: the old submit has named the film, and the new one owns it.
        var lease = (await _tasks.LeaseAsync("n1", 1, s_ttl, Stop)).ShouldHaveSingleItem().Lease;
        lease.TaskId.ShouldBe(settled.Task.Id);
        var again = await IntendAsync(lease);
        (await _submits.RecordAsync(again.Id, SubmitEvent.Accept, new SubmitNews("up-1"), Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unknown_one_is_adopted_by_the_id_that_is_given_and_a_sweep_then_knows_the_film()
    {
        var submit = await AbandonedAsync(1);
        (await SettleAsync(submit, new SettleWish.Adopt(null))).ShouldBeOfType<SettleOutcome.NoUpstreamId>();
        var settled = (await SettleAsync(submit, new SettleWish.Adopt("up-7"))).ShouldBeOfType<SettleOutcome.Settled>();
        settled.Task!.Facts.Adopts.ShouldBe("up-7");
        (await _submits.FindAsync("kling", "up-7", Stop)).ShouldHaveSingleItem().Id.ShouldBe(submit.Id);
    }

    [Fact]
    public async Task What_is_written_off_makes_no_task_and_is_over()
    {
        var submit = await AbandonedAsync(1);
        var settled = (await SettleAsync(submit, new SettleWish.WriteOff())).ShouldBeOfType<SettleOutcome.Settled>();
        (settled.Task, settled.Submit.State, settled.Submit.Note).ShouldBe((null, SubmitState.Settled, "No clear answer. Written off by ann."));
        foreach (var wish in (SettleWish[])[new SettleWish.WriteOff(), new SettleWish.Resubmit(), new SettleWish.Adopt("up")])
            (await SettleAsync(submit, wish)).ShouldBeOfType<SettleOutcome.NotOpen>().Submit.State.ShouldBe(SubmitState.Settled);
        (await TasksAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_between_the_new_task_and_the_settlement_makes_one_task(bool isWrittenOffThen)
    {
        var submit = await AbandonedAsync(1);
        await Should.ThrowAsync<PowerCut>(async () => await Settling(new Dying(_submits)).SettleAsync("a", submit.Id, new SettleWish.Resubmit(), "ann"));
        (await _submits.FindAsync(submit.Id, Stop))!.State.ShouldBe(SubmitState.Abandoned);
        var made = (await TasksAsync()).Where(task => task.Id != submit.TaskId).ShouldHaveSingleItem();

        // Whoever asks next, and for whatever: the film is being made again, and the book says so.
        var outcome = await SettleAsync(submit, isWrittenOffThen ? new SettleWish.WriteOff() : new SettleWish.Resubmit());
        var now = (await _submits.FindAsync(submit.Id, Stop))!;
        (now.State, now.Note).ShouldBe((SubmitState.Settled, $"No clear answer. Resubmitted by ann: task {made.Id}."));
        if (isWrittenOffThen) outcome.ShouldBeOfType<SettleOutcome.NotOpen>();
        else outcome.ShouldBeOfType<SettleOutcome.Settled>().Task!.Id.ShouldBe(made.Id);
        (await TasksAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Many_people_at_once_make_one_task()
    {
        var submit = await AbandonedAsync(1);
        var wishes = Enumerable.Range(0, 24).Select(n => (SettleWish)(n % 3 == 0 ? new SettleWish.Adopt("up-7") : new SettleWish.Resubmit())).ToList();
        var outcomes = await Task.WhenAll(wishes.Select(wish => Task.Run(() => SettleAsync(submit, wish), Stop)));
        var task = (await TasksAsync()).Where(one => one.Id != submit.TaskId).ShouldHaveSingleItem();
        foreach (var (wish, outcome) in wishes.Zip(outcomes))
        {
            // Those who wanted what is done are told so, and the others that it was decided otherwise.
            if (wish is SettleWish.Adopt == task.Facts.Adopts is not null) outcome.ShouldBeOfType<SettleOutcome.Settled>().Task!.Id.ShouldBe(task.Id);
            else outcome.ShouldBeOfType<SettleOutcome.NotOpen>();
        }

        (await _submits.FindAsync(submit.Id, Stop))!.State.ShouldBe(SubmitState.Settled);
    }

    [Fact]
    public async Task A_film_that_another_task_has_is_not_adopted()
    {
        var (lease, owner) = await SentAsync(1);
        await RecordAsync(owner, SubmitEvent.Accept, new SubmitNews("up-1"));
        var submit = await AbandonedAsync(2);
        (await SettleAsync(submit, new SettleWish.Adopt("up-1"))).ShouldBeOfType<SettleOutcome.FilmIsTaken>().By.TaskId.ShouldBe(lease.TaskId);
        (await _tasks.SucceedAsync(lease, Sample.Result, Stop)).ShouldBeTrue();
        (await SettleAsync(submit, new SettleWish.Adopt("up-1"))).ShouldBeOfType<SettleOutcome.FilmIsTaken>();
        (await _submits.FindAsync(submit.Id, Stop))!.State.ShouldBe(SubmitState.Abandoned);
        (await TasksAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_upstream_shows_after_a_decision_is_decided_about_anew()
    {
        var submit = await AbandonedAsync(1);
        var first = (await SettleAsync(submit, new SettleWish.Resubmit())).ShouldBeOfType<SettleOutcome.Settled>();
        await RecordAsync(submit, SubmitEvent.Orphan, new SubmitNews("up-1"));
        var second = (await SettleAsync(submit, new SettleWish.Adopt(null))).ShouldBeOfType<SettleOutcome.Settled>();
        second.Task!.Id.ShouldNotBe(first.Task!.Id);
        second.Task.Facts.Adopts.ShouldBe("up-1");
        // The answer to the same wish is the same again.
        (await SettleAsync(submit, new SettleWish.Adopt("up-1"))).ShouldBeOfType<SettleOutcome.Settled>().Task!.Id.ShouldBe(second.Task.Id);
    }

    [Fact]
    public async Task Nothing_is_decided_about_another_state_another_tenant_or_a_connection_that_is_not_there()
    {
        var (_, open) = await SentAsync(1);
        (await SettleAsync(open, new SettleWish.Resubmit())).ShouldBeOfType<SettleOutcome.NotOpen>();
        var submit = await AbandonedAsync(2, "gone");
        (await Settling().SettleAsync("b", submit.Id, new SettleWish.WriteOff(), "ann")).ShouldBeOfType<SettleOutcome.NotFound>();
        (await Settling().SettleAsync("a", 999, new SettleWish.WriteOff(), "ann")).ShouldBeOfType<SettleOutcome.NotFound>();
        (await SettleAsync(submit, new SettleWish.Resubmit())).ShouldBeOfType<SettleOutcome.NoConnection>().Connection.ShouldBe("gone");
        // A server that works on nothing knows nothing of connections.
        (await Settling(slots: 0).SettleAsync("a", submit.Id, new SettleWish.Resubmit(), "ann")).ShouldBeOfType<SettleOutcome.Settled>();
    }

    private SubmitSettling Settling(ISubmitStore? submits = null, int slots = 1) =>
        new(submits ?? _submits, _tasks, new Routes(), new WorkerOptions { Node = "n1", Slots = slots }, _ids, _clock);

    private Task<SettleOutcome> SettleAsync(Submit submit, SettleWish wish) => Settling().SettleAsync("a", submit.Id, wish, "ann");

    private static TaskFacts Facts() => Sample.Facts() with { CallbackUrl = "https://example.com/hook", Engine = "other" };

    private async Task<(Lease Lease, Submit Submit)> SentAsync(int n, string connection = "kling")
    {
        var task = Sample.New(Sample.Id(n), _clock.Milliseconds, external: $"order-{n}") with { Facts = Facts() };
        (await _tasks.AcceptAsync(task, Stop)).ShouldBeOfType<AcceptOutcome.Accepted>();
        var lease = (await _tasks.LeaseAsync("n1", 1, s_ttl, Stop)).ShouldHaveSingleItem().Lease;
        return (lease, await IntendAsync(lease, connection));
    }

    private async Task<Submit> IntendAsync(Lease lease, string connection = "kling") => (await _submits.IntendAsync(
        lease, new NewSubmit(connection, "or-ab12", null, "00ff", 3.5m, _clock.Milliseconds, _clock.Milliseconds + 180_000), Stop)).ShouldNotBeNull();

    private async Task<Submit> AbandonedAsync(int n, string connection = "kling")
    {
        var (lease, submit) = await SentAsync(n, connection);
        await RecordAsync(submit, SubmitEvent.Lose, new SubmitNews(Note: "Timed out."));
        var abandoned = await RecordAsync(submit, SubmitEvent.Abandon, new SubmitNews(Note: "No clear answer."));
        (await _tasks.FailAsync(lease, "unknown", Stop)).ShouldBeTrue();
        return abandoned;
    }

    private async Task<Submit> OrphanedAsync(int n, string upstreamId)
    {
        var (lease, submit) = await SentAsync(n);
        await RecordAsync(submit, SubmitEvent.Accept, new SubmitNews(upstreamId));
        var orphaned = await RecordAsync(submit, SubmitEvent.Orphan, new SubmitNews());
        (await _tasks.FailAsync(lease, "late", Stop)).ShouldBeTrue();
        return orphaned;
    }

    private async Task<Submit> RecordAsync(Submit of, SubmitEvent on, SubmitNews news) => (await _submits.RecordAsync(of.Id, on, news, Stop)).ShouldNotBeNull();

    private async Task<VideoTask> TaskAsync(long id) => (await _tasks.FindAsync("a", id.ToString(CultureInfo.InvariantCulture), Stop)).ShouldNotBeNull();

    private async Task<IReadOnlyList<VideoTask>> TasksAsync() => await _tasks.ListAsync("a", 0, 100, Stop);

    /// <summary>The process dies before it settles.</summary>
    private sealed class Dying(ISubmitStore inner) : ISubmitStore
    {
        public ValueTask<Submit?> RecordAsync(long submitId, SubmitEvent on, SubmitNews news, CancellationToken cancellation) => throw new PowerCut();

        public ValueTask<Submit?> IntendAsync(Lease lease, NewSubmit submit, CancellationToken cancellation) => inner.IntendAsync(lease, submit, cancellation);

        public ValueTask<bool> NoteAsync(long submitId, SubmitNews news, CancellationToken cancellation) => inner.NoteAsync(submitId, news, cancellation);

        public ValueTask<IReadOnlyList<Submit>> OfTaskAsync(long taskId, CancellationToken cancellation) => inner.OfTaskAsync(taskId, cancellation);

        public ValueTask<Submit?> FindAsync(long submitId, CancellationToken cancellation) => inner.FindAsync(submitId, cancellation);

        public ValueTask<IReadOnlyList<Submit>> FindAsync(string connection, string upstreamIdOrReference, CancellationToken cancellation) => inner.FindAsync(connection, upstreamIdOrReference, cancellation);

        public ValueTask<IReadOnlyList<Submit>> LeftOpenAsync(string connection, long after, int most, CancellationToken cancellation) => inner.LeftOpenAsync(connection, after, most, cancellation);

        public ValueTask<IReadOnlyList<Submit>> ListAsync(IReadOnlyList<SubmitState> states, long before, int most, CancellationToken cancellation) => inner.ListAsync(states, before, most, cancellation);

        public ValueTask<IReadOnlyDictionary<SubmitState, int>> CountAsync(string connection, CancellationToken cancellation) => inner.CountAsync(connection, cancellation);

        public ValueTask<int> LostSinceAsync(string connection, long since, CancellationToken cancellation) => inner.LostSinceAsync(connection, since, cancellation);

        public ValueTask<bool> BookStrangerAsync(StrangeFilm found, CancellationToken cancellation) => inner.BookStrangerAsync(found, cancellation);

        public ValueTask<IReadOnlyList<StrangeFilm>> StrangersAsync(int most, CancellationToken cancellation) => inner.StrangersAsync(most, cancellation);
    }

    private sealed class PowerCut : Exception;

    private sealed class Routes : IEngineRoutes
    {
        public IReadOnlyList<IRemoteEngine> Remote { get; } = [new Engine("kling"), new Engine("other")];

        public IEngineHealth Health => throw new NotSupportedException();

        public RouteBook Book => throw new NotSupportedException();

        public RouteChoice FirstFor(VideoRequest request, long taskId, Language language) => throw new NotSupportedException();

        public RouteAccount Explain(VideoRequest request, Language language) => throw new NotSupportedException();

        public IEngine For(VideoTask task) => Remote.First(engine => engine.Name == task.Facts.Engine);

        public string? NextFor(VideoTask task, VideoRequest request, IReadOnlyCollection<string> tried) => null;
    }

    private sealed class Engine(string name) : IRemoteEngine
    {
        public event Action? RoomGrew;

        public string Name => name;

        public int Room => 0;

        public ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation) => new(RoomGrew is not null);

        public Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation) => throw new NotSupportedException();

        public void Forget(VideoTask task)
        {
        }
    }
}

using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>Tasks of engines that work elsewhere.</summary>
public sealed class RemoteWorkerTests : WorkerDesk
{
    private readonly ScriptedRemote _kling = new("kling");
    private readonly ScriptedRemote _relay = new("relay");

    private protected override IEngineRoutes Routes => new InOrder(new EngineRoutes([Engine, _kling, _relay]), ["kling", "relay"]);

    [Fact]
    public async Task What_is_made_elsewhere_needs_no_place_here_and_waits_for_none()
    {
        Options = Options with { Slots = 1 };
        Employ();
        _kling.Give(9);
        await Worker.StartAsync(Stop);
        await Remote.StartAsync(Stop);
        await AcceptAsync(1);
        var here = await Engine.NextAsync();
        await AcceptForAsync(2, "kling");
        await AcceptForAsync(3, "kling");
        var (first, second) = (await _kling.NextAsync(), await _kling.NextAsync());
        first.Attempt.Request.Prompt.ShouldBe("a dancer by the sea");
        await first.Attempt.Slot.ReturnAsync(Stop);
        first.Finish(Sample.Result);
        second.Finish(Sample.Result);
        foreach (var n in new[] { 2, 3 })
            (await EndAsync(n)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Running);
        here.Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        Engine.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task As_many_are_begun_as_there_is_room_for_and_more_when_there_is_more()
    {
        _kling.Give(3);
        await Remote.StartAsync(Stop);
        await Task.WhenAll(Enumerable.Range(1, 20).Select(n => AcceptForAsync(n, "kling")));
        var begun = new List<ScriptedEngine.Making>();
        for (var n = 0; n < 3; n++)
            begun.Add(await _kling.NextAsync());
        _kling.Give(8);
        for (var n = 3; n < 8; n++)
            begun.Add(await _kling.NextAsync());
        (await Task.WhenAll(Enumerable.Range(1, 20).Select(FindAsync))).Count(task => task.Status == VideoTaskStatus.Running).ShouldBe(8);

        // One that has ended makes room for one.
        for (var n = 0; n < 12; n++)
        {
            begun[n].Finish(Sample.Result);
            begun.Add(await _kling.NextAsync());
        }

        begun.Skip(12).ToList().ForEach(one => one.Finish(Sample.Result));
        for (var n = 1; n <= 20; n++)
            (await EndAsync(n)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        _kling.Peak.ShouldBe(8, "more were begun than there was room for");
    }

    [Fact]
    public async Task Room_that_nobody_told_of_is_seen_at_the_next_look()
    {
        await Remote.StartAsync(Stop);
        await AcceptForAsync(1, "kling");
        _kling.Give(1, tells: false);
        var next = _kling.NextAsync();
        await Eventually.Async(() =>
        {
            Clock.Advance(Options.PollEvery);
            return Task.FromResult(next.IsCompleted);
        });
        (await next).Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task A_stop_gives_back_what_has_not_ended()
    {
        _kling.Give(9);
        await Remote.StartAsync(Stop);
        for (var n = 1; n <= 3; n++)
            await AcceptForAsync(n, "kling");
        var begun = new[] { await _kling.NextAsync(), await _kling.NextAsync(), await _kling.NextAsync() };
        await Remote.StopAsync(Stop);
        begun.ShouldAllBe(one => one.Stopped.IsCompleted);
        Remote.Running.ShouldBe(0);
        for (var n = 1; n <= 3; n++)
            (await FindAsync(n)).ShouldSatisfyAllConditions(task => task.Status.ShouldBe(VideoTaskStatus.Queued), task => task.Engine.ShouldBe("kling"));
        Employ();
        await Remote.StartAsync(Stop);
        (await _kling.NextAsync()).Attempt.Task.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_cancel_stops_the_attempt_at_once()
    {
        _kling.Give(1);
        await Remote.StartAsync(Stop);
        await AcceptForAsync(1, "kling");
        var making = await _kling.NextAsync();
        (await Store.CancelAsync("a", $"{Sample.Id(1)}", Stop)).ShouldBe(CancelOutcome.Canceled);
        await making.Stopped;
        await AcceptForAsync(2, "kling");
        (await _kling.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(2));
    }

    [Fact]
    public async Task An_engine_that_cannot_take_a_task_passes_it_on_and_after_all_it_begins_again()
    {
        _kling.Give(1);
        _relay.Give(1);
        await Remote.StartAsync(Stop);
        await AcceptForAsync(1, "kling");
        foreach (var (engine, tried) in new[] { (_kling, ""), (_relay, "kling"), (_kling, "kling relay"), (_relay, "kling relay") })
        {
            var making = await engine.NextAsync();
            var task = making.Attempt.Task;
            (task.Engine, string.Join(' ', task.Tried)).ShouldBe((engine.Name, tried));
            making.Break(new EngineUnavailableException("it rests"));
        }

        (await _kling.NextAsync()).Finish(Sample.Result);
        (await EndAsync(1)).ShouldSatisfyAllConditions(
            task => task.Status.ShouldBe(VideoTaskStatus.Succeeded), task => task.Engine.ShouldBe("kling"), task => task.Attempts.ShouldBe(5));
    }

    [Fact]
    public async Task A_task_whose_engine_is_gone_fails_and_says_so()
    {
        await Worker.StartAsync(Stop);
        await Remote.StartAsync(Stop);
        await AcceptForAsync(1, "sold");
        var task = await EndAsync(1);
        task.Status.ShouldBe(VideoTaskStatus.Failed);
        task.StatusMessage.ShouldContain("\"sold\"");
    }

    [Fact]
    public async Task A_fault_of_ours_gives_up_no_film_that_is_paid_for_and_the_engines_own_word_ends_it()
    {
        Options = Options with { TroubleLimit = 2 };
        Employ();
        _kling.Give(1);
        await Remote.StartAsync(Stop);
        await AcceptForAsync(1, "kling");
        var making = await _kling.NextAsync();
        var submit = (await Submits.IntendAsync(making.Attempt.Hold!.Lease, new NewSubmit("kling", "or", null, "00", 1, 1, 2), Stop)).ShouldNotBeNull();
        await Submits.RecordAsync(submit.Id, SubmitEvent.Accept, new SubmitNews("up"), Stop);
        foreach (var fault in new Exception[]
        {
            new InvalidOperationException("ours"), new EngineTroubleException("no", new IOException()), new EngineTroubleException("no", new IOException()),
            new EngineTroubleException("no", new IOException()), new EngineUnavailableException("no"),
        })
        {
            making.Break(fault);
            making = await _kling.NextAsync();
            making.Attempt.Task.Engine.ShouldBe("kling");
        }

        making.Break(new EngineRefusedException("blocked by the company") { Submit = submit.Id });
        (await EndAsync(1)).StatusMessage.ShouldBe("blocked by the company");
        (await Submits.FindAsync(submit.Id, Stop)).ShouldNotBeNull().State.ShouldBe(SubmitState.FailedThere);
    }

    [Fact]
    public async Task An_attempt_knows_how_long_it_surely_holds_its_task()
    {
        var renewals = 0;
        Options = Options with { WriteAgainAfter = TimeSpan.FromSeconds(1) };
        Employ();
        Wrap.OnRenew = _ =>
        {
            Interlocked.Increment(ref renewals);
            return new((bool?)null);
        };
        _kling.Give(1);
        await Remote.StartAsync(Stop);
        await AcceptForAsync(1, "kling");
        var making = await _kling.NextAsync();
        var hold = making.Attempt.Hold.ShouldNotBeNull();
        (hold.Lease.TaskId, hold.Left).ShouldBe((Sample.Id(1), TimeSpan.FromSeconds(100)));
        Clock.Advance(TimeSpan.FromSeconds(9));
        hold.Left.ShouldBe(TimeSpan.FromSeconds(91));
        Clock.Jump = TimeSpan.FromDays(5);
        hold.Left.ShouldBe(TimeSpan.FromSeconds(91));
        Clock.Advance(TimeSpan.FromSeconds(11));
        await Eventually.Async(() => Task.FromResult(hold.Left > TimeSpan.FromSeconds(91)));
        renewals.ShouldBe(1);

        // A store that takes no renewal: the work stops in time.
        Wrap.OnRenew = _ => throw new StoreBusyException("busy");
        Clock.Advance(hold.Left + TimeSpan.FromMilliseconds(1));
        await making.Stopped;
        hold.Left.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Two_thousand_wait_at_once_for_little_memory_and_few_commits()
    {
        const int Tasks = 2000;
        var renewed = new System.Collections.Concurrent.ConcurrentDictionary<long, int>();
        Wrap.OnRenew = lease =>
        {
            renewed.AddOrUpdate(lease.TaskId, 1, (_, times) => times + 1);
            return new((bool?)null);
        };
        await Task.WhenAll(Enumerable.Range(1, Tasks).Select(n => AcceptForAsync(n, "kling")));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        _kling.Give(Tasks);
        await Remote.StartAsync(Stop);
        var waiting = new List<ScriptedEngine.Making>();
        for (var n = 0; n < Tasks; n++)
            waiting.Add(await _kling.NextAsync());
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Tasks;
        Remote.Running.ShouldBe(Tasks);

        var (commits, moments) = (Store.Commits, new List<int>());
        for (var second = 1; second <= 20; second++)
        {
            var so = renewed.Count;
            Clock.Advance(TimeSpan.FromSeconds(1));
            if (second >= 11)
                await Eventually.Async(() => Task.FromResult(renewed.Count > so));
            moments.Add(renewed.Count - so);
        }

        await Eventually.Async(() => Task.FromResult(renewed.Count == Tasks));
        commits = Store.Commits - commits;
        waiting.ForEach(one => one.Finish(Sample.Result));
        for (var n = 1; n <= Tasks; n++)
            (await EndAsync(n)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Tasks} attempts wait: {bytes} bytes each; their renewals: {Tasks} in {commits} commits, {moments.Max()} in a second at most");
        bytes.ShouldBeLessThan(16 << 10);
        commits.ShouldBeLessThan(Tasks / 2);
        moments.Max().ShouldBeLessThan(Tasks / 2);
    }

    /// <summary>Routes that try these engines one after another.</summary>
    private sealed class InOrder(IEngineRoutes inner, string[] order) : IEngineRoutes
    {
        public IReadOnlyList<IRemoteEngine> Remote => inner.Remote;

        public IEngineHealth Health => inner.Health;

        public RouteBook Book => inner.Book;

        public RouteChoice FirstFor(VideoRequest request, long taskId, Language language) => new(order[0], []);

        public RouteAccount Explain(VideoRequest request, Language language) => inner.Explain(request, language);

        public IEngine For(VideoTask task) => inner.For(task);

        public string? NextFor(VideoTask task, VideoRequest request, IReadOnlyCollection<string> tried) => Array.Find(order, name => !tried.Contains(name));
    }
}

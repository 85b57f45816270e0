using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Elements;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

public sealed class WorkerTests : IAsyncLifetime
{
    private const string Body = """{"model_name":"kling-v3-omni","mode":"std","aspect_ratio":"16:9","duration":"5","prompt":"a dancer by the sea"}""";

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TaskSignals _signals = new();
    private readonly ScriptedEngine _engine = new();
    private WorkerOptions _options = new()
    {
        Node = "n1",
        Slots = 2,
        RenewEvery = TimeSpan.FromSeconds(1),
        WriteAgainAfter = TimeSpan.Zero,
        TroublePause = TimeSpan.Zero,
        TroubleLimit = 3,
    };
    private BodyRoom _bodies = new(1 << 20);
    private SqliteTaskStore _store = null!;
    private StoreWrap _wrap = null!;
    private Worker _worker = null!;
    private TaskAttempt _attempt = null!;
    private TaskFeed _feed = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _store = SqliteTaskStore.Open(_folder.File("t.db"), new SqliteOptions(), _clock, _signals, new StoreHealth());
        _wrap = new StoreWrap(_store);
        Employ();
        return default;
    }

    private void Employ()
    {
        var progress = new LiveProgress(_signals, _clock);
        _feed = new TaskFeed(_store, _signals, progress);
        _attempt = new TaskAttempt(
            _wrap, new EngineRoutes([_engine]), new TaskRequests(new PresetCatalogs()), _bodies, _signals, progress, new Forecast(_options), _options, _clock,
            NullLogger<TaskAttempt>.Instance);
        _worker = new Worker(_wrap, _attempt, _signals, _options, _clock, NullLogger<Worker>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_task_is_made_and_its_request_is_the_one_that_was_stored()
    {
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await _engine.NextAsync();
        making.Attempt.Request.Prompt.ShouldBe("a dancer by the sea");
        making.Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task Slots_bound_what_is_made_at_once_and_a_free_one_is_used()
    {
        for (var n = 1; n <= 3; n++)
            await AcceptAsync(n);
        await _worker.StartAsync(Stop);
        var first = await _engine.NextAsync();
        var second = await _engine.NextAsync();
        _engine.Waiting.ShouldBe(0);
        (await FindAsync(3)).Status.ShouldBe(VideoTaskStatus.Queued);
        first.Finish(Sample.Result);
        second.Finish(Sample.Result);
        (await _engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(3));
    }

    [Fact]
    public async Task A_film_that_waits_for_its_inputs_leaves_its_slot_to_later_ones_and_goes_on_before_those_not_begun()
    {
        _options = _options with { Slots = 1 };
        Employ();
        await _worker.StartAsync(Stop);
        await AcceptAsync(1, InputKind.FirstFrame);
        var slow = await _engine.NextAsync();
        slow.Attempt.Slot.Leave();
        await AcceptAsync(2);
        var second = await _engine.NextAsync();
        await AcceptAsync(3);
        var back = slow.Attempt.Slot.ReturnAsync(Stop);
        back.IsCompleted.ShouldBeFalse("there is one slot, and the second film has it");
        second.Finish(Sample.Result);
        await back.WaitAsync(Stop);
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await FindAsync(3)).Status.ShouldBe(VideoTaskStatus.Queued);
        slow.Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await _engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(3));
    }

    [Fact]
    public async Task So_many_wait_for_their_inputs_and_the_others_are_passed_over_by_films_without_any()
    {
        _options = _options with { Slots = 1, Waiting = 2 };
        Employ();
        for (var n = 1; n <= 4; n++)
            await AcceptAsync(n, InputKind.VideoEdit);
        await AcceptAsync(5);
        await _worker.StartAsync(Stop);
        var first = await LeavesAsync(1);
        await LeavesAsync(2);
        var text = await _engine.NextAsync();
        text.Attempt.Task.Id.ShouldBe(Sample.Id(5));
        text.Finish(Sample.Result);
        (await EndAsync(5)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await FindAsync(3)).Status.ShouldBe(VideoTaskStatus.Queued);
        first.Break(new EngineRefusedException("gone"));
        await LeavesAsync(3);
        await _worker.StopAsync(Stop);
        (await FindAsync(2)).Status.ShouldBe(VideoTaskStatus.Queued);
        (await FindAsync(3)).Status.ShouldBe(VideoTaskStatus.Queued);

        async Task<ScriptedEngine.Making> LeavesAsync(int n)
        {
            var making = await _engine.NextAsync();
            making.Attempt.Task.Id.ShouldBe(Sample.Id(n));
            making.Attempt.Slot.Leave();
            return making;
        }
    }

    [Fact]
    public async Task A_task_whose_turn_has_not_come_goes_back_to_the_queue_as_often_as_it_takes()
    {
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        for (var busy = 0; busy < 2 * _options.TroubleLimit; busy++)
            (await _engine.NextAsync()).Break(new EngineBusyException("others are fetched"));
        (await _engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task A_refusal_is_the_message_and_a_fault_is_a_plain_one()
    {
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        (await _engine.NextAsync()).Break(new EngineRefusedException("不支持"));
        (await EndAsync(1)).StatusMessage.ShouldBe("不支持");
        await AcceptAsync(2);
        (await _engine.NextAsync()).Break(new InvalidOperationException("secret detail"));
        var failed = await EndAsync(2);
        failed.Status.ShouldBe(VideoTaskStatus.Failed);
        failed.StatusMessage.ShouldBe(TaskMessages.EngineBroke("en"));
    }

    [Fact]
    public async Task Trouble_around_the_engine_is_tried_again_so_often_and_its_words_stay_in_the_log()
    {
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        for (var attempt = 1; attempt <= _options.TroubleLimit; attempt++)
        {
            var making = await _engine.NextAsync();
            making.Attempt.Task.Attempts.ShouldBe(attempt);
            making.Break(new EngineTroubleException("secret detail", new IOException("disk full")));
        }

        var failed = await EndAsync(1);
        failed.Status.ShouldBe(VideoTaskStatus.Failed);
        failed.StatusMessage.ShouldBe(TaskMessages.EngineBroke("en"));
        await AcceptAsync(2);
        (await _engine.NextAsync()).Break(new EngineTroubleException("killed", new IOException("gone")));
        (await _engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task Restarts_use_up_no_trouble_and_a_full_disk_none_either()
    {
        await AcceptAsync(1);
        for (var restart = 0; restart < 2 * _options.TroubleLimit; restart++)
        {
            await _worker.StartAsync(Stop);
            await _engine.NextAsync();
            await _worker.StopAsync(Stop);
            Employ();
        }

        await _worker.StartAsync(Stop);
        for (var full = 0; full < 2 * _options.TroubleLimit; full++)
            (await _engine.NextAsync()).Break(new EngineTroubleException("full", new IOException("No space left on device", 28)));
        for (var trouble = 1; trouble < _options.TroubleLimit; trouble++)
            (await _engine.NextAsync()).Break(new EngineTroubleException("killed", new IOException("gone")));
        (await _engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task Troubles_are_forgotten_with_their_task_however_it_ends()
    {
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        await TroubleAsync();
        var making = await _engine.NextAsync();
        _attempt.Troubled.ShouldBe(1);
        making.Break(new EngineRefusedException("no"));
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Failed);
        await NoneAsync();

        await AcceptAsync(2);
        for (var trouble = 1; trouble <= _options.TroubleLimit; trouble++)
            await TroubleAsync();
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Failed);
        await NoneAsync();

        await AcceptAsync(3);
        await TroubleAsync();
        making = await _engine.NextAsync();
        await _store.CancelAsync("a", $"{Sample.Id(3)}", Stop);
        await making.Stopped;
        await NoneAsync();

        // The end is seen in memory a moment before it is told.
        Task NoneAsync() => Eventually.Async(() => Task.FromResult(_attempt.Troubled == 0));

        async Task TroubleAsync() => (await _engine.NextAsync()).Break(new EngineTroubleException("killed", new IOException("gone")));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_fails_alone()
    {
        await AcceptAsync(1);
        await AcceptAsync(2);
        await _store.DisposeAsync();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File("t.db")};Pooling=False"))
        {
            connection.Open();
            using var garble = connection.CreateCommand();
            garble.CommandText = $"UPDATE tasks SET facts = '{{garbled' WHERE id = {Sample.Id(1)}";
            garble.ExecuteNonQuery().ShouldBe(1);
        }

        await InitializeAsync();
        await _worker.StartAsync(Stop);
        (await _engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Failed);
        (await _store.ListAsync("a", 0, 10, Stop)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Progress_never_falls_before_the_end_is_written()
    {
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await _engine.NextAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        making.Percent.Report(99);
        var shown = -1;
        _wrap.OnSucceed = () => shown = _feed.WithLiveProgress(making.Attempt.Task).Progress;
        making.Finish(Sample.Result);
        (await EndAsync(1)).Progress.ShouldBe(100);
        shown.ShouldBe(99);
    }

    [Fact]
    public async Task A_cancel_stops_the_engine_at_once()
    {
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await _engine.NextAsync();
        (await _store.CancelAsync("a", $"{Sample.Id(1)}", Stop)).ShouldBe(CancelOutcome.Canceled);
        await making.Stopped;
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Canceled);
    }

    [Fact]
    public async Task A_drain_gives_the_task_back()
    {
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await _engine.NextAsync();
        await _worker.StopAsync(Stop);
        making.Stopped.IsCompleted.ShouldBeTrue();
        var task = await FindAsync(1);
        task.Status.ShouldBe(VideoTaskStatus.Queued);
        task.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_that_cannot_renew_fences_itself_before_anybody_may_rescue()
    {
        _options = _options with { WriteAgainAfter = TimeSpan.FromSeconds(1) };
        Employ();
        _wrap.OnRenew = _ => throw new StoreBusyException("busy");
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await _engine.NextAsync();
        _clock.Advance(TimeSpan.FromSeconds(19));
        making.Stopped.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await making.Stopped;
        (await _store.RescueAsync(3, _options.RescueGrace, Stop)).Requeued.ShouldBeEmpty();
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Running);
        _clock.Advance(TimeSpan.FromSeconds(16));
        (await _store.RescueAsync(3, _options.RescueGrace, Stop)).Requeued.ShouldBe([Sample.Id(1)]);
    }

    [Fact]
    public async Task A_renewal_that_the_store_had_no_room_for_is_tried_again_before_the_next_one_is_due()
    {
        _options = _options with { RenewEvery = TimeSpan.FromSeconds(10), WriteAgainAfter = TimeSpan.FromSeconds(1) };
        Employ();
        var waits = new TaskCompletionSource();
        var renewed = new TaskCompletionSource();
        _clock.OnTimer = due =>
        {
            if (due == _options.WriteAgainAfter)
                waits.TrySetResult();
        };
        var asked = 0;
        _wrap.OnRenew = _ =>
        {
            if (++asked == 1)
                throw new StoreBusyException("busy");
            renewed.TrySetResult();
            return new((bool?)null);
        };
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        await _engine.NextAsync();
        _clock.Advance(_options.RenewEvery);
        await waits.Task.WaitAsync(Stop);
        _clock.Advance(_options.WriteAgainAfter);
        await renewed.Task.WaitAsync(Stop);
    }

    [Fact]
    public async Task Renewals_keep_the_lease_for_as_long_as_the_film_takes()
    {
        var renewed = new SemaphoreSlim(0);
        _wrap.OnRenew = lease =>
        {
            renewed.Release();
            return new((bool?)null);
        };
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await _engine.NextAsync();
        for (var second = 0; second < 120; second++)
        {
            _clock.Advance(_options.RenewEvery);
            await renewed.WaitAsync(Stop);
        }

        making.Stopped.IsCompleted.ShouldBeFalse();
        making.Finish(Sample.Result);
        (await EndAsync(1)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_lease_that_the_store_no_longer_knows_stops_the_work()
    {
        _wrap.OnRenew = _ => new((bool?)false);
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await _engine.NextAsync();
        _clock.Advance(_options.RenewEvery);
        await making.Stopped;
    }

    [Fact]
    public async Task A_film_is_not_lost_to_a_disk_that_is_full_for_a_while()
    {
        var refusals = 0;
        _wrap.OnSucceed = () =>
        {
            if (refusals++ < 3)
                throw new StoreFullException("full");
        };
        await _worker.StartAsync(Stop);
        await AcceptAsync(1);
        (await _engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        refusals.ShouldBe(4);
    }

    [Fact]
    public async Task A_start_takes_up_what_the_node_held_when_it_died()
    {
        await AcceptAsync(1);
        await _store.LeaseAsync("n1", 1, _options.LeaseTime, Stop);
        await _worker.StartAsync(Stop);
        var making = await _engine.NextAsync();
        making.Attempt.Task.Attempts.ShouldBe(2);
    }

    private async Task AcceptAsync(int n, InputKind input = InputKind.TextToVideo) => (await _store.AcceptAsync(
        Sample.New(Sample.Id(n)) with { Body = Encoding.UTF8.GetBytes(Body), Facts = Sample.Facts() with { Kind = new RequestKind(input, ShotKind.SingleShot) } },
        Stop)).ShouldBeOfType<AcceptOutcome.Accepted>();

    private async Task<VideoTask> FindAsync(int n) => (await _store.FindAsync("a", $"{Sample.Id(n)}", Stop)).ShouldNotBeNull();

    private async Task<VideoTask> EndAsync(int n)
    {
        var task = await FindAsync(n);
        while (!task.IsTerminal)
            task = (await _feed.NextAsync("a", Sample.Id(n), task.Version, Stop)).ShouldNotBeNull();
        return task;
    }
}

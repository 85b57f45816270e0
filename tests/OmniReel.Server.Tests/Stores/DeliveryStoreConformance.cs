using System.Text;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Elements;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

/// <summary>Every promise of <see cref="IDeliveryStore"/>, and of the task store about the deliveries it writes.</summary>
public abstract class DeliveryStoreConformance : IAsyncLifetime
{
    private const string Url = "https://hooks.example.org/kling";
    private static readonly string s_receiver = Receiver.Of(Url);

    private protected TestClock Clock { get; } = new();

    private protected DeliverySignals Signals { get; } = new();

    private protected CallbackFeed Feed { get; } = new();

    private protected ITaskStore Tasks { get; set; } = null!;

    private protected IDeliveryStore Deliveries { get; set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens both stores on the same data again and again; notices are <see cref="Notices"/>.</summary>
    private protected abstract Task OpenAsync();

    private protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_first_lease_and_the_end_each_write_one_delivery_with_its_bytes_frozen()
    {
        await AcceptAsync(1);
        Deliveries.Receivers().ShouldBeEmpty();
        var lease = (await LeaseAsync()).Lease;
        var begun = Waiting().ShouldHaveSingleItem();
        (begun.TaskId, begun.Sequence, begun.Event, begun.Url, begun.Tenant, begun.Attempts, begun.DueAt, begun.CreatedAt)
            .ShouldBe((Sample.Id(1), 1, "Running", Url, "a", 0, Clock.Milliseconds, Clock.Milliseconds));
        await DeliverAsync(begun);

        Clock.Advance(TimeSpan.FromSeconds(9));
        (await Tasks.SucceedAsync(lease, Sample.Result, Stop)).ShouldBeTrue();
        await ReopenAsync();
        var ended = Waiting().ShouldHaveSingleItem();
        (ended.Sequence, ended.Event, ended.CreatedAt).ShouldBe((2, "Succeeded", Clock.Milliseconds));
        Encoding.UTF8.GetString(ended.Body.Span).ShouldBe($"{Sample.Id(1)} Succeeded film");
        ended.Id.ShouldBe($"whm_{Sample.Id(1)}_2");
        Deliveries.Receivers().ShouldBe([s_receiver]);
    }

    [Theory]
    [InlineData("succeed", "Succeeded")]
    [InlineData("fail", "Failed")]
    [InlineData("cancel", "Canceled")]
    [InlineData("cancel queued", "Canceled")]
    [InlineData("give up", "Failed")]
    public async Task Whatever_ends_a_task_its_end_is_told(string how, string word)
    {
        await AcceptAsync(1);
        var lease = how == "cancel queued" ? null : (await LeaseAsync()).Lease;
        switch (how)
        {
            case "succeed":
                await Tasks.SucceedAsync(lease!, Sample.Result, Stop);
                break;
            case "fail":
                await Tasks.FailAsync(lease!, "no", Stop);
                break;
            case "give up":
                (await Tasks.TakeUpAsync("n1", 1, Stop)).Failed.ShouldBe([Sample.Id(1)]);
                break;
            default:
                await Tasks.CancelAsync("a", $"{Sample.Id(1)}", Stop);
                break;
        }

        // The beginning still waited, and the end says more.
        Waiting().ShouldHaveSingleItem().Event.ShouldBe(word);
        Deliveries.Find("a", DeliveryId.Of(Sample.Id(1), 1))?.State.ShouldBe(DeliveryState.Skipped);
    }

    [Fact]
    public async Task What_changes_nothing_for_the_creator_is_not_told_again()
    {
        await AcceptAsync(1);
        var first = (await LeaseAsync()).Lease;
        await Tasks.RenewAsync(first, TimeSpan.FromSeconds(30), Stop);
        await Tasks.ReleaseAsync(first, Stop);
        var second = (await LeaseAsync()).Lease;
        await Tasks.TakeUpAsync("n1", 10, Stop);
        (await LeaseAsync()).Task.Attempts.ShouldBe(3);
        Waiting().ShouldHaveSingleItem().Sequence.ShouldBe(1);
        (await Tasks.SucceedAsync(second, Sample.Result, Stop)).ShouldBeFalse();
        Waiting().ShouldHaveSingleItem().Sequence.ShouldBe(1, "a write that was refused tells nothing");
    }

    [Fact]
    public async Task A_task_without_a_callback_has_no_delivery()
    {
        await Tasks.AcceptAsync(Sample.New(Sample.Id(1)), Stop);
        await Tasks.SucceedAsync((await LeaseAsync()).Lease, Sample.Result, Stop);
        Deliveries.List("a", new DeliveryFilter(), 0, 10).ShouldBeEmpty();
        Deliveries.Backlog().ShouldBe((0, null));
    }

    [Fact]
    public async Task A_URL_that_cannot_be_read_harms_no_task()
    {
        await AcceptAsync(1, url: "http://[oops");
        await Tasks.SucceedAsync((await LeaseAsync()).Lease, Sample.Result, Stop);
        Deliveries.Waiting("http://[oops", 10).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Signals_come_after_the_commit_and_listeners_hear_all_tasks_of_their_account()
    {
        var arrived = new List<string>();
        Signals.Arrived += arrived.Add;
        using var listener = Feed.Listen("a");
        using var stranger = Feed.Listen("b");
        await AcceptAsync(1);
        await Tasks.AcceptAsync(Sample.New(Sample.Id(2)), Stop);
        await Tasks.LeaseAsync("n1", 2, TimeSpan.FromSeconds(30), Stop);
        await Tasks.CancelAsync("a", $"{Sample.Id(2)}", Stop);
        arrived.ShouldBe([s_receiver]);
        var heard = new List<(string, string, string?)>();
        while (listener.Heard.TryRead(out var one)) heard.Add((one.Id, one.Event, one.Url));
        heard.ShouldBe([(DeliveryId.Of(Sample.Id(1), 1), "Running", Url), (DeliveryId.Of(Sample.Id(2), 1), "Running", null), (DeliveryId.Of(Sample.Id(2), 2), "Canceled", null)]);
        stranger.Heard.TryRead(out _).ShouldBeFalse();
        Deliveries.List("a", new DeliveryFilter(), 0, 10).ShouldHaveSingleItem("a task without a URL leaves no row");
    }

    [Fact]
    public async Task A_failed_attempt_waits_until_it_is_due_and_a_delivered_one_waits_no_more()
    {
        await EndAsync(1);
        var delivery = Waiting().ShouldHaveSingleItem();
        var later = Clock.Milliseconds + 5000;
        await Deliveries.RecordAsync(new AttemptRecord(delivery, DeliveryState.Waiting, later, 500, "answered 500", "oops"), Stop);
        await ReopenAsync();
        var again = Waiting().ShouldHaveSingleItem();
        (again.DueAt, again.Attempts, again.TriedAt, again.LastStatus, again.LastReason, again.LastAnswer).ShouldBe((later, 1, Clock.Milliseconds, 500, "answered 500", "oops"));
        again.Body.ToArray().ShouldBe(delivery.Body.ToArray());
        await DeliverAsync(again);
        Waiting().ShouldBeEmpty();
        Deliveries.Receivers().ShouldBeEmpty();
        Deliveries.Find("a", again.Id).ShouldNotBeNull().ShouldSatisfyAllConditions(d => d.State.ShouldBe(DeliveryState.Delivered), d => d.Attempts.ShouldBe(2), d => d.DueAt.ShouldBeNull());
    }

    [Fact]
    public async Task An_attempt_that_outlived_its_delivery_counts_only_when_it_succeeded()
    {
        await AcceptAsync(1);
        await AcceptAsync(2);
        await Tasks.LeaseAsync("n1", 2, TimeSpan.FromSeconds(30), Stop);
        var (one, two) = (Waiting()[0], Waiting()[1]);
        await Tasks.CancelAsync("a", $"{Sample.Id(1)}", Stop);
        await Tasks.CancelAsync("a", $"{Sample.Id(2)}", Stop);
        await DeliverAsync(one);
        await Deliveries.RecordAsync(new AttemptRecord(two, DeliveryState.Waiting, Clock.Milliseconds, null, "no", ""), Stop);
        Deliveries.Find("a", one.Id)!.State.ShouldBe(DeliveryState.Delivered);
        Deliveries.Find("a", two.Id)!.State.ShouldBe(DeliveryState.Skipped);
        Waiting().Select(d => d.Sequence).ShouldBe([2, 2]);
    }

    [Fact]
    public async Task An_attempt_from_before_a_replay_or_a_giving_up_counts_only_when_it_succeeded()
    {
        foreach (var n in new[] { 1, 2, 3, 4 }) await EndAsync(n);
        var before = Waiting();
        Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var n in new[] { 0, 1 }) await Deliveries.ReplayAsync("a", before[n].Id, Stop);
        await Deliveries.RecordAsync(new AttemptRecord(before[0], DeliveryState.Exhausted, null, 500, "answered 500", ""), Stop);
        await DeliverAsync(before[1]);
        var replayed = Deliveries.Find("a", before[0].Id)!;
        (replayed.State, replayed.Attempts, replayed.DueAt, replayed.LastReason).ShouldBe((DeliveryState.Waiting, 0, Clock.Milliseconds, ""));
        Deliveries.Find("a", before[1].Id)!.State.ShouldBe(DeliveryState.Delivered);

        (await Deliveries.GiveUpAsync(s_receiver, Clock.Milliseconds, "waited for long", Stop)).ShouldBe(2);
        await Deliveries.RecordAsync(new AttemptRecord(before[2], DeliveryState.Waiting, Clock.Milliseconds, null, "no", ""), Stop);
        await DeliverAsync(before[3]);
        Deliveries.Find("a", before[2].Id)!.State.ShouldBe(DeliveryState.Exhausted);
        Deliveries.Find("a", before[3].Id)!.State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task Of_two_attempts_that_failed_the_same_way_one_is_counted()
    {
        await EndAsync(1);
        var delivery = Waiting().ShouldHaveSingleItem();
        for (var twin = 0; twin < 2; twin++)
            await Deliveries.RecordAsync(new AttemptRecord(delivery, DeliveryState.Waiting, Clock.Milliseconds, 500, "answered 500", ""), Stop);
        Waiting().ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_is_read_soonest_first_and_by_receiver()
    {
        foreach (var n in new[] { 1, 2, 3 }) await EndAsync(n);
        await EndAsync(4, "http://other.example.org:81/x");
        var first = Waiting()[0];
        await Deliveries.RecordAsync(new AttemptRecord(first, DeliveryState.Waiting, Clock.Milliseconds + 60_000, null, "no", ""), Stop);
        Waiting().Select(d => d.TaskId).ShouldBe([Sample.Id(2), Sample.Id(3), Sample.Id(1)]);
        Deliveries.Waiting(s_receiver, 2).Select(d => d.TaskId).ShouldBe([Sample.Id(2), Sample.Id(3)]);
        Deliveries.Receivers().ShouldBe(["http://other.example.org:81", s_receiver], ignoreOrder: true);
        Deliveries.Backlog().ShouldBe((4, Clock.Milliseconds));
    }

    [Fact]
    public async Task A_replay_keeps_id_and_bytes_and_begins_a_fresh_schedule()
    {
        await EndAsync(1);
        var delivery = Waiting().ShouldHaveSingleItem();
        await Deliveries.RecordAsync(new AttemptRecord(delivery, DeliveryState.Exhausted, null, 500, "answered 500", ""), Stop);
        var replayed = new List<string>();
        Signals.Replayed += replayed.Add;
        Clock.Advance(TimeSpan.FromDays(1));
        (await Deliveries.ReplayAsync("b", delivery.Id, Stop)).ShouldBeFalse("it is another tenant's");
        (await Deliveries.ReplayAsync("a", "whm_1_1", Stop)).ShouldBeFalse();
        (await Deliveries.ReplayAsync("a", "nonsense", Stop)).ShouldBeFalse();
        (await Deliveries.ReplayAsync("a", delivery.Id, Stop)).ShouldBeTrue();
        var again = Waiting().ShouldHaveSingleItem();
        (again.Id, again.Attempts, again.DueAt, again.CreatedAt).ShouldBe((delivery.Id, 0, Clock.Milliseconds, delivery.CreatedAt));
        again.Body.ToArray().ShouldBe(delivery.Body.ToArray());
        replayed.ShouldBe([s_receiver]);
    }

    [Fact]
    public async Task A_replay_by_filter_takes_exactly_what_the_filter_names()
    {
        const int count = 1203;
        for (var n = 1; n <= count; n++)
        {
            await AcceptAsync(n);
            await Tasks.CancelAsync("a", $"{Sample.Id(n)}", Stop);
            if (n == 600) Clock.Advance(TimeSpan.FromHours(1));
        }

        foreach (var delivery in Deliveries.Waiting(s_receiver, 5000))
            await Deliveries.RecordAsync(new AttemptRecord(delivery, delivery.Number % 2 == 0 ? DeliveryState.Exhausted : DeliveryState.Delivered, null, 500, "", ""), Stop);
        var since = Clock.Milliseconds;
        (await Deliveries.ReplayAsync("b", new DeliveryFilter(), Stop)).ShouldBe(0);
        (await Deliveries.ReplayAsync("a", new DeliveryFilter(DeliveryState.Exhausted, null, since), Stop)).ShouldBe(301);
        Waiting(5000).ShouldAllBe(d => d.CreatedAt >= since && d.Number % 2 == 0);
        (await Deliveries.ReplayAsync("a", new DeliveryFilter(DeliveryState.Exhausted), Stop)).ShouldBe(300);
        (await Deliveries.ReplayAsync("a", new DeliveryFilter(TaskId: Sample.Id(7)), Stop)).ShouldBe(1);
        (await Deliveries.ReplayAsync("a", new DeliveryFilter(), Stop)).ShouldBe(count);
        Waiting(5000).Count.ShouldBe(count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(DeliveryState.Exhausted)]
    public async Task A_replay_by_filter_makes_of_each_task_the_latest_event_wait_alone(DeliveryState? state)
    {
        // More than a portion, so that some tasks lie across two.
        for (var n = 1; n <= 251; n++)
        {
            await AcceptAsync(n);
            await LeaseAsync();
            await DeadAsync(1, n);
            await Tasks.CancelAsync("a", $"{Sample.Id(n)}", Stop);
            await DeadAsync(2, n);
        }

        (await Deliveries.ReplayAsync("a", new DeliveryFilter(state), Stop)).ShouldBe(251);
        Waiting(5000).ShouldAllBe(d => d.Sequence == 2);
        Waiting(5000).Count.ShouldBe(251);

        async Task DeadAsync(int sequence, int n) =>
            await Deliveries.RecordAsync(new AttemptRecord(Deliveries.Find("a", DeliveryId.Of(Sample.Id(n), sequence))!, DeliveryState.Exhausted, null, 500, "", ""), Stop);
    }

    [Fact]
    public async Task The_list_is_newest_first_of_one_tenant_by_state_task_and_time()
    {
        foreach (var n in new[] { 1, 2, 3 }) await EndAsync(n);
        await DeliverAsync(Deliveries.Find("a", DeliveryId.Of(Sample.Id(2), 2))!);
        List(new()).ShouldBe([3, 3, 2, 2, 1, 1]);
        List(new(DeliveryState.Waiting)).ShouldBe([3, 1]);
        List(new(DeliveryState.Skipped)).ShouldBe([3, 2, 1]);
        List(new(DeliveryState.Delivered)).ShouldBe([2]);
        List(new(DeliveryState.Exhausted)).ShouldBeEmpty();
        List(new(TaskId: Sample.Id(2))).ShouldBe([2, 2]);
        List(new(Since: Clock.Milliseconds + 1)).ShouldBeEmpty();
        Deliveries.List("a", new(), 1, 2).Select(d => (d.TaskId, d.Sequence)).ShouldBe([(Sample.Id(3), 1), (Sample.Id(2), 2)]);
        Deliveries.List("b", new(), 0, 10).ShouldBeEmpty();
        Deliveries.Find("b", DeliveryId.Of(Sample.Id(2), 2)).ShouldBeNull();

        IEnumerable<int> List(DeliveryFilter filter) => Deliveries.List("a", filter, 0, 10).Select(d => (int)(d.TaskId - Sample.Id(0)));
    }

    [Fact]
    public async Task What_waited_too_long_is_given_up_and_a_replay_counts_from_itself()
    {
        await EndAsync(1);
        await EndAsync(2);
        Clock.Advance(TimeSpan.FromDays(4));
        await EndAsync(3);
        await Deliveries.ReplayAsync("a", DeliveryId.Of(Sample.Id(1), 2), Stop);
        (await Deliveries.GiveUpAsync(s_receiver, Clock.Milliseconds - 1000, "waited for 3 days", Stop)).ShouldBe(1);
        var given = Deliveries.Find("a", DeliveryId.Of(Sample.Id(2), 2))!;
        (given.State, given.LastReason).ShouldBe((DeliveryState.Exhausted, "waited for 3 days"));
        Waiting().Select(d => d.TaskId).ShouldBe([Sample.Id(1), Sample.Id(3)], ignoreOrder: true);
    }

    private async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    private IReadOnlyList<Delivery> Waiting(int max = 100) => Deliveries.Waiting(s_receiver, max);

    private async Task AcceptAsync(int n, string url = Url)
    {
        var task = Sample.New(Sample.Id(n), Clock.Milliseconds);
        (await Tasks.AcceptAsync(task with { Facts = task.Facts with { CallbackUrl = url } }, Stop)).ShouldBeOfType<AcceptOutcome.Accepted>();
    }

    private async Task EndAsync(int n, string url = Url)
    {
        await AcceptAsync(n, url);
        await Tasks.SucceedAsync((await LeaseAsync()).Lease, Sample.Result, Stop);
    }

    private async Task<LeasedTask> LeaseAsync() => (await Tasks.LeaseAsync("n1", 1, TimeSpan.FromSeconds(30), Stop)).ShouldHaveSingleItem();

    private async Task DeliverAsync(Delivery delivery) => await Deliveries.RecordAsync(new AttemptRecord(delivery, DeliveryState.Delivered, null, 200, "answered 200", ""), Stop);

    /// <summary>Bodies that tests can read.</summary>
    private protected sealed class Notices : ITaskNotices, IElementNotices
    {
        public ElementNotice Of(Element element) => new($"{element.Status}", Encoding.UTF8.GetBytes($"{element.TaskId}"));

        public TaskNotice Of(VideoTask task) => new($"{task.Status}", Encoding.UTF8.GetBytes($"{task.Id} {task.Status} {task.Result?.VideoArtifact}".TrimEnd()));
    }
}

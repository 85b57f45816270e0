using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Callbacks.Support;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Callbacks;

/// <summary>What one receiver's lane does where its deliveries, the store or the server's end come into each other's way.</summary>
public sealed class LaneTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_end_that_waits_for_its_beginning_keeps_no_other_task_of_its_receiver_waiting()
    {
        var gate = new TaskCompletionSource();
        await using var rig = await CallbackRig.StartAsync([Beginnings(gate)]);
        await rig.StandsAsync(await rig.EndAsync(rig.Receivers.Url(0)), DeliveryState.Delivered);
        var a = await rig.AcceptAsync(rig.Receivers.Url(0));
        await rig.LeaseAsync();
        await Eventually.Async(() => Task.FromResult(rig.Receivers.All.Count == 2));
        await rig.CancelAsync(a);
        for (var n = 0; n < 5; n++)
            await rig.StandsAsync(await rig.EndAsync(rig.Receivers.Url(0)), DeliveryState.Delivered);

        rig.Receivers.All.Select(one => one.Id).ShouldNotContain(rig.Of(a).Id);
        gate.SetResult();
        await rig.StandsAsync(a, DeliveryState.Delivered);
        rig.Of(a, 1).State.ShouldBe(DeliveryState.Delivered);
        rig.Receivers.All.Last().Id.ShouldBe(rig.Of(a).Id);
    }

    [Fact]
    public async Task What_was_skipped_while_its_receiver_was_left_alone_is_not_sent()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await CallbackRig.StartAsync([Manners.First(5, Manners.Says(500), Manners.Good)], time: time, dispatch: false);
        var failing = new List<int>();
        for (var i = 0; i < 5; i++)
            failing.Add(await rig.EndAsync(rig.Receivers.Url(0)));
        var n = await rig.AcceptAsync(rig.Receivers.Url(0));
        await rig.LeaseAsync();
        await rig.DispatchAsync();
        await rig.UntilAsync(failing[4], d => d.Attempts == 1);
        await rig.CancelAsync(n);
        rig.Of(n, 1).State.ShouldBe(DeliveryState.Skipped);

        time.Advance(new CallbackOptions().FirstPause);
        await rig.StandsAsync(n, DeliveryState.Delivered);
        rig.Receivers.All.Select(one => one.Id).ShouldNotContain(rig.Of(n, 1).Id);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_for_a_moment_costs_no_outcome_and_sends_nothing_twice()
    {
        var gate = new TaskCompletionSource();
        await using var rig = await CallbackRig.StartAsync([Beginnings(gate)], new CallbackOptions { WriteAgainAfter = TimeSpan.FromMilliseconds(20) });
        await rig.StandsAsync(await rig.EndAsync(rig.Receivers.Url(0)), DeliveryState.Delivered);
        var a = await rig.AcceptAsync(rig.Receivers.Url(0));
        await rig.LeaseAsync();
        await Eventually.Async(() => Task.FromResult(rig.Receivers.All.Count == 2));

        var failures = 3;
        rig.Bent.OnWaiting = () =>
        {
            if (Interlocked.Decrement(ref failures) >= 0)
                throw new IOException("the file is locked");
        };
        var b = await rig.EndAsync(rig.Receivers.Url(0));
        await rig.StandsAsync(b, DeliveryState.Delivered);
        failures.ShouldBeLessThan(0);
        rig.Receivers.All.Count(one => one.Id == rig.Of(a, 1).Id).ShouldBe(1);
        gate.SetResult();
        await rig.StandsAsync(a, DeliveryState.Delivered, 1);
        rig.Receivers.All.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_waits_for_no_store_that_has_failed_or_has_no_room(bool hasFailed)
    {
        // Nobody moves this clock: whatever waits by it waits for ever.
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await CallbackRig.StartAsync([Manners.Good], time: time);
        var records = 0;
        rig.Bent.OnRecord = () =>
        {
            Interlocked.Increment(ref records);
            rig.Bent.HasFailed = hasFailed;
            throw hasFailed ? new StoreFailedException("the disk is gone") : new StoreFullException("the disk is full");
        };
        var n = await rig.EndAsync(rig.Receivers.Url(0));
        await Eventually.Async(() => Task.FromResult(Volatile.Read(ref records) == 1));
        await rig.RestAsync().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Stop);
        records.ShouldBe(hasFailed ? 1 : 2, "what may work is tried once more");

        // What was not written down is sent again, with its id.
        (rig.Bent.OnRecord, rig.Bent.HasFailed) = (() => { }, false);
        await rig.DispatchAsync();
        await rig.StandsAsync(n, DeliveryState.Delivered);
        rig.Receivers.All.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_outcome_whose_writing_failed_as_the_stop_came_is_written_once_more()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await CallbackRig.StartAsync([Manners.Good], time: time);
        var resting = new TaskCompletionSource<Task>();
        var records = 0;
        rig.Bent.OnRecord = () =>
        {
            if (Interlocked.Increment(ref records) > 1) return;
            // In the middle of the write: the stop is known when this returns.
            resting.SetResult(rig.RestAsync());
            throw new StoreFullException("the disk is full");
        };
        var n = await rig.EndAsync(rig.Receivers.Url(0));
        await (await resting.Task).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Stop);
        records.ShouldBe(2);
        rig.Of(n).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task A_receiver_that_was_good_is_no_stranger_when_it_is_told_something_again()
    {
        var gate = new TaskCompletionSource();
        await using var rig = await CallbackRig.StartAsync([Manners.First(1, Manners.Good, async (_, over) => await gate.Task.WaitAsync(over))]);
        await rig.StandsAsync(await rig.EndAsync(rig.Receivers.Url(0)), DeliveryState.Delivered);
        await Eventually.Async(() => Task.FromResult(rig.Dispatcher!.Lanes == 0));
        for (var i = 0; i < 4; i++)
            await rig.EndAsync(rig.Receivers.Url(0));
        await Eventually.Async(() => Task.FromResult(rig.Receivers.All.Count == 5));
        gate.SetResult();
    }

    [Fact]
    public void The_longest_unseen_of_the_good_ones_is_forgotten_first()
    {
        var known = new ProvenReceivers(most: 2);
        foreach (var receiver in new[] { "a", "b", "a", "c" })
            known.Note(receiver, isProven: true);
        (known.Has("a"), known.Has("b"), known.Has("c")).ShouldBe((true, false, true));
        known.Note("a", isProven: false);
        (known.Has("a"), known.Has("c")).ShouldBe((false, true));
    }

    /// <summary>Holds the beginnings of tasks until the gate opens; takes everything else.</summary>
    private static Manner Beginnings(TaskCompletionSource gate) => async (context, over) =>
    {
        if (context.Request.Headers["webhook-id"].ToString().EndsWith("_1", StringComparison.Ordinal))
            await gate.Task.WaitAsync(over);
        context.Response.StatusCode = 204;
    };
}

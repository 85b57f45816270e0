using OmniReel.Server.Engines;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>A task is its worker's for as long as the lease lasts, and nobody cancels it.</summary>
public sealed class WorkerLeaseTests : WorkerDesk
{
    [Fact]
    public async Task A_cancel_stops_the_engine_at_once()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        (await Store.CancelAsync("a", $"{Sample.Id(1)}", Stop)).ShouldBe(CancelOutcome.Canceled);
        await making.Stopped;
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Canceled);
    }

    [Fact]
    public async Task A_cancel_is_seen_although_the_store_could_not_be_asked_for_a_while()
    {
        var asked = 0;
        Wrap.OnFind = () =>
        {
            if (++asked <= 3)
                throw new StoreBusyException("busy");
        };
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        await Store.CancelAsync("a", $"{Sample.Id(1)}", Stop);
        await Eventually.Async(() => Task.FromResult(making.Stopped.IsCompleted));
        asked.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task What_is_left_of_a_task_that_ends_without_its_film_is_taken_away()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        await Store.CancelAsync("a", $"{Sample.Id(1)}", Stop);
        await making.Stopped;
        await Eventually.Async(() => Task.FromResult(Engine.Forgotten.SequenceEqual([Sample.Id(1)])));

        // The film is whole already, and its task ends before that is written.
        await AcceptAsync(2);
        making = await Engine.NextAsync();
        Wrap.OnSucceed = () => Store.CancelAsync("a", $"{Sample.Id(2)}", Stop).AsTask().GetAwaiter().GetResult();
        making.Finish(Sample.Result);
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Canceled);
        await Eventually.Async(() => Task.FromResult(Engine.Forgotten.SequenceEqual([Sample.Id(1), Sample.Id(2)])));
        Wrap.OnSucceed = () => { };

        await AcceptAsync(3);
        (await Engine.NextAsync()).Break(new EngineRefusedException("no"));
        await Eventually.Async(() => Task.FromResult(Engine.Forgotten.Contains(Sample.Id(3))));
        await AcceptAsync(4);
        (await Engine.NextAsync()).Finish(Sample.Result);
        (await EndAsync(4)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        await AcceptAsync(5);
        await Engine.NextAsync();
        await Worker.StopAsync(Stop);
        (await FindAsync(5)).Status.ShouldBe(VideoTaskStatus.Queued);
        Engine.Forgotten.Count.ShouldBe(3, "neither the film that was made nor the one that is made later");
    }

    [Fact]
    public async Task A_drain_gives_the_task_back()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        await Worker.StopAsync(Stop);
        making.Stopped.IsCompleted.ShouldBeTrue();
        var task = await FindAsync(1);
        task.Status.ShouldBe(VideoTaskStatus.Queued);
        task.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_that_cannot_renew_fences_itself_before_anybody_may_rescue()
    {
        Options = Options with { WriteAgainAfter = TimeSpan.FromSeconds(1) };
        Employ();
        Wrap.OnRenew = _ => throw new StoreBusyException("busy");
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        Clock.Advance(TimeSpan.FromSeconds(19));
        making.Stopped.IsCompleted.ShouldBeFalse();
        Clock.Advance(TimeSpan.FromSeconds(1));
        await making.Stopped;
        (await Store.RescueAsync(3, Options.RescueGrace, Stop)).Requeued.ShouldBeEmpty();
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Running);
        Clock.Advance(TimeSpan.FromSeconds(16));
        (await Store.RescueAsync(3, Options.RescueGrace, Stop)).Requeued.ShouldBe([Sample.Id(1)]);
    }

    [Fact]
    public async Task A_renewal_that_the_store_had_no_room_for_is_tried_again_before_the_next_one_is_due()
    {
        Options = Options with { RenewEvery = TimeSpan.FromSeconds(10), WriteAgainAfter = TimeSpan.FromSeconds(1) };
        Employ();
        var waits = new TaskCompletionSource();
        var renewed = new TaskCompletionSource();
        Clock.OnTimer = due =>
        {
            if (due == Options.WriteAgainAfter)
                waits.TrySetResult();
        };
        var asked = 0;
        Wrap.OnRenew = _ =>
        {
            if (++asked == 1)
                throw new StoreBusyException("busy");
            renewed.TrySetResult();
            return new((bool?)null);
        };
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        await Engine.NextAsync();
        Clock.Advance(Options.RenewEvery);
        await waits.Task.WaitAsync(Stop);
        Clock.Advance(Options.WriteAgainAfter);
        await renewed.Task.WaitAsync(Stop);
    }

    [Fact]
    public async Task Renewals_keep_the_lease_for_as_long_as_the_film_takes()
    {
        var renewed = new SemaphoreSlim(0);
        Wrap.OnRenew = lease =>
        {
            renewed.Release();
            return new((bool?)null);
        };
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        for (var second = 0; second < 120; second++)
        {
            Clock.Advance(Options.RenewEvery);
            await renewed.WaitAsync(Stop);
        }

        making.Stopped.IsCompleted.ShouldBeFalse();
        making.Finish(Sample.Result);
        (await EndAsync(1)).Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_lease_that_the_store_no_longer_knows_stops_the_work()
    {
        Wrap.OnRenew = _ => new((bool?)false);
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        Clock.Advance(Options.RenewEvery);
        await making.Stopped;
    }

    [Fact]
    public async Task A_start_takes_up_what_the_node_held_when_it_died()
    {
        await AcceptAsync(1);
        await Store.LeaseAsync("n1", 1, Options.LeaseTime, Stop);
        await Worker.StartAsync(Stop);
        var making = await Engine.NextAsync();
        making.Attempt.Task.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_node_that_died_had_stored_for_tasks_at_work_is_taken_away_and_nothing_else()
    {
        foreach (var n in new[] { 1, 2, 3 })
            await AcceptAsync(n);
        var held = await Store.LeaseAsync("n1", 2, Options.LeaseTime, Stop);
        await Store.SucceedAsync(held[0].Lease, Sample.Result, Stop);
        await Worker.StartAsync(Stop);
        Engine.Forgotten.ToArray().ShouldBe([Sample.Id(2)], "before its creator can cancel it: no attempt would come to take it away");
        await Store.CancelAsync("a", $"{Sample.Id(2)}", Stop);
    }
}

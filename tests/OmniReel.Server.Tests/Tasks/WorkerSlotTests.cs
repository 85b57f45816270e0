using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>What a worker has at hand at the same time, and in which order.</summary>
public sealed class WorkerSlotTests : WorkerDesk
{
    [Fact]
    public async Task A_task_is_made_and_its_request_is_the_one_that_was_stored()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        making.Attempt.Request.Prompt.ShouldBe("a dancer by the sea");
        making.Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task Slots_bound_what_is_made_at_once_and_a_free_one_is_used()
    {
        for (var n = 1; n <= 3; n++)
            await AcceptAsync(n);
        await Worker.StartAsync(Stop);
        var first = await Engine.NextAsync();
        var second = await Engine.NextAsync();
        Engine.Waiting.ShouldBe(0);
        (await FindAsync(3)).Status.ShouldBe(VideoTaskStatus.Queued);
        first.Finish(Sample.Result);
        second.Finish(Sample.Result);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(3));
    }

    [Fact]
    public async Task A_film_that_waits_for_its_inputs_leaves_its_slot_to_later_ones_and_goes_on_before_those_not_begun()
    {
        Options = Options with { Slots = 1 };
        Employ();
        await Worker.StartAsync(Stop);
        await AcceptAsync(1, InputKind.FirstFrame);
        var slow = await Engine.NextAsync();
        slow.Attempt.Slot.Leave();
        await AcceptAsync(2);
        var second = await Engine.NextAsync();
        await AcceptAsync(3);
        var back = slow.Attempt.Slot.ReturnAsync(Stop);
        back.IsCompleted.ShouldBeFalse("there is one slot, and the second film has it");
        second.Finish(Sample.Result);
        await back.WaitAsync(Stop);
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await FindAsync(3)).Status.ShouldBe(VideoTaskStatus.Queued);
        slow.Finish(Sample.Result);
        (await EndAsync(1)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(3));
    }

    [Fact]
    public async Task So_many_wait_for_their_inputs_and_the_others_are_passed_over_by_films_without_any()
    {
        Options = Options with { Slots = 1, Waiting = 2 };
        Employ();
        for (var n = 1; n <= 4; n++)
            await AcceptAsync(n, InputKind.VideoEdit);
        await AcceptAsync(5);
        await Worker.StartAsync(Stop);
        var first = await LeavesAsync(1);
        await LeavesAsync(2);
        var text = await Engine.NextAsync();
        text.Attempt.Task.Id.ShouldBe(Sample.Id(5));
        text.Finish(Sample.Result);
        (await EndAsync(5)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await FindAsync(3)).Status.ShouldBe(VideoTaskStatus.Queued);
        first.Break(new EngineRefusedException("gone"));
        await LeavesAsync(3);
        await Worker.StopAsync(Stop);
        (await FindAsync(2)).Status.ShouldBe(VideoTaskStatus.Queued);
        (await FindAsync(3)).Status.ShouldBe(VideoTaskStatus.Queued);

        async Task<ScriptedEngine.Making> LeavesAsync(int n)
        {
            var making = await Engine.NextAsync();
            making.Attempt.Task.Id.ShouldBe(Sample.Id(n));
            making.Attempt.Slot.Leave();
            return making;
        }
    }

    [Fact]
    public async Task While_too_many_wait_for_something_nothing_more_is_begun()
    {
        Options = Options with { Slots = 1, Waiting = 1 };
        Employ();
        await Worker.StartAsync(Stop);
        var away = new List<ScriptedEngine.Making>();
        for (var n = 1; n <= 30; n++)
            await AcceptAsync(n);
        for (var n = 1; n <= 25; n++)
        {
            away.Add(await Engine.NextAsync());
            away[^1].Attempt.Slot.Leave();
        }

        away.Select(making => making.Attempt.Task.Id).ShouldBe(Enumerable.Range(1, 25).Select(n => Sample.Id(n)));
        await away[24].Attempt.Slot.ReturnAsync(Stop);
        (await FindAsync(26)).Status.ShouldBe(VideoTaskStatus.Queued);
        away[0].Finish(Sample.Result);
        away[24].Finish(Sample.Result);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(26));
    }

    [Fact]
    public async Task Progress_never_falls_before_the_end_is_written()
    {
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var making = await Engine.NextAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        making.Percent.Report(99);
        var shown = -1;
        Wrap.OnSucceed = () => shown = Feed.WithLiveProgress(making.Attempt.Task).Progress;
        making.Finish(Sample.Result);
        (await EndAsync(1)).Progress.ShouldBe(100);
        shown.ShouldBe(99);
    }
}

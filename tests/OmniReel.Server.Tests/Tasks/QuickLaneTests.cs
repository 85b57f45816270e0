using System.Text;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>Tasks whose films are there already, while every place for work is taken.</summary>
public sealed class QuickLaneTests : WorkerDesk
{
    public QuickLaneTests() => Options = Options with { Slots = 1 };

    [Fact]
    public async Task They_are_made_out_of_turn_and_the_others_keep_theirs()
    {
        var drawing = await BusyAsync(task => new(task.Id != Sample.Id(2)));
        await AcceptAsync(2);
        await AcceptAsync(3);
        var quick = await Engine.NextAsync();
        quick.Attempt.Task.Id.ShouldBe(Sample.Id(3));
        (quick.Attempt.Task.Status, quick.Attempt.Task.Attempts).ShouldBe((VideoTaskStatus.Running, 1));
        quick.Finish(Sample.Result);
        (await EndAsync(3)).Status.ShouldBe(VideoTaskStatus.Succeeded);
        (await FindAsync(1)).Status.ShouldBe(VideoTaskStatus.Running);
        (await FindAsync(2)).Status.ShouldBe(VideoTaskStatus.Queued);
        drawing.Finish(Sample.Result);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(2));
        Asked.Select(asked => asked.Id).ShouldBe([Sample.Id(2), Sample.Id(3)], "each is looked at once, and the first found a free place");
    }

    [Fact]
    public async Task One_whose_film_is_not_there_after_all_waits_for_a_place()
    {
        var drawing = await BusyAsync(_ => new(true));
        await AcceptAsync(2);
        var wrong = await Engine.NextAsync();
        var place = wrong.Attempt.Slot.ReturnAsync(Stop);
        place.IsCompleted.ShouldBeFalse("there is one place, and the first film has it");
        drawing.Finish(Sample.Result);
        await place.WaitAsync(Stop);
        wrong.Finish(Sample.Result);
        (await EndAsync(2)).Status.ShouldBe(VideoTaskStatus.Succeeded);
    }

    [Fact]
    public async Task A_look_that_breaks_costs_the_task_nothing_and_the_next_one_is_looked_at()
    {
        var drawing = await BusyAsync(task => task.Id == Sample.Id(2) ? throw new InvalidOperationException("the look") : new(true));
        await AcceptAsync(2);
        await AcceptAsync(3);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(3));
        drawing.Finish(Sample.Result);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(2));
    }

    [Fact]
    public async Task What_demands_a_new_film_and_what_is_large_is_not_looked_at()
    {
        var drawing = await BusyAsync(_ => new(true));
        await AcceptAsync(2, Encoding.UTF8.GetBytes(Request("")), InputKind.TextToVideo, fresh: true);
        await AcceptAsync(3, Encoding.UTF8.GetBytes(Request(new string('x', BodyRoom.Small))), InputKind.TextToVideo);
        await AcceptAsync(4);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(4));
        Asked.Select(asked => asked.Id).ShouldBe([Sample.Id(4)]);
        drawing.Finish(Sample.Result);
        (await Engine.NextAsync()).Attempt.Task.Id.ShouldBe(Sample.Id(2));

        static string Request(string note) =>
            $$"""{"model_name":"kling-v3-omni","mode":"std","aspect_ratio":"16:9","duration":"5","prompt":"a dancer","note":"{{note}}"}""";
    }

    [Fact]
    public async Task Of_many_each_is_looked_at_in_haste_and_a_task_that_found_a_place_meanwhile_is_not()
    {
        var hold = new TaskCompletionSource<bool>();
        var drawing = await BusyAsync(task => task.Id == Sample.Id(2) ? new(hold.Task) : new(false));
        for (var n = 2; n <= 12; n++)
            await AcceptAsync(n);
        await Eventually.Async(() => Task.FromResult(Asked.Length == 1));
        drawing.Finish(Sample.Result);
        var second = await Engine.NextAsync();
        second.Attempt.Task.Id.ShouldBe(Sample.Id(2), "its turn has come");
        hold.SetResult(true);
        await Eventually.Async(() => Task.FromResult(Asked.Length == 11));
        Asked.Select(asked => asked.InHaste).ShouldBe([false, .. Enumerable.Repeat(true, 5), .. Enumerable.Repeat(false, 5)]);
        Engine.Waiting.ShouldBe(0, "it is leased once");
        second.Break(new EngineRefusedException("no"));
    }

    [Fact]
    public async Task A_stop_gives_them_back_as_it_does_all_others()
    {
        await BusyAsync(_ => new(true));
        await AcceptAsync(2);
        await Engine.NextAsync();
        await Worker.StopAsync(Stop);
        foreach (var n in new[] { 1, 2 })
            (await FindAsync(n)).Status.ShouldBe(VideoTaskStatus.Queued);
    }

    /// <summary>Looks at tasks since the first, which may have been looked at while it was leased.</summary>
    private (long Id, bool InHaste)[] Asked => [.. Engine.Asked.Where(asked => asked.Id != Sample.Id(1))];

    /// <summary>A worker whose one place the first task has; from then on the engine answers so.</summary>
    private async Task<ScriptedEngine.Making> BusyAsync(Func<VideoTask, ValueTask<bool>> has)
    {
        Employ();
        await Worker.StartAsync(Stop);
        await AcceptAsync(1);
        var drawing = await Engine.NextAsync();
        Engine.Has = has;
        return drawing;
    }
}

using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Faults;

/// <summary>
/// An engine whose work takes as long as was ordered, by the clock of the task's test, and ends as was ordered. Who only waits holds no
/// place for work, so a task that never ends keeps no other from being made.
/// </summary>
internal sealed class LabEngine(IEngine inner, LabRooms rooms) : IEngine
{
    private const int PercentWhenFetching = 3, PercentWhenDone = 99;

    private static readonly string[] s_waits = ["queue", "slow", "stuck", "fail"];

    public string Name => inner.Name;

    public ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation)
    {
        var known = rooms.Of(task);
        if (Array.Exists(s_waits, id => known.Order(id) is not null)) return new(true);
        var (asked, instead) = StandIn.For(known, task, request);
        return inner.HasAsync(asked, instead, body, inHaste, cancellation);
    }

    public async Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        var known = rooms.Of(attempt.Task);
        var waits = Array.Exists(s_waits, id => known.Order(id) is not null);
        if (waits)
        {
            attempt.Slot.Leave();
            await WaitAsync(known, attempt.Task, percent, cancellation);
        }

        known.Begin();
        var (task, request) = StandIn.For(known, attempt.Task, attempt.Request);
        var result = await inner.MakeAsync(attempt with { Task = task, Request = request }, known.Order("slow") is null ? percent : new Silence(), cancellation);
        if (known.FailsAt("storing"))
        {
            percent.Report(PercentWhenDone);
            throw Failed(known, attempt.Task);
        }

        return result;
    }

    public void Forget(VideoTask task) => inner.Forget(task);

    private static async Task WaitAsync(LabTask known, VideoTask task, IProgress<int> percent, CancellationToken cancellation)
    {
        if (known.Order("queue") is { } queue) await DelayAsync(known, queue.Seconds("seconds"), cancellation);
        if (known.FailsAt("queued")) throw Failed(known, task);
        known.Begin();
        if (known.FailsAt("fetching"))
        {
            percent.Report(PercentWhenFetching);
            throw Failed(known, task);
        }

        await WorkAsync(known, task, percent, cancellation);
    }

    // Step by step up to 99 percent; what was ordered for a percentage happens once it is reached.
    private static async Task WorkAsync(LabTask known, VideoTask task, IProgress<int> percent, CancellationToken cancellation)
    {
        var slow = known.Order("slow");
        var steps = slow is null ? 1 : (int)slow.Number("steps");
        var pause = slow is null ? TimeSpan.Zero : slow.Seconds("seconds") / steps;
        var stuck = known.Order("stuck");
        var failsAt = known.FailsAt("processing") ? (int)known.Order("fail")!.Number("percent") : int.MaxValue;
        for (var step = 1; step <= steps; step++)
        {
            var reached = PercentWhenDone * step / steps;
            if (stuck is not null && reached >= stuck.Number("at"))
            {
                await StandStillAsync(known, stuck, percent, cancellation);
                stuck = null;
            }

            if (reached >= failsAt)
            {
                percent.Report(failsAt);
                throw Failed(known, task);
            }

            if (pause > TimeSpan.Zero) await DelayAsync(known, pause, cancellation);
            if (slow is not null) percent.Report(reached);
        }
    }

    private static async Task StandStillAsync(LabTask known, LabOrder stuck, IProgress<int> percent, CancellationToken cancellation)
    {
        // Progress is told ten times a second at most; a step that comes just after the one before it is told a little later.
        await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, cancellation);
        percent.Report((int)stuck.Number("at"));
        await DelayAsync(known, stuck.Given("seconds") ? stuck.Seconds("seconds") : Timeout.InfiniteTimeSpan, cancellation);
    }

    private static Task DelayAsync(LabTask known, TimeSpan time, CancellationToken cancellation) => known.Room.Clock.PassAsync(time, cancellation);

    private static EngineRefusedException Failed(LabTask known, VideoTask task)
    {
        var fail = known.Order("fail")!;
        return new EngineRefusedException(fail.Given("message") ? fail.Word("message") : LabMessages.Failed(fail.Word("at"), task.Facts.Language));
    }

    /// <summary>For an engine whose progress is told by somebody else.</summary>
    private sealed class Silence : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}

using System.Diagnostics;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Hosting;

/// <summary>
/// Ends the process, as <c>kill -9</c> does, when a point is reached for the given time: for tests of what a crash leaves behind.
/// Only in a server with the fault lab: <c>OMNIREEL_CRASH_AT=AfterIntent</c>, or <c>AfterIntent:3</c> for the third time.
/// </summary>
internal sealed class DeadlyCrashPoints(CrashPoint deadly, int times) : ICrashPoints
{
    private int _left = times;

    /// <summary>Null for a text that names no point.</summary>
    public static DeadlyCrashPoints? Of(string? text)
    {
        if (text?.Split(':') is not [var name, .. var more] || !Enum.TryParse<CrashPoint>(name, out var point) || !Enum.IsDefined(point))
            return null;
        return more switch
        {
            [] => new DeadlyCrashPoints(point, 1),
            [var times] when int.TryParse(times, out var count) && count > 0 => new DeadlyCrashPoints(point, count),
            _ => null,
        };
    }

    public void Reach(CrashPoint point)
    {
        if (point != deadly || Interlocked.Decrement(ref _left) != 0)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        // It is killed from outside; until then nothing more may happen.
        new ManualResetEventSlim().Wait();
    }
}

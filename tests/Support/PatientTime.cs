namespace OmniReel.Testing;

/// <summary>
/// The real clock with timers that take ten times as long: for tests of what a decoder says and not of when it is given up, on machines
/// that stand still for seconds.
/// </summary>
public sealed class PatientTime : TimeProvider
{
    private const int Times = 10;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Longer(dueTime), Longer(period));

    private static TimeSpan Longer(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time * Times;
}

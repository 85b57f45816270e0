namespace OmniReel.Server.Tests.Engines.Submits;

/// <summary>A clock for whom every wait is over at once, and has taken its time. A patience is no wait: those do not end.</summary>
internal sealed class HurriedClock(params TimeSpan[] patiences) : TimeProvider
{
    private long _now = new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _now, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan && !patiences.Contains(dueTime))
        {
            Advance(dueTime);
            ThreadPool.UnsafeQueueUserWorkItem(static due => due.callback(due.state), (callback, state), preferLocal: true);
        }

        return new Spent();
    }

    private sealed class Spent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}

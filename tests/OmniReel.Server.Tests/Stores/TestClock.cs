using Microsoft.Extensions.Time.Testing;

namespace OmniReel.Server.Tests.Stores;

/// <summary>A clock whose wall time can jump either way while monotonic time only goes on.</summary>
internal sealed class TestClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero))
{
    public TimeSpan Jump { get; set; }

    /// <summary>Told how long each new timer is to run.</summary>
    public Action<TimeSpan> OnTimer { get; set; } = _ => { };

    public long Milliseconds => GetUtcNow().ToUnixTimeMilliseconds();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        OnTimer(dueTime);
        return timer;
    }
}

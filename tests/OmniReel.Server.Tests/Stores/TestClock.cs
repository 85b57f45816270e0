using Microsoft.Extensions.Time.Testing;

namespace OmniReel.Server.Tests.Stores;

/// <summary>A clock whose wall time can jump either way while monotonic time only goes on.</summary>
internal sealed class TestClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero))
{
    public TimeSpan Jump { get; set; }

    public long Milliseconds => GetUtcNow().ToUnixTimeMilliseconds();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;
}

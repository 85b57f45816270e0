using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Lab.Rooms;

namespace OmniReel.Server.Tests.Lab;

public sealed class VirtualClockTests : IDisposable
{
    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly VirtualClock _clock;

    public VirtualClockTests() => _clock = new VirtualClock(_real);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _clock.Dispose();

    [Fact]
    public async Task An_instant_clock_jumps_to_what_is_due_and_in_order()
    {
        var begun = _clock.GetUtcNow();
        _clock.Pace = new ClockPace(0, false);
        var order = new List<int>();
        var waits = Enumerable.Range(1, 5).Reverse().Select(async hours =>
        {
            await Task.Delay(TimeSpan.FromHours(hours), _clock, Stop);
            lock (order) order.Add(hours);
        }).ToList();
        ClockPace.TryParse("instant", out var instant).ShouldBeTrue();
        _clock.Pace = instant;
        await Task.WhenAll(waits);
        order.ShouldBe([1, 2, 3, 4, 5]);
        (_clock.GetUtcNow() - begun).ShouldBe(TimeSpan.FromHours(5));
    }

    [Fact]
    public async Task A_fast_clock_goes_by_the_real_one_and_a_stopped_one_by_hand()
    {
        var begun = _clock.GetUtcNow();
        ClockPace.TryParse("x60", out var fast).ShouldBeTrue();
        _clock.Pace = fast;
        var hour = Task.Delay(TimeSpan.FromHours(1), _clock, Stop);
        _real.Advance(TimeSpan.FromSeconds(30));
        (_clock.GetUtcNow() - begun).ShouldBe(TimeSpan.FromMinutes(30));
        hour.IsCompleted.ShouldBeFalse();
        // The alarm is set on another thread.
        while (!hour.IsCompleted)
        {
            _real.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        ClockPace.TryParse("stopped", out var stopped).ShouldBeTrue();
        _clock.Pace = stopped;
        var now = _clock.GetUtcNow();
        var day = Task.Delay(TimeSpan.FromDays(1), _clock, Stop);
        _real.Advance(TimeSpan.FromDays(3));
        _clock.GetUtcNow().ShouldBe(now);
        day.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromDays(1));
        await day;
        _clock.GetUtcNow().ShouldBe(now + TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData("real", "real")]
    [InlineData(" Instant", "instant")]
    [InlineData("x2.5", "x2.5")]
    [InlineData("x1", "real")]
    public void Paces_have_names(string text, string name)
    {
        ClockPace.TryParse(text, out var pace).ShouldBeTrue();
        pace.ToString().ShouldBe(name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fast")]
    [InlineData("x0")]
    [InlineData("x-1")]
    [InlineData("x1e9")]
    public void Other_words_are_no_paces(string text) => ClockPace.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public async Task A_timer_that_is_given_up_is_not_waited_for()
    {
        using var canceled = new CancellationTokenSource();
        _clock.Pace = new ClockPace(0, false);
        var wait = Task.Delay(TimeSpan.FromHours(1), _clock, canceled.Token);
        await canceled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => wait);
        var begun = _clock.GetUtcNow();
        _clock.Pace = new ClockPace(1, true);
        await Task.Delay(TimeSpan.FromMinutes(1), _clock, Stop);
        (_clock.GetUtcNow() - begun).ShouldBe(TimeSpan.FromMinutes(1));
    }
}

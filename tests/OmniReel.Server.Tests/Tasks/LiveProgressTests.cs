using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

public sealed class LiveProgressTests
{
    private readonly TestClock _clock = new();
    private readonly TaskSignals _signals = new();
    private readonly VideoTask _running = Sample.Queued(1) with { Status = VideoTaskStatus.Running, Version = 2048 };

    [Fact]
    public void Reports_show_when_they_grow_and_ten_times_a_second_at_most()
    {
        var live = new LiveProgress(_signals, _clock);
        using var attempt = live.Begin(_running);
        var shown = new List<int>();
        for (var percent = 0; percent <= 100; percent++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            attempt.Report(percent);
            attempt.Report(percent - 5);
            shown.Add(live.Overlay(_running).Progress);
        }

        shown.Distinct().Count().ShouldBeInRange(9, 12);
        shown.ShouldBe(shown.Order());
        shown[^1].ShouldBe(99);
    }

    [Fact]
    public void Each_step_is_a_newer_version_and_the_next_write_is_newer_than_all()
    {
        var live = new LiveProgress(_signals, _clock);
        using var attempt = live.Begin(_running);
        var last = live.Overlay(_running).Version;
        for (var percent = 1; percent <= 99; percent++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            attempt.Report(percent);
            var version = live.Overlay(_running).Version;
            version.ShouldBeGreaterThan(last);
            last = version;
        }

        last.ShouldBeLessThan(_running.Version + VideoTask.VersionsPerWrite);
        var ended = _running with { Version = _running.Version + VideoTask.VersionsPerWrite, Status = VideoTaskStatus.Succeeded, Progress = 100 };
        live.Overlay(ended).ShouldBe(ended);
    }

    [Fact]
    public void An_attempt_that_is_over_shows_nothing_and_does_not_end_its_successor()
    {
        var live = new LiveProgress(_signals, _clock);
        var first = live.Begin(_running);
        var again = _running with { Version = 4096 };
        using var second = live.Begin(again);
        first.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(1));
        second.Report(40);
        live.Overlay(again).Progress.ShouldBe(40);
        live.Overlay(_running).Progress.ShouldBe(0);
    }
}

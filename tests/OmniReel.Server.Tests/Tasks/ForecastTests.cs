using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

public sealed class ForecastTests
{
    private readonly Forecast _forecast = new(new WorkerOptions { Node = "n", Slots = 2 });
    private readonly VideoTask _running = Sample.Queued(1) with { Status = VideoTaskStatus.Running };

    [Fact]
    public void It_learns_what_films_cost_here()
    {
        for (var film = 0; film < 50; film++)
            _forecast.Learn(_running, TimeSpan.FromSeconds(20));
        _forecast.EtaMs(_running, null)!.Value.ShouldBeInRange(19_000, 21_000);
        _forecast.EtaMs(_running with { Progress = 75 }, null)!.Value.ShouldBeInRange(4_500, 5_500);
    }

    [Fact]
    public void Whoever_waits_longer_in_the_queue_ends_later()
    {
        var waiting = Sample.Queued(1);
        var next = _forecast.EtaMs(waiting, 0)!.Value;
        next.ShouldBeGreaterThan(_forecast.EtaMs(_running, null)!.Value);
        _forecast.EtaMs(waiting, 10)!.Value.ShouldBeGreaterThan(next);
        _forecast.EtaMs(waiting with { Status = VideoTaskStatus.Failed }, null).ShouldBeNull();
    }
}

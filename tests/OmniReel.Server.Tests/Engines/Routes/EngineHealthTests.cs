using Microsoft.Extensions.Time.Testing;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Engines.Routes;

public sealed class EngineHealthTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Each_unavailability_doubles_the_rest_up_to_a_minute_with_some_spread()
    {
        var health = new EngineHealth(["a"], _time, "n1");
        foreach (var (times, seconds) in new[] { (1, 1.0), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60), (8, 60), (200, 60) })
        {
            while (health.Of("a").Unavailable < times)
            {
                health.Unavailable("a");
                var rest = health.Of("a").Rest;
                if (health.Of("a").Unavailable == times) rest.TotalSeconds.ShouldBe(seconds, seconds * 0.2);
                health.TryTake("a").ShouldBeFalse();
                _time.Advance(rest - TimeSpan.FromMilliseconds(1));
                health.Of("a").State.ShouldBe(EngineState.Resting);
                _time.Advance(TimeSpan.FromMilliseconds(1));
                health.Of("a").ShouldBe(new(EngineState.Due, health.Of("a").Unavailable, TimeSpan.Zero));
            }
        }

        // Two servers do not come back at the same moment, and each always rests as long.
        Rest("n1").ShouldBe(Rest("n1"));
        Rest("n1").ShouldNotBe(Rest("n2"));

        TimeSpan Rest(string seed)
        {
            var one = new EngineHealth(["a"], _time, seed);
            one.Unavailable("a");
            return one.Of("a").Rest;
        }
    }

    [Fact]
    public void After_the_rest_one_attempt_probes_and_a_success_ends_it()
    {
        var health = new EngineHealth(["a"], _time, "n1");
        health.Unavailable("a");
        _time.Advance(TimeSpan.FromSeconds(2));
        health.TryTake("a").ShouldBeTrue("the probe");
        health.Of("a").State.ShouldBe(EngineState.Probing);
        health.TryTake("a").ShouldBeFalse("one at a time");
        health.Unavailable("a");
        health.Of("a").ShouldBe(new(EngineState.Resting, 2, health.Of("a").Rest));
        _time.Advance(TimeSpan.FromSeconds(3));
        health.TryTake("a").ShouldBeTrue();
        health.Succeeded("a");
        health.Of("a").ShouldBe(new(EngineState.Well, 0, TimeSpan.Zero));
        health.TryTake("a").ShouldBeTrue();
        health.TryTake("a").ShouldBeTrue();
        health.Unavailable("a");
        health.Of("a").Unavailable.ShouldBe(1, "a success begins the count anew");
    }

    [Fact]
    public void A_probe_that_nobody_tells_the_end_of_is_forgotten()
    {
        var health = new EngineHealth(["a"], _time, "n1");
        health.Unavailable("a");
        _time.Advance(TimeSpan.FromSeconds(2));
        health.TryTake("a").ShouldBeTrue();
        _time.Advance(EngineHealth.ProbeTime - TimeSpan.FromMilliseconds(1));
        health.TryTake("a").ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        health.TryTake("a").ShouldBeTrue("another probe");
    }

    [Fact]
    public void Attempts_that_were_under_way_together_lengthen_no_rest()
    {
        var health = new EngineHealth(["a", "b"], _time, "n1");
        for (var i = 0; i < 50; i++) health.Unavailable("a");
        health.Of("a").Unavailable.ShouldBe(1);
        health.Of("b").State.ShouldBe(EngineState.Well);
        health.Unavailable("gone");
        health.Of("gone").State.ShouldBe(EngineState.Well);
    }

    [Fact]
    public void One_that_rests_is_passed_over_while_another_can_and_taken_when_all_rest()
    {
        var routes = RouterTests.Over("* = a > b > c", "embedded a b c", _time);
        var request = Requests.Of();
        routes.Health.Unavailable("a");
        First().ShouldBe("b");
        routes.NextFor(Sample.Queued(1), request, ["b"]).ShouldBe("c");
        routes.NextFor(Sample.Queued(1), request, ["b", "c"]).ShouldBe("a", "it rests, and no other is left");
        routes.NextFor(Sample.Queued(1), request, ["a", "b", "c"]).ShouldBeNull();
        routes.Health.Unavailable("b");
        routes.Health.Unavailable("c");
        First().ShouldBe("a", "all rest: the first that can");
        _time.Advance(TimeSpan.FromSeconds(2));
        First().ShouldBe("a", "its probe");
        First().ShouldBe("b", "b's probe, while a is probed");
        routes.Explain(request, Language.English).Stops.Select(stop => stop.Condition!.State).ShouldBe([EngineState.Probing, EngineState.Probing, EngineState.Due]);
        routes.Explain(request, Language.English).Stops.Select(stop => stop.Chance).ShouldBe([0, 0, 1]);
        routes.Health.Succeeded("a");
        First().ShouldBe("a");
        First().ShouldBe("a");

        string? First() => routes.FirstFor(request, 1, Language.English).Engine;
    }

    [Fact]
    public void Within_a_step_those_that_are_left_share_by_weight()
    {
        var routes = RouterTests.Over("* = a:6, b:3, c:1", "embedded a b c", _time);
        routes.Health.Unavailable("a");
        const int Tasks = 20_000;
        var b = Enumerable.Range(0, Tasks).Count(n => routes.FirstFor(Requests.Of(), Sample.Id(n), Language.English).Engine == "b");
        ((double)b / Tasks).ShouldBe(0.75, 0.02);
        routes.Explain(Requests.Of(), Language.English).Stops.Select(stop => stop.Chance).ShouldBe([0, 0.75, 0.25]);
    }

    [Fact]
    public async Task Of_many_at_once_one_probes()
    {
        var health = new EngineHealth(["a"], _time, "n1");
        for (var round = 0; round < 200; round++)
        {
            health.Unavailable("a");
            _time.Advance(TimeSpan.FromMinutes(2));
            var takes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => health.TryTake("a"), TestContext.Current.CancellationToken)));
            takes.Count(taken => taken).ShouldBe(1);
        }
    }
}

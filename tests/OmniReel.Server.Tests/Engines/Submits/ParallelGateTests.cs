using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Tests.Engines.Submits;

public sealed class ParallelGateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _time = new();

    [Theory, InlineData(1), InlineData(5), InlineData(30)]
    public async Task It_finds_how_many_films_an_account_makes_and_keeps_to_it(int limit)
    {
        var gate = new ParallelGate(null, _time);
        var (taken, refused) = (new List<ParallelGate.Place>(), 0);
        // As many as it lets in, until the account has refused some; each place is asked for as often as there is room.
        for (var i = 0; i < 200 && gate.Free > 0; i++)
        {
            var entering = gate.EnterAsync(Stop);
            while (!entering.IsCompleted)
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            var place = await entering;
            if (taken.Count < limit)
            {
                taken.Add(place);
                gate.Taken();
                continue;
            }

            refused++;
            gate.TooMany();
            place.Dispose();
        }

        (gate.Limit, gate.Inside, refused).ShouldBe((limit, limit, 1));

        // After a quiet minute one more is tried, once.
        taken[0].Dispose();
        _time.Advance(TimeSpan.FromMinutes(2));
        var again = await gate.EnterAsync(Stop);
        gate.Taken();
        gate.Limit.ShouldBe(limit + 1);
        again.Dispose();
    }

    [Fact]
    public async Task Those_who_wait_come_in_in_their_order_and_one_who_gives_up_takes_no_place()
    {
        var gate = new ParallelGate(1, _time);
        var first = await gate.EnterAsync(Stop);
        using var gaveUp = new CancellationTokenSource();
        var second = gate.EnterAsync(gaveUp.Token);
        var third = gate.EnterAsync(Stop);
        gate.Free.ShouldBe(0);
        await gaveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => second);
        third.IsCompleted.ShouldBeFalse();
        first.Dispose();
        first.Dispose();
        (await third).Dispose();
        (gate.Inside, gate.Free).ShouldBe((0, 1));
    }

    [Fact]
    public async Task What_the_upstream_has_already_counts_whatever_the_limit()
    {
        var gate = new ParallelGate(2, _time);
        var resumed = Enumerable.Range(0, 5).Select(_ => gate.Resume()).ToList();
        var waits = gate.EnterAsync(Stop);
        (gate.Inside, waits.IsCompleted).ShouldBe((5, false));
        resumed.ForEach(place => place.Dispose());
        (await waits).Dispose();
    }

    [Fact]
    public async Task After_too_fast_it_pauses_and_longer_each_time()
    {
        var gate = new ParallelGate(10, _time);
        foreach (var seconds in new[] { 1, 2, 4 })
        {
            gate.TooFast();
            var entering = gate.EnterAsync(Stop);
            _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
            entering.IsCompleted.ShouldBeFalse();
            _time.Advance(TimeSpan.FromMilliseconds(2));
            (await entering).Dispose();
        }

        gate.Taken();
        (await gate.EnterAsync(Stop)).Dispose();
    }
}

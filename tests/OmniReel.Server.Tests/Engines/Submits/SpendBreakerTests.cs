using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Engines.Submits;

public sealed class SpendBreakerTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, InlineData(0), InlineData(2)]
    public async Task More_than_may_be_lost_in_an_hour_stop_the_next_submit_until_the_hour_is_over(int most)
    {
        var store = new MemorySubmitStore(_ => true, _ => false, _time);
        var settings = new SubmitSettings { ReferencePrefix = "w", MostLostPerHour = most };
        var breaker = new SpendBreaker(store, settings, "kling", _time, NullLogger.Instance);
        var other = new SpendBreaker(store, settings, "other", _time, NullLogger.Instance);
        for (var n = 1; n <= most + 1; n++)
        {
            (await breaker.IsTrippedAsync(Stop)).ShouldBeFalse($"{n - 1} were lost");
            await LoseAsync(store, n);
        }

        (await breaker.IsTrippedAsync(Stop), await other.IsTrippedAsync(Stop)).ShouldBe((true, false));
        using var wait = new SubmitWait(new ParallelGate(null, _time), breaker, _time);
        var entering = wait.EnterAsync(Stop);
        _time.Advance(TimeSpan.FromMinutes(59));
        entering.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMinutes(2));
        await entering.WaitAsync(TimeSpan.FromMinutes(1), Stop);
    }

    [Fact]
    public async Task Where_nobody_said_how_many_any_number_may_be_lost()
    {
        var store = new MemorySubmitStore(_ => true, _ => false, _time);
        for (var n = 1; n <= 50; n++)
            await LoseAsync(store, n);
        (await new SpendBreaker(store, new SubmitSettings { ReferencePrefix = "w" }, "kling", _time, NullLogger.Instance).IsTrippedAsync(Stop)).ShouldBeFalse();
    }

    private static async Task LoseAsync(MemorySubmitStore store, int n)
    {
        var submit = await store.IntendAsync(new Lease(Sample.Id(n), "node", 1), new NewSubmit("kling", "w", null, "", 1, 0, 0), Stop);
        await store.RecordAsync(submit!.Id, SubmitEvent.Lose, new SubmitNews(), Stop);
    }
}

using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Tests.Callbacks;

public sealed class RetryScheduleTests
{
    private static readonly CallbackOptions Options = new();
    private readonly RetrySchedule _schedule = new(Options);

    [Fact]
    public void The_times_between_attempts()
    {
        Options.Schedule.ShouldBe([
            TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
            TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(24)]);
        _schedule.After(9, 1, null).ShouldBeNull("the ninth was the last");
        for (var attempt = 1; attempt < 9; attempt++)
        {
            var waits = Enumerable.Range(1, 1000).Select(number => _schedule.After(attempt, number, null)!.Value / Options.Schedule[attempt]).ToList();
            waits.Min().ShouldBeInRange(0.8, 0.82);
            waits.Max().ShouldBeInRange(1.18, 1.2);
            waits.Average().ShouldBe(1, 0.02);
        }
    }

    [Fact]
    public void The_same_delivery_gets_the_same_times_in_every_life() =>
        _schedule.After(3, 77, null).ShouldBe(new RetrySchedule(new CallbackOptions()).After(3, 77, null));

    [Fact]
    public void A_receiver_may_ask_for_more_time_but_not_for_less_and_not_for_more_than_an_hour()
    {
        _schedule.After(1, 1, TimeSpan.FromMinutes(10)).ShouldBe(TimeSpan.FromMinutes(10));
        _schedule.After(1, 1, TimeSpan.FromDays(3)).ShouldBe(TimeSpan.FromHours(1));
        _schedule.After(6, 1, TimeSpan.FromSeconds(1)).ShouldBe(_schedule.After(6, 1, null));
    }
}

using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

public sealed class TaskIdsTests
{
    [Fact]
    public void Ids_have_18_digits_sort_by_second_and_never_repeat()
    {
        var clock = new TestClock();
        var ids = new TaskIds(clock, 0);
        var seen = new HashSet<long>();
        var before = 0L;
        for (var second = 0; second < 5; second++)
        {
            var made = Enumerable.Range(0, 20_000).Select(_ => ids.Next()).ToList();
            made.ShouldAllBe(id => seen.Add(id) && TaskIds.TryParse($"{id}", out id));
            made.Min().ShouldBeGreaterThan(before);
            before = made.Max();
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-240)]
    [InlineData(240)]
    public void A_jump_of_the_clock_makes_no_id_that_was_made_before_and_none_below(int hours)
    {
        var clock = new TestClock();
        var ids = new TaskIds(clock, 0);
        var before = ids.Next();
        clock.Jump = TimeSpan.FromHours(hours);
        var after = Enumerable.Range(0, 1000).Select(_ => ids.Next()).ToList();
        after.ShouldNotContain(before);
        after.Distinct().Count().ShouldBe(1000);
        clock.Jump = TimeSpan.Zero;
        (ids.Next() / 31_250_000).ShouldBeGreaterThanOrEqualTo(before / 31_250_000);
    }

    [Fact]
    public void A_new_maker_begins_above_the_newest_id_of_the_store()
    {
        var clock = new TestClock();
        var newest = new TaskIds(clock, 0).Next();
        clock.Jump = TimeSpan.FromDays(-100);
        new TaskIds(clock, newest).Next().ShouldBeGreaterThan(newest);
    }

    [Fact]
    public void A_slice_of_a_second_that_is_used_up_lends_from_the_next()
    {
        var ids = new TaskIds(new TestClock(), 0);
        var first = ids.Next();
        for (var n = 1; n < 1 << 16; n++)
            ids.Next();
        ids.Next().ShouldBeGreaterThan(first - first % 31_250_000 + 31_250_000 - 1);
    }

    [Theory]
    [InlineData("099999999999999999")]
    [InlineData("12345678901234567")]
    [InlineData("1234567890123456789")]
    [InlineData("12345678901234567x")]
    [InlineData("+12345678901234567")]
    [InlineData("")]
    public void Other_texts_are_not_ids(string text) => TaskIds.TryParse(text, out _).ShouldBeFalse();
}

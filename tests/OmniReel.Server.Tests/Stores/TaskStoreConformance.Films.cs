using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

public abstract partial class TaskStoreConformance
{
    [Fact]
    public async Task A_film_is_found_by_its_key_once_its_task_succeeded_and_after_reopening()
    {
        await AcceptAsync(1);
        var leased = await LeaseOneAsync();
        (await Store.FindFilmAsync("a", "k", Stop)).ShouldBeNull();
        (await Store.SucceedAsync(leased.Lease, Sample.Result with { FilmKey = "k", Sums = new Dictionary<string, string> { ["film"] = "00" } }, Stop)).ShouldBeTrue();
        await Check();
        await ReopenAsync();
        await Check();

        async Task Check()
        {
            var found = (await Store.FindFilmAsync("a", "k", Stop)).ShouldNotBeNull();
            found.ShouldBeEquivalentTo(await FindAsync(1));
            found.Result!.Sums.ShouldNotBeNull()["film"].ShouldBe("00");
            (await Store.FindFilmAsync("b", "k", Stop)).ShouldBeNull("films belong to tenants");
            (await Store.FindFilmAsync("a", "K", Stop)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Of_several_films_of_one_key_the_newest_is_found_and_films_without_a_key_never()
    {
        foreach (var n in new[] { 1, 2, 3 })
        {
            await AcceptAsync(n);
            await Store.SucceedAsync((await LeaseOneAsync()).Lease, Sample.Result with { FilmKey = n == 3 ? null : "k" }, Stop);
        }

        (await Store.FindFilmAsync("a", "k", Stop)).ShouldNotBeNull().Id.ShouldBe(Sample.Id(2));
        (await Store.FindFilmAsync("a", "", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_film_of_a_lease_that_was_lost_is_not_found()
    {
        await AcceptAsync(1);
        var leased = await LeaseOneAsync();
        await Store.CancelAsync("a", $"{Sample.Id(1)}", Stop);
        (await Store.SucceedAsync(leased.Lease, Sample.Result with { FilmKey = "k" }, Stop)).ShouldBeFalse();
        (await Store.FindFilmAsync("a", "k", Stop)).ShouldBeNull();
    }
}

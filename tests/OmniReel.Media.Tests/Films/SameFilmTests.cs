using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Films;

/// <summary>The same plan gives the same bytes: whole films with scenery, people, weather and a cut.</summary>
public sealed class SameFilmTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("film").FullName;

    [Fact]
    public async Task On_any_number_of_threads()
    {
        var plan = new FilmPlan(320, 180, [RealShots.Of(Place.Sea, 13), RealShots.Of(Place.Forest, 12)]);
        var one = await RealShots.FilmAsync(plan, 1, Path.Combine(_folder, "1.mp4"));
        foreach (var threads in new[] { 2, 5 })
            (await RealShots.FilmAsync(plan, threads, Path.Combine(_folder, $"{threads}.mp4"))).ShouldBe(one, $"{threads} threads");
    }

    [Fact]
    public void A_frame_alone_is_the_frame_of_the_film()
    {
        var renderer = new FilmRenderer(new RenderOptions(2));
        using var first = renderer.RenderFrame(new FilmPlan(320, 180, [RealShots.Of(Place.City)]), 40);
        using var again = renderer.RenderFrame(new FilmPlan(320, 180, [RealShots.Of(Place.City)]), 40);
        using var next = renderer.RenderFrame(new FilmPlan(320, 180, [RealShots.Of(Place.City)]), 41);

        first.Bytes.ShouldBe(again.Bytes);
        first.Bytes.ShouldNotBe(next.Bytes);
    }

    public void Dispose() => Directory.Delete(_folder, true);
}

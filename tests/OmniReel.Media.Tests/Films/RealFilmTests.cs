using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Tests.Encoding;

namespace OmniReel.Media.Tests.Films;

/// <summary>Films with real scenery and people, as ffprobe sees them.</summary>
public sealed class RealFilmTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("film").FullName;

    [Theory]
    [InlineData(1280, 720, Place.Sea)]
    [InlineData(720, 1280, Place.City)]
    [InlineData(960, 960, Place.Forest)]
    [InlineData(1920, 1080, Place.Mountains)]
    [InlineData(1080, 1920, Place.Room)]
    [InlineData(1440, 1440, Place.Meadow)]
    [InlineData(3840, 2160, Place.Room)]
    [InlineData(2160, 3840, Place.Mountains)]
    [InlineData(2880, 2880, Place.Sea)]
    public async Task Every_size_that_can_be_ordered_is_made(int width, int height, Place place)
    {
        var path = Path.Combine(_folder, "film.mp4");
        await RealShots.FilmAsync(new FilmPlan(width, height, [RealShots.Of(place, 2)]), 2, path);

        FinishedFilm.Probe("-count_frames", "-show_entries", "stream=codec_name,width,height,nb_read_frames", path)
            .ShouldBe(["codec_name=h264", $"width={width}", $"height={height}", "nb_read_frames=2"]);
    }

    [Fact]
    public async Task Cuts_between_places_are_on_their_frames()
    {
        int[] lengths = [7, 6, 9];
        var plan = new FilmPlan(320, 180, [RealShots.Of(Place.Meadow, 7), RealShots.Of(Place.City, 6), RealShots.Of(Place.Forest, 9)]);
        var path = Path.Combine(_folder, "film.mp4");
        await RealShots.FilmAsync(plan, 2, path);
        var frames = FinishedFilm.Frames(path, 320 * 180);

        frames.Count.ShouldBe(lengths.Sum());
        for (var i = 1; i < frames.Count; i++)
        {
            var change = Change(frames[i - 1], frames[i]);
            if (i is 7 or 13)
                change.ShouldBeGreaterThan(20, $"a cut to frame {i}");
            else
                change.ShouldBeLessThan(10, $"no cut to frame {i}");
        }
    }

    public void Dispose() => Directory.Delete(_folder, true);

    /// <summary>Mean difference of luma.</summary>
    private static double Change(byte[] before, byte[] after) => Enumerable.Range(0, 320 * 180).Average(i => Math.Abs(before[i] - after[i]));
}

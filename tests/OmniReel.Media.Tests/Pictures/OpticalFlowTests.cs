using OmniReel.Media.Frames;
using OmniReel.Media.Pictures;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Tests.Pictures;

public sealed class OpticalFlowTests
{
    [Theory]
    [InlineData(3, -2)]
    [InlineData(-9, 5)]
    [InlineData(0, 0)]
    public void A_shift_is_found(int across, int down)
    {
        const int width = 160, height = 90;
        var whole = Cloud.Of(new Grid(4, width + 40, height + 40), 5);
        float[] Cut(int left, int top) => [.. Enumerable.Range(0, width * height).Select(i => 255 * whole[(i / width + top) * (width + 40) + i % width + left])];
        var flow = OpticalFlow.Between(Cut(20, 20), Cut(20 - across, 20 - down), width, height);

        var inside = Enumerable.Range(0, width * height).Where(i => i % width is > 20 and < width - 20 && i / width is > 15 and < height - 15).ToList();
        var misses = inside.Average(i => Math.Abs(flow.Across[i] - across) + Math.Abs(flow.Down[i] - down));
        Console.WriteLine($"flow of ({across}, {down}): mean miss {misses:0.000} points");
        misses.ShouldBeLessThan(0.05f);
    }

    [Fact]
    public void Sureness_tells_like_pictures_from_unlike_ones()
    {
        var dance = TestPictures.OfFilm(Place.Sea, 20);
        double like = Sure(dance, TestPictures.OfFilm(Place.Sea, 61)), same = Sure(dance, dance);
        double other = Sure(dance, TestPictures.OfFilm(Place.Forest, 20)), noise = Sure(TestPictures.Noise(640, 360), TestPictures.Noise(640, 360, 2));
        var photographs = Sure(TestPictures.Photograph(640, 360), TestPictures.Photograph(640, 360, 2));
        Console.WriteLine($"sureness: the same {same:0.000}, 1.7 s apart {like:0.000}, another place {other:0.000}, photographs {photographs:0.000}, noise {noise:0.000}");
        same.ShouldBeGreaterThan(0.95);
        like.ShouldBeGreaterThan(0.5);
        other.ShouldBeLessThan(0.2);
        photographs.ShouldBeLessThan(0.2);
        // Waves resemble each other by chance; from half on flow is trusted whole.
        noise.ShouldBeLessThan(0.35);

        static double Sure(StillPicture a, StillPicture b) => TestPictures.Shot(a, b, 24).Treatment!.Confidence!.Value;
    }

    [Fact]
    public void What_travels_is_half_way_in_the_middle_and_not_seen_twice()
    {
        var wide = TestPictures.Photograph(720, 400);
        StillPicture first = Cut(wide, 20, 20), middle = Cut(wide, 40, 26), last = Cut(wide, 60, 32);
        var shot = TestPictures.Shot(first, last, 25, CameraMove.Static);
        shot.Treatment!.Morph.ShouldBe(Morph.Flow);
        var painted = TestPictures.Painted(shot, 12)[0];
        I420Frame a = PictureI420.Of(first), m = PictureI420.Of(middle), b = PictureI420.Of(last);
        double travels = 0, dissolves = 0;
        for (var y = 60; y < 300; y++)
        {
            for (var x = 80; x < 560; x++)
            {
                var at = y * 640 + x;
                // The swell of light is left out.
                travels += Math.Abs((painted.Bytes[at] - 16) / 1.03 + 16 - m.Bytes[at]);
                dissolves += Math.Abs((a.Bytes[at] + b.Bytes[at]) / 2.0 - m.Bytes[at]);
            }
        }

        Console.WriteLine($"half way: mean miss {travels / 115200:0.0} levels, of a dissolve {dissolves / 115200:0.0}");
        travels.ShouldBeLessThan(0.5 * dissolves);
    }

    private static StillPicture Cut(StillPicture wide, int left, int top)
    {
        var pixels = new byte[640 * 360 * 4];
        for (var y = 0; y < 360; y++)
            wide.Pixels.AsSpan(((y + top) * wide.Width + left) * 4, 640 * 4).CopyTo(pixels.AsSpan(y * 640 * 4));
        return new StillPicture(640, 360, pixels);
    }
}

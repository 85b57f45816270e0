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
        misses.ShouldBeLessThan(0.35f);
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
        photographs.ShouldBeLessThan(0.35);
        noise.ShouldBeLessThan(0.2);

        static double Sure(StillPicture a, StillPicture b) => TestPictures.Shot(a, b, 24).Treatment!.Confidence!.Value;
    }

    [Fact]
    public void What_travels_is_half_way_in_the_middle()
    {
        static StillPicture Disc(float x) => TestPictures.Draw(640, 360, canvas =>
        {
            canvas.Clear(new(0xFF80A0B0));
            using var paint = new SkiaSharp.SKPaint { Color = SkiaSharp.SKColors.Black, IsAntialias = true };
            for (var i = 0; i < 24; i++)
                canvas.DrawCircle(20 + 26 * i, i % 2 == 0 ? 40 : 320, 9, paint);
            canvas.DrawCircle(x, 180, 45, paint);
        });
        var shot = TestPictures.Shot(Disc(290), Disc(330), 25, CameraMove.Static);
        shot.Treatment!.Morph.ShouldBe(Morph.Flow);
        var middle = TestPictures.Painted(shot, 12)[0];
        double sum = 0, weight = 0;
        for (var y = 130; y < 230; y++)
        {
            for (var x = 150; x < 480; x++)
            {
                var dark = Math.Max(0, 100 - middle.Bytes[y * 640 + x]);
                sum += dark * x;
                weight += dark;
            }
        }

        (sum / weight).ShouldBe(310, 5);
        middle.Bytes[180 * 640 + 310].ShouldBeLessThan((byte)40);
        middle.Bytes[180 * 640 + 252].ShouldBeGreaterThan((byte)115, "a dissolve would be grey where only the first disc is");
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using OmniReel.Media.Scenes.Falling;
using SkiaSharp;

namespace OmniReel.Media.Tests.Scenes;

public sealed class PrecipitationTests
{
    private static readonly Stage Stage = new(320, 180);

    [Theory]
    [InlineData(Weather.Clear, Place.Sea)]
    [InlineData(Weather.Rain, Place.Room)]
    [InlineData(Weather.Snow, Place.Room)]
    public void Nothing_falls_in_clear_weather_or_indoors(Weather weather, Place place) =>
        Precipitation.Of(Shot(weather, place), Scene(150), Stage).ShouldBeEmpty();

    [Theory]
    [InlineData(Weather.Rain)]
    [InlineData(Weather.Snow)]
    public void It_falls_at_three_depths_over_the_whole_frame(Weather weather)
    {
        var layers = Precipitation.Of(Shot(weather), Scene(150), Stage);

        layers.Select(l => l.Depth).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
        using var picture = Picture(layers, 40);
        for (var column = 0; column < 4; column++)
            Drawn(picture, column * 80, 80).ShouldBeGreaterThan(40, $"column {column}");
    }

    [Theory]
    [InlineData(Weather.Rain)]
    [InlineData(Weather.Snow)]
    public void The_same_shot_gives_the_same_pixels_and_the_next_frame_others(Weather weather)
    {
        using var first = Picture(Precipitation.Of(Shot(weather), Scene(150), Stage), 40);
        using var again = Picture(Precipitation.Of(Shot(weather), Scene(150), Stage), 40);
        using var next = Picture(Precipitation.Of(Shot(weather), Scene(150), Stage), 41);

        again.Bytes.ShouldBe(first.Bytes);
        next.Bytes.SequenceEqual(first.Bytes).ShouldBeFalse();
    }

    [Fact]
    public void Rings_open_only_where_ground_is_seen()
    {
        var withGround = Precipitation.Of(Shot(Weather.Rain), Scene(150), Stage).Count;
        var closeUp = Precipitation.Of(Shot(Weather.Rain), Scene(400), Stage).Count;

        withGround.ShouldBe(closeUp + 1);
    }

    private static ShotPlan Shot(Weather weather, Place place = Place.Sea) => new() { Frames = 73, Seed = 9, Weather = weather, Place = place };

    private static Scene Scene(float ground) => new()
    {
        Light = new Light(new SKPoint(200, 60), SKColors.LightYellow, SKColors.Wheat, SKColors.Black.WithAlpha(100)),
        Behind = [],
        InFront = [],
        Standings = [new Standing(new SKPoint(120, ground), 60, true, 0)],
        Figures = new FigurePalette(SKColors.Red, SKColors.Gold, SKColors.Tan, SKColors.Black, SKColors.Brown),
        Vignette = SKColors.Black.WithAlpha(0),
    };

    private static SKBitmap Picture(IReadOnlyList<Layer> layers, int frame)
    {
        var bitmap = new SKBitmap(Stage.Width, Stage.Height);
        using var canvas = new SKCanvas(bitmap);
        foreach (var layer in layers)
            layer.Draw(canvas, new Moment(frame, 73));
        return bitmap;
    }

    private static int Drawn(SKBitmap picture, int left, int width) => Enumerable.Range(0, width * picture.Height)
        .Count(i => picture.GetPixel(left + i % width, i / width).Alpha > 20);
}

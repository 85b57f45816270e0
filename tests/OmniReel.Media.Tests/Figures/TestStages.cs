using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Tests.Figures;

/// <summary>A plain evening stage for figures: one warm light, no scenery.</summary>
internal static class TestStages
{
    public static Stage Wide { get; } = new(1280, 720);

    public static Light Sunset(Stage stage) => new(
        new SKPoint(stage.Width * 0.68f, stage.Height * 0.47f), Tint.Hex(0xFFE9A8), Tint.Hex(0xFFE2A0), Tint.Hex(0x3A0E3A).WithAlpha(120), 0.46f);

    public static FigurePalette Palette { get; } =
        new(Tint.Hex(0xE8263C), Tint.Hex(0xFFC23E), Tint.Hex(0xE2945A), Tint.Hex(0x3A1526), Tint.Hex(0xB02238));

    public static Scene Scene(Stage stage, int figures = 1, float travel = 0, bool right = true, float share = 0.36f) => new()
    {
        Light = Sunset(stage),
        Behind = [],
        InFront = [],
        Vignette = SKColors.Black,
        Figures = Palette,
        Standings =
        [
            .. Enumerable.Range(0, figures).Select(i => new Standing(
                new SKPoint(stage.Width * (0.5f + ((i - (figures - 1) / 2f) * 0.2f)), stage.Height * 0.93f), stage.Height * share, right, travel)),
        ],
    };

    public static ShotPlan Shot(params FigurePlan[] figures) => new() { Frames = 121, Seed = 7, Figures = figures };

    public static SKBitmap Draw(IEnumerable<Layer> layers, Stage stage, int frame, int frames = 121)
    {
        var bitmap = new SKBitmap(new SKImageInfo(stage.Width, stage.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        using var canvas = new SKCanvas(bitmap);
        foreach (var layer in layers)
            layer.Draw(canvas, new Moment(frame, frames));
        return bitmap;
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>Where the picture's few deciding lines lie, in stage pixels: one rule per shape of frame and shot size.</summary>
/// <param name="Sun">Centre of the light box.</param>
/// <param name="Horizon">Where sky meets land or water.</param>
/// <param name="Ground">Where feet stand; below the frame in medium shots and close-ups.</param>
/// <param name="Metre">Pixels per metre where figures stand.</param>
/// <param name="FigureX">Where a single figure stands: the third opposite to the sun.</param>
/// <param name="Zoom">Size of scenery relative to a full shot.</param>
internal sealed record Composition(SKPoint Sun, float Horizon, float Ground, float Metre, float FigureX, float Zoom)
{
    /// <summary>Height of a grown person, in metres.</summary>
    public const float Crown = 1.72f;

    /// <summary>The composition of an open landscape.</summary>
    public static Composition Of(Stage stage, TimeOfDay time, ShotSize size)
    {
        float w = stage.Width, h = stage.Height;
        var (sunX, sunY) = SunShare(stage, time);
        var figureX = sunX > 0.5f ? FigureShare(stage) : 1 - FigureShare(stage);
        var (horizon, ground, metre) = Lines(stage);
        var (scale, zoom) = size switch
        {
            ShotSize.Wide => (0.56f, 0.78f),
            ShotSize.Full => (1f, 1f),
            ShotSize.Medium => (1.6f, 1.25f),
            _ => (2.75f, 1.6f),
        };
        metre *= scale;
        ground = size switch
        {
            ShotSize.Wide => ground - 0.025f,
            ShotSize.Full => ground,
            // The crown stays this far below the frame's top.
            ShotSize.Medium => (stage.IsTall ? 0.26f : 0.14f) + Crown * metre,
            _ => (stage.IsTall ? 0.24f : 0.10f) + Crown * metre,
        };
        return new Composition(new SKPoint(sunX * w, sunY * h), horizon * h, ground * h, metre * h, figureX * w, zoom);
    }

    private static (float X, float Y) SunShare(Stage stage, TimeOfDay time) => (time, stage.IsTall) switch
    {
        (TimeOfDay.Sunrise, false) => (0.305f, 0.49f),
        (TimeOfDay.Sunrise, true) => (0.34f, 0.42f),
        (TimeOfDay.Noon, false) => (0.79f, 0.18f),
        (TimeOfDay.Noon, true) => (0.77f, 0.15f),
        (TimeOfDay.Sunset, false) => (0.685f, 0.49f),
        (TimeOfDay.Sunset, true) => (0.66f, 0.42f),
        (_, false) => (0.76f, 0.22f),
        (_, true) => (0.73f, 0.17f),
    };

    private static float FigureShare(Stage stage) => stage.IsTall ? 0.47f : stage.IsSquare ? 0.44f : 0.41f;

    private static (float Horizon, float Ground, float Metre) Lines(Stage stage) =>
        stage.IsTall ? (0.50f, 0.90f, 0.285f) : stage.IsSquare ? (0.60f, 0.945f, 0.355f) : (0.60f, 0.945f, 0.415f);
}

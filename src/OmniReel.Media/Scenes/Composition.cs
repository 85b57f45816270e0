using OmniReel.Media.Frames;
using OmniReel.Media.Figures;
using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
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

    /// <summary>Crown of a person, in metres above the ground.</summary>
    public static float CrownOf(Person person) => person switch
    {
        Person.Woman => Crown,
        Person.Man => 1.83f,
        _ => 1.15f,
    };

    /// <summary>The composition of an open landscape: near shots are measured by those who are in them.</summary>
    public static Composition Of(Stage stage, ShotPlan shot)
    {
        var (time, size) = (shot.Time, shot.Size);
        float w = stage.Width, h = stage.Height;
        var (sunX, sunY) = SunShare(stage, time);
        var figureX = sunX > 0.5f ? FigureShare(stage) : 1 - FigureShare(stage);
        var (horizon, ground, metre) = Lines(stage);
        var lower = Lower(shot.Angle);
        (horizon, sunY) = (horizon + lower, sunY > 0.3f ? sunY + lower : sunY);
        if (shot.Angle == CameraAngle.High)
            metre *= 0.86f;
        var (scale, zoom) = size switch
        {
            ShotSize.ExtremeWide => (0.32f, 0.66f),
            ShotSize.Wide => (0.56f, 0.78f),
            ShotSize.Full => (1f, 1f),
            ShotSize.Medium => (1f, 1.25f),
            ShotSize.MediumCloseUp => (1f, 1.42f),
            ShotSize.CloseUp => (1f, 1.6f),
            _ => (1f, 1.9f),
        };
        metre = Math.Min(metre, Highest(shot, ground)) * scale;
        if (!size.ShowsFeet())
            return Near(shot, stage) with { Sun = new SKPoint(sunX * w, sunY * h), Horizon = horizon * h, FigureX = figureX * w, Zoom = zoom };
        if (size.IsWide())
            ground -= size == ShotSize.Wide ? 0.025f : 0.075f;
        return new Composition(new SKPoint(sunX * w, sunY * h), horizon * h, ground * h, metre * h, figureX * w, zoom);
    }

    /// <summary>
    /// Medium shots end above the knee, medium close-ups at the breast, close-ups below the shoulders, extreme ones below the chin. The crown stays below the frame's top, and a hat or an
    /// umbrella between them; where tall and small stand together, all of their faces are seen.
    /// </summary>
    private static Composition Near(ShotPlan shot, Stage stage)
    {
        const float chin = 0.30f;
        var isClose = shot.Size.IsClose();
        float[] crowns = shot.Figures.Count > 0 ? [.. shot.Figures.Select(f => CrownOf(f.Person))] : [Crown];
        var above = shot.Figures.Select(Above).DefaultIfEmpty(0).Max();
        float top = stage.IsTall ? 0.12f : 0.07f, tallest = crowns.Max();
        var (metre, share, below) = shot.Size switch
        {
            ShotSize.Medium => (0.74f * MathF.Sqrt(Crown / tallest), 0.92f, 0.55f),
            ShotSize.MediumCloseUp => ((stage.IsTall ? 0.92f : 1.05f) * MathF.Sqrt(Crown / tallest), 0.86f, 0.32f),
            ShotSize.CloseUp => (stage.IsTall ? 1.15f : 1.5f, 0.80f, 0.12f),
            _ => (stage.IsTall ? 1.5f : 2.1f, 0.88f, 0.04f),
        };
        metre = Math.Min(metre, share / (above + tallest - crowns.Min() + chin + below));
        // Without anything on the head there is air above it.
        var crown = Math.Max(top + (isClose ? 0.03f : 0.06f), 0.03f + above * metre);
        return new Composition(default, 0, (crown + tallest * metre) * stage.Height, metre * stage.Height, 0, 0);
    }

    /// <summary>The metre at which the top of the tallest, umbrella or hat included, is still in a full shot; a dance rises.</summary>
    private static float Highest(ShotPlan shot, float ground) => shot.Figures
        .Where(f => Above(f) > 0)
        .Select(f => (ground - 0.03f) / (CrownOf(f.Person) + Above(f) + (f.Action == FigureAction.Dance ? 0.30f : 0.10f)))
        .DefaultIfEmpty(1)
        .Min();

    /// <summary>Metres above the crown that an umbrella or a hat takes.</summary>
    private static float Above(FigurePlan figure) =>
        figure is { Bearing: Bearing.Ride, On: { } on } && Carriage.SeatOf(on) > 0 ? Math.Max(0.02f, Carriage.SeatOf(on) + 0.10f - Build.Of(figure).HipHeight) + Hat(figure)
        : figure.Accessories.Contains(Accessory.Umbrella) ? 0.46f
        : figure.Accessories.Contains(Accessory.Hat) ? 0.16f
        : Hat(figure);

    private static float Hat(FigurePlan figure) => GuiseFile.Instance.Find(figure.Guise)?.Hat switch
    {
        null or "bald" or "mask" or "headband" or "hood" => 0,
        "wizard" => 0.26f,
        _ => 0.16f,
    };

    /// <summary>How far the horizon lies below that of eye level, as a share of the height.</summary>
    private static float Lower(CameraAngle? angle) => angle switch
    {
        CameraAngle.Low => 0.13f,
        CameraAngle.High => -0.15f,
        _ => 0,
    };

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

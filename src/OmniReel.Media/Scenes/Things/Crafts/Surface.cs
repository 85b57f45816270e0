using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>The water about a craft: a wavelet before it, a wake behind it, rings and a splash where it leaps.</summary>
internal sealed class Surface
{
    private readonly Wavelet? _wavelet;
    private readonly Wake? _wake;
    private readonly Splash? _splash;
    private readonly Veil? _veil;

    public Surface(SheetPainter painter, ThingRole role, SKRect box)
    {
        var (line, color) = role.Stand.Water!.Value;
        var at = new SKPoint(role.Stand.Foot.X, line);
        var foam = Tint.Mix(color, SKColors.White, 0.62f);
        switch (role.Plan.Motion)
        {
            case ThingMotion.Leap:
                _splash = new Splash(painter, at, box.Width, foam, color);
                break;
            case ThingMotion.Swim or ThingMotion.Drift:
                _veil = new Veil(painter, new SKPoint(role.Stand.Foot.X, line), box, color, foam);
                break;
            default:
                _wavelet = new Wavelet(painter, at, box.Width, color);
                _wake = new Wake(painter, at, box.Width, role.Stand.FacesRight, foam);
                break;
        }
    }

    /// <summary>It swims below the surface, which is seen over it.</summary>
    public static bool IsBelow(ThingPlan plan) => plan.Motion is ThingMotion.Swim or ThingMotion.Drift;

    /// <param name="way">Pixels from the middle of the shot's place at a moment.</param>
    /// <param name="passage">Where a body goes through the surface, and how broad it is there.</param>
    public void DrawBehind(SKCanvas canvas, Func<Moment, float> way, Moment moment, float phase, (float X, float Breadth) passage) =>
        _splash?.DrawBehind(canvas, way, moment, phase, passage);

    /// <inheritdoc cref="DrawBehind"/>
    public void DrawBefore(SKCanvas canvas, Func<Moment, float> way, Moment moment, float phase, (float X, float Breadth) passage)
    {
        _wavelet?.Draw(canvas, way(moment), moment.Seconds + phase);
        _wake?.Draw(canvas, way(moment), moment.Seconds + phase);
        _veil?.Draw(canvas, way(moment), moment.Seconds + phase);
        _splash?.DrawBefore(canvas, way, moment, phase, passage);
    }
}

using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Acts;

/// <summary>What the air does to things.</summary>
internal static class Winds
{
    public static ThingAct Sway { get; } = new()
    {
        Body = static t => new ThingBody(Degrees: 1.1f * MathF.Sin(t * 1.15f)),
        Warp = static (u, v, t, _) => (0.045f * (1 - v) * (1 - v) * MathF.Sin(t * 1.15f + 0.7f) + 0.008f * (1 - v) * MathF.Sin(t * 3.3f + 6 * u), 0),
    };

    /// <summary>Balloons, kites: the string's end trails behind.</summary>
    public static ThingAct Hover { get; } = new()
    {
        Pivot = new SKPoint(0.5f, 0.2f),
        Body = static t => new ThingBody(Dx: 0.05f * MathF.Sin(t * 0.8f), Dy: 0.055f * MathF.Sin(t * 1.2f + 0.5f), Degrees: 3.2f * MathF.Sin(t * 1.0f)),
        Warp = static (u, v, t, _) => (0.10f * Legs.Smooth((v - 0.55f) / 0.45f) * MathF.Sin(t * 2.1f - 5 * v), 0),
    };

    public static ThingAct Rise { get; } = Hover with { Body = static t => Hover.Body(t) with { Dy = 0.02f * MathF.Sin(t * 1.2f) } };

    /// <summary>A pendulum; whatever has a tassel lets it lag.</summary>
    public static ThingAct Hang { get; } = new()
    {
        Pivot = new SKPoint(0.5f, -0.6f),
        Body = static t => new ThingBody(Degrees: 3.4f * MathF.Sin(t * 1.5f)),
        Warp = static (u, v, t, _) => (0.035f * Legs.Smooth((v - 0.5f) / 0.5f) * MathF.Sin(t * 1.5f - 0.9f), 0),
    };

    /// <summary>From side to side on the way down, tipping over as leaves do.</summary>
    public static ThingAct Fall { get; } = new()
    {
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = static t => new ThingBody(Dx: 0.75f * MathF.Sin(t * 1.5f), Dy: -0.18f * MathF.Cos(t * 3), Degrees: 38 * MathF.Sin(t * 1.5f + 1.2f), ScaleX: 1 - 0.22f * (0.5f + 0.5f * MathF.Sin(t * 2.3f))),
    };
}

using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Acts;

/// <summary>What objects do by themselves.</summary>
internal static class Works
{
    public static ThingAct Rest { get; } = new();

    public static ThingAct Roll { get; } = new()
    {
        Speed = 0.9f,
        Rolls = true,
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = static t => new ThingBody(Dy: -0.22f * MathF.Abs(MathF.Sin(t * 3.2f)) * MathF.Exp(-0.35f * t)),
    };

    /// <summary>Springs under the body: small pitching, a shiver of the motor.</summary>
    public static ThingAct Drive { get; } = new()
    {
        Speed = 0.55f,
        Body = static t => new ThingBody(Dy: -0.010f * MathF.Abs(MathF.Sin(t * 9)), Degrees: 0.7f * MathF.Sin(t * 2.4f)),
        Warp = static (u, v, t, _) => (0, 0.010f * (1 - v) * MathF.Sin(t * 9 + 2 * u)),
    };

    public static ThingAct Spin { get; } = new() { Pivot = new SKPoint(0.5f, 0.5f), Body = static t => new ThingBody(Degrees: 64 * t) };

    /// <summary>What burns: the tips lick, the light breathes.</summary>
    public static ThingAct Flicker { get; } = new()
    {
        Glows = true,
        Body = static t => new ThingBody(Glow: 0.80f + 0.12f * MathF.Sin(t * 7.3f) + 0.08f * MathF.Sin(t * 12.1f + 1)),
        Warp = static (u, v, t, _) =>
        {
            var tip = MathF.Max(0, 0.62f - v);
            return (0.11f * tip * MathF.Sin(t * 7.3f + 7 * v), -0.14f * tip * (0.5f + 0.5f * MathF.Sin(t * 9.7f + 3 * u)));
        },
    };

    /// <summary>Steam and jets above what stands still.</summary>
    public static ThingAct Steam { get; } = new()
    {
        Warp = static (u, v, t, _) =>
        {
            var top = MathF.Max(0, 0.42f - v);
            return (0.12f * top * MathF.Sin(t * 3.1f + 9 * v), -0.10f * top * (0.5f + 0.5f * MathF.Sin(t * 2.3f + 3 * u)));
        },
    };

    public static ThingAct Twinkle { get; } = new()
    {
        Glows = true,
        GlowAt = new SKPoint(0.5f, 0.5f),
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = static t => new ThingBody(Degrees: 3 * MathF.Sin(t * 0.9f), ScaleX: 1 + 0.03f * MathF.Sin(t * 2.9f), ScaleY: 1 + 0.03f * MathF.Sin(t * 2.9f), Glow: 0.55f + 0.45f * MathF.Sin(t * 2.9f)),
    };
}

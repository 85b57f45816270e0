using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Acts;

/// <summary>Ways in and on the water.</summary>
internal static class Fins
{
    /// <summary>A wave runs from the head to the tail and grows.</summary>
    public static ThingAct Swim { get; } = new()
    {
        Speed = 0.36f,
        Pivot = new SKPoint(0.4f, 0.5f),
        Body = static t => new ThingBody(Dy: 0.05f * MathF.Sin(t * 1.3f), Degrees: 4 * MathF.Sin(t * 1.3f + 0.9f)),
        Warp = static (u, v, t, _) => (0.05f * u * u * MathF.Sin(t * 8 - 4), 0.085f * u * u * MathF.Sin(5.5f * u - t * 8)),
    };

    /// <summary>Out of the water in an arch and back; between two leaps it is below. One leap in 2.8 seconds.</summary>
    public static ThingAct Leap { get; } = new()
    {
        Speed = 0.42f,
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = static t =>
        {
            var step = (t / 2.8f + 0.08f) - MathF.Floor(t / 2.8f + 0.08f);
            var air = Math.Clamp(step / 0.84f, 0, 1);
            return new ThingBody(Dy: 1.02f - 1.62f * 4 * air * (1 - air), Degrees: 26 * MathF.Cos(air * MathF.PI));
        },
        Warp = static (u, v, t, _) => (0, 0.05f * u * u * MathF.Sin(t * 6)),
    };

    /// <summary>The bell closes and throws the body up; what hangs down trails.</summary>
    public static ThingAct Drift { get; } = new()
    {
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = static t =>
        {
            var pulse = MathF.Sin(t * 2.6f);
            return new ThingBody(Dx: 0.06f * MathF.Sin(t * 0.5f), Dy: -0.07f * MathF.Sin(t * 2.6f - 0.9f), Degrees: 4 * MathF.Sin(t * 0.7f), ScaleX: 1 - 0.07f * pulse, ScaleY: 1 + 0.06f * pulse);
        },
        Warp = static (u, v, t, _) => (0.07f * Legs.Smooth((v - 0.45f) / 0.55f) * MathF.Sin(t * 2.6f - 6 * v + 3 * u), 0),
    };

    public static ThingAct Glide { get; } = new()
    {
        Speed = 0.16f,
        Body = static t => new ThingBody(Dy: 0.012f * MathF.Sin(t * 1.7f), Degrees: 1.6f * MathF.Sin(t * 1.2f)),
        Warp = static (u, v, t, _) => (-0.014f * Legs.Smooth((0.5f - v) / 0.5f) * MathF.Sin(t * 1.9f), 0),
    };

    public static ThingAct Sail { get; } = new()
    {
        Speed = 0.09f,
        Pivot = new SKPoint(0.5f, 0.9f),
        Body = static t => new ThingBody(Dy: 0.014f * MathF.Sin(t * 1.3f), Degrees: 2.6f * MathF.Sin(t * 1.05f)),
        Warp = static (u, v, t, _) => (0.012f * MathF.Max(0, 0.7f - v) * MathF.Sin(t * 1.8f), 0),
    };
}

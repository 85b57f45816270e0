using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Acts;

/// <summary>Animals that stay: they breathe, look about, and wave a tail.</summary>
internal static class Resting
{
    public static ThingAct Breathe { get; } = new() { Body = Breath, Warp = static (u, v, t, _) => Alive(u, v, t) };

    /// <summary>The hind legs fold below the body and the breast goes up.</summary>
    public static ThingAct Sit { get; } = new()
    {
        Body = static t => Breath(t) with { Degrees = 9 },
        Pivot = new SKPoint(0.24f, 1),
        Warp = static (u, v, t, _) =>
        {
            var (dx, dy) = Alive(u, v, t);
            var hind = Legs.Smooth((u - 0.34f) / 0.34f);
            return (dx, dy + hind * (0.155f - 0.155f * Legs.Leg(v)));
        },
    };

    /// <summary>All legs fold; the body lies on the ground and heaves.</summary>
    public static ThingAct Lie { get; } = new()
    {
        Body = static t => new ThingBody(ScaleY: 1 + 0.02f * MathF.Sin(t * 1.7f)),
        Warp = static (u, v, t, _) =>
        {
            // The head sinks a little further than the back.
            var folded = 0.30f * (1 - Legs.Smooth((v - 0.55f) / 0.45f));
            var head = 0.07f * Legs.Smooth((0.36f - u) / 0.3f) * (1 - v);
            return (0.05f * Legs.Leg(v) * (u < 0.5f ? -1 : 1), folded + head + Legs.Tail(u, v, t * 0.9f, 0.02f));
        },
    };

    public static ThingAct Doze { get; } = new() { Body = static t => new ThingBody(ScaleX: 1.03f, ScaleY: 0.92f + 0.018f * MathF.Sin(t * 1.7f)) };

    private static ThingBody Breath(float t) => new(ScaleX: 1 - 0.006f * MathF.Sin(t * 2.3f), ScaleY: 1 + 0.012f * MathF.Sin(t * 2.3f));

    /// <summary>Now and then the head turns, and the tail waves all the time.</summary>
    private static (float Dx, float Dy) Alive(float u, float v, float t)
    {
        var look = MathF.Pow(MathF.Max(0, MathF.Sin(t * 1.1f)), 5);
        var head = Legs.Smooth((0.42f - u) / 0.3f) * Legs.Smooth((0.62f - v) / 0.4f);
        return (-0.022f * head * look + 0.03f * Legs.Smooth((u - 0.78f) / 0.22f) * (1 - v) * MathF.Sin(t * 3.1f), 0.026f * head * look + Legs.Tail(u, v, t * 3.1f, 0.022f));
    }
}

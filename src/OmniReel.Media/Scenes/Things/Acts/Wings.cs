using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Acts;

/// <summary>Ways of those who fly, and of birds that sit.</summary>
internal static class Wings
{
    /// <summary>Some beats, then a glide; the body is thrown up by the beat.</summary>
    public static ThingAct Flap { get; } = new()
    {
        Speed = 0.55f,
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = static t => new ThingBody(Dy: 0.05f * Beat(t) * MathF.Sin(t * 11) + 0.05f * MathF.Sin(t * 0.9f), Degrees: 3 * MathF.Sin(t * 0.9f + 1)),
        Warp = static (u, v, t, _) =>
        {
            // The wings are what lies above the body: they fold toward it, their tips last.
            var fold = Beat(t) * (0.5f + 0.5f * MathF.Sin(t * 11));
            var late = Beat(t) * (0.5f + 0.5f * MathF.Sin(t * 11 - 1.1f));
            var wing = Math.Clamp(0.58f - v, 0, 1);
            return (0.10f * wing * late, wing * (0.62f * fold + 0.5f * wing * late));
        },
    };

    /// <summary>Wings seen from above close and open; the way is never straight.</summary>
    public static ThingAct Flutter { get; } = new()
    {
        Speed = 0.55f,
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = static t => new ThingBody(
            Dx: 0.35f * MathF.Sin(t * 1.3f) + 0.12f * MathF.Sin(t * 3.1f), Dy: 0.30f * MathF.Sin(t * 1.9f + 1) + 0.10f * MathF.Sin(t * 4.3f), Degrees: 16 * MathF.Sin(t * 1.5f)),
        Warp = static (u, v, t, _) => ((0.5f - u) * 0.66f * (0.5f + 0.5f * MathF.Sin(t * 17)), -0.05f * MathF.Abs(2 * u - 1) * MathF.Sin(t * 17)),
    };

    /// <summary>Looks here and there in small jerks, and bobs.</summary>
    public static ThingAct Perch { get; } = new()
    {
        Body = static t => new ThingBody(Dy: -0.06f * MathF.Pow(MathF.Max(0, MathF.Sin(t * 2.1f)), 12), Degrees: 4 * Jerk(t)),
        Warp = static (u, v, t, _) => (-0.045f * Legs.Smooth((0.5f - v) / 0.4f) * Jerk(t * 1.3f + 2), 0.05f * Legs.Smooth((u - 0.6f) / 0.4f) * MathF.Pow(MathF.Max(0, MathF.Sin(t * 2.1f + 0.4f)), 6)),
    };

    /// <summary>Without wing beats: aeroplanes, kites of prey.</summary>
    public static ThingAct Soar { get; } = new()
    {
        Speed = 0.50f,
        Pivot = new SKPoint(0.5f, 0.5f),
        Body = static t => new ThingBody(Dy: 0.05f * MathF.Sin(t * 0.9f), Degrees: 2.4f * MathF.Sin(t * 0.9f + 1.2f)),
    };

    private static float Beat(float t) => Math.Clamp(MathF.Sin(t * 1.1f) * 1.6f + 0.9f, 0.12f, 1);

    /// <summary>Goes quickly from one look to the next and holds it.</summary>
    private static float Jerk(float t)
    {
        var at = MathF.Floor(t * 1.25f);
        var from = MathF.Sin(at * 12.7f);
        return from + (MathF.Sin((at + 1) * 12.7f) - from) * Legs.Smooth((t * 1.25f - at) * 7);
    }
}

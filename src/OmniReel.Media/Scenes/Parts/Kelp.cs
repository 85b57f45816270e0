using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Seaweed: a winding stem with leaves to both sides, or a ribbon with a wavy edge; height 1, rooted at the origin.</summary>
internal static class Kelp
{
    private const int Joints = 11;

    /// <param name="phase">Decides which way it winds.</param>
    public static Prop Leafy(SKColor green, float phase)
    {
        var parts = new List<SKPath>();
        var at = new SKPoint(0, 0.04f);
        for (var i = 0; i < Joints; i++)
        {
            var y = -(i + 1f) / Joints;
            var next = new SKPoint(Sway(y, phase), y);
            parts.Add(Knife.Limb(at, next, 0.012f, 0.010f));
            var leaf = 0.24f * (1 - 0.55f * i / Joints);
            parts.Add(Leaf.Outline(next.X, next.Y, leaf, i % 2 == 0 ? -0.75f : -2.4f));
            if (i % 3 == 1)
                parts.Add(Knife.Disc(next.X + (i % 2 == 0 ? -0.016f : 0.016f), next.Y + 0.01f, 0.014f));
            at = next;
        }

        parts.Add(Leaf.Outline(at.X, at.Y, 0.10f, -1.5f));
        return new Prop().Sheet(Knife.Joined([.. parts]), green, 0.7f, 1.6f);
    }

    /// <inheritdoc cref="Leafy"/>
    public static Prop Ribbon(SKColor green, float phase)
    {
        const int steps = 16;
        Span<float> xy = stackalloc float[4 * steps + 2];
        for (var i = 0; i < steps; i++)
        {
            var y = 0.05f - 1.0f * i / steps;
            var half = 0.034f * (1 - 0.75f * i / steps) + 0.011f * MathF.Sin(i * 1.9f);
            (xy[2 * i], xy[2 * i + 1]) = (Sway(y, phase) - half, y);
            var back = 4 * steps + 2 - 2 * (i + 1);
            (xy[back], xy[back + 1]) = (Sway(y, phase) + half, y - 0.02f);
        }

        (xy[2 * steps], xy[2 * steps + 1]) = (Sway(-1, phase), -1);
        var ribbon = Knife.Smooth(true, xy);
        return new Prop().Sheet(ribbon, green, 0.7f, 1.6f);
    }

    private static float Sway(float y, float phase) => 0.075f * MathF.Sin(y * 7.5f + phase) * MathF.Min(1, -y * 3 + 0.1f);
}

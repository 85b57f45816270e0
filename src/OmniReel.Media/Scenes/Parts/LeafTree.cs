using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A broad tree, height 1: a forked trunk under overlapping crowns in summer, bare limbs with snow in winter.</summary>
internal static class LeafTree
{
    // Crown sheets back to front: middle, radius, tone toward white.
    private static readonly (float X, float Y, float Radius, float Tone)[] Crowns =
        [(-0.20f, -0.66f, 0.21f, 0), (0.20f, -0.64f, 0.20f, 0), (0.02f, -0.79f, 0.21f, 0.06f), (-0.06f, -0.58f, 0.17f, 0.12f)];

    public static Prop Cut(SKColor crown, SKColor bark, SKColor? snow = null)
    {
        var tree = new Prop();
        if (snow is { } white)
            return tree.Sheet(BareLimbs(), bark, 0.8f).Sheet(BareTrunk(), bark, 0.5f).Sheet(Knife.Smooth(true, -0.13f, 0.01f, -0.06f, -0.03f, 0.07f, -0.03f, 0.14f, 0.01f, 0, 0.02f), white, 0.2f, 1);
        tree.Sheet(Trunk(), bark, 0.6f);
        foreach (var (x, y, radius, tone) in Crowns)
            tree.Sheet(Crown(x, y, radius), Tint.Mix(crown, SKColors.White, tone), 0.8f, 2, thin: true);
        return tree;
    }

    /// <summary>A scalloped disc with leaf slits.</summary>
    private static SKPath Crown(float x, float y, float radius)
    {
        const int scallops = 11;
        var path = Held.Path();
        for (var i = 0; i <= scallops; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / scallops);
            var at = new SKPoint(x + cos * radius, y + sin * radius * 0.86f);
            if (i == 0)
            {
                path.MoveTo(at);
                continue;
            }

            var (midSin, midCos) = MathF.SinCos((i - 0.5f) * MathF.Tau / scallops);
            path.QuadTo(x + midCos * radius * 1.24f, y + midSin * radius * 1.07f, at.X, at.Y);
        }

        path.Close();
        foreach (var (dx, dy, angle) in ((float, float, float)[])[(-0.45f, -0.15f, -2.2f), (0.1f, -0.45f, -1.2f), (0.5f, -0.05f, -0.5f), (-0.1f, 0.25f, -1.7f)])
            path.Hole(Slit(x + dx * radius, y + dy * radius, radius * 0.30f, angle));
        return path;
    }

    private static SKPath Slit(float x, float y, float length, float angle)
    {
        var slit = Held.Path();
        slit.MoveTo(0, 0);
        slit.QuadTo(length * 0.5f, -length * 0.22f, length, 0);
        slit.QuadTo(length * 0.5f, length * 0.16f, 0, 0);
        slit.Close();
        slit.Transform(SKMatrix.CreateRotation(angle).PostConcat(SKMatrix.CreateTranslation(x, y)));
        return slit;
    }

    private static SKPath Trunk() => Knife.Joined(
        Knife.Smooth(true, -0.075f, 0.01f, -0.04f, -0.06f, -0.032f, -0.30f, -0.03f, -0.55f, 0.03f, -0.55f, 0.034f, -0.30f, 0.045f, -0.06f, 0.085f, 0.01f),
        Knife.Limb(new SKPoint(0, -0.34f), new SKPoint(-0.17f, -0.58f), 0.022f, 0.012f),
        Knife.Limb(new SKPoint(0.005f, -0.40f), new SKPoint(0.16f, -0.60f), 0.020f, 0.011f))
        .Hole(Knife.Crescent(0.0f, -0.17f, 0.018f, 0.006f, 90));

    private static SKPath BareTrunk() => Knife.Smooth(
        true, -0.075f, 0.01f, -0.04f, -0.06f, -0.030f, -0.30f, -0.016f, -0.52f, 0.018f, -0.52f, 0.034f, -0.30f, 0.045f, -0.06f, 0.085f, 0.01f);

    /// <summary>All limbs turn the same way round, so that laying them into one path joins them without a boolean operation.</summary>
    private static SKPath BareLimbs()
    {
        var path = Held.Path(SKPathFillType.Winding);
        Grow(path, new SKPoint(0, -0.49f), -1.45f, 0.23f, 0.018f, 3);
        Grow(path, new SKPoint(0, -0.34f), -2.35f, 0.24f, 0.019f, 3);
        Grow(path, new SKPoint(0, -0.38f), -0.80f, 0.24f, 0.018f, 3);
        return path;
    }

    private static void Grow(SKPath limbs, SKPoint from, float angle, float length, float radius, int forks)
    {
        var (sin, cos) = MathF.SinCos(angle);
        var to = new SKPoint(from.X + cos * length, from.Y + sin * length);
        limbs.AddPath(Knife.Limb(from, to, radius, radius * 0.6f));
        if (forks == 0)
            return;
        Grow(limbs, to, angle - 0.42f, length * 0.62f, radius * 0.6f, forks - 1);
        Grow(limbs, to, angle + 0.36f, length * 0.66f, radius * 0.6f, forks - 1);
        Grow(limbs, new SKPoint((from.X + to.X) / 2, (from.Y + to.Y) / 2), angle + (forks % 2 == 0 ? 0.7f : -0.7f), length * 0.45f, radius * 0.5f, forks - 1);
    }
}

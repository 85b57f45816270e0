using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Plants of the desert, height about 1, rooted at the origin.</summary>
internal static class Cactus
{
    /// <summary>A column with bent arms, its ribs as slits, a flower on its crown.</summary>
    /// <param name="arms">1, 2 or 3.</param>
    public static Prop Cut(SKColor green, SKColor flower, int arms)
    {
        var parts = new List<SKPath> { Knife.Limb(new SKPoint(0, 0.05f), new SKPoint(0, -0.90f), 0.085f, 0.078f, 1.06f) };
        AddArm(parts, -1, 0.36f, 0.30f, 0.22f);
        if (arms > 1)
            AddArm(parts, 1, 0.48f, 0.27f, 0.27f);
        if (arms > 2)
            AddArm(parts, -1, 0.64f, 0.15f, 0.08f);
        var body = Knife.Joined([.. parts]);
        foreach (var x in (ReadOnlySpan<float>)[-0.038f, 0.0f, 0.038f])
            body.Hole(Knife.Polygon(x - 0.005f, -0.86f, x + 0.005f, -0.86f, x + 0.006f, -0.64f, x - 0.006f, -0.64f)).Hole(Knife.Polygon(x - 0.005f, -0.20f, x + 0.005f, -0.20f, x + 0.006f, -0.03f, x - 0.006f, -0.03f));
        var bloom = Held.Path();
        foreach (var angle in (ReadOnlySpan<float>)[-2.5f, -1.95f, -1.57f, -1.2f, -0.65f])
            bloom.AddPath(Leaf.Outline(0, -0.955f, 0.10f, angle));
        bloom.FillType = SKPathFillType.Winding;
        return new Prop().Sheet(bloom, flower, 0.3f, 1).Sheet(body, green, 0.9f, 2.2f);
    }

    /// <summary>A rosette of pointed leaves.</summary>
    public static Prop Agave(SKColor green)
    {
        var agave = new Prop();
        foreach (var (angle, length, tone) in ((float, float, float)[])[(-2.95f, 0.86f, 0), (-0.2f, 0.86f, 0), (-2.55f, 0.92f, 0.03f), (-0.6f, 0.92f, 0.03f), (-2.15f, 1, 0.06f), (-1.0f, 1, 0.06f), (-1.75f, 1.02f, 0.09f), (-1.36f, 0.98f, 0.11f)])
        {
            var (sin, cos) = MathF.SinCos(angle);
            var blade = Held.Path();
            blade.MoveTo(-sin * 0.055f, 0.03f + cos * 0.055f);
            blade.QuadTo(cos * length * 0.45f - sin * 0.115f, sin * length * 0.45f + cos * 0.115f, cos * length, sin * length);
            blade.QuadTo(cos * length * 0.45f + sin * 0.095f, sin * length * 0.45f - cos * 0.095f, sin * 0.055f, 0.03f - cos * 0.055f);
            blade.Close();
            agave.Sheet(blade, Tint.Mix(green, SKColors.White, tone), 0.5f, 1.4f);
        }

        return agave;
    }

    private static void AddArm(List<SKPath> parts, int side, float from, float reach, float up)
    {
        SKPoint root = new(0, -from), elbow = new(side * reach * 0.82f, -from - 0.03f), bend = new(side * reach, -from - 0.10f), tip = new(side * reach, -from - 0.10f - up);
        parts.Add(Knife.Limb(root, elbow, 0.052f, 0.055f, 1));
        parts.Add(Knife.Limb(elbow, bend, 0.055f, 0.056f, 1));
        parts.Add(Knife.Limb(bend, tip, 0.056f, 0.050f, 1.05f));
    }
}

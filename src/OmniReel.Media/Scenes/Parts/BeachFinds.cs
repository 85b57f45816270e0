using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>What the sea leaves on the sand, width about 1, lying on the origin.</summary>
internal static class BeachFinds
{
    /// <summary>A starfish of five rounded arms with a row of holes in each.</summary>
    public static Prop Starfish(SKColor color)
    {
        var outline = new float[20];
        for (var i = 0; i < 10; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 5 - 1.3f);
            var r = i % 2 == 0 ? 0.5f : 0.19f;
            (outline[2 * i], outline[2 * i + 1]) = (cos * r, sin * r * 0.62f);
        }

        var star = Knife.Smooth(true, outline);
        for (var i = 0; i < 10; i += 2)
        {
            for (var k = 1; k <= 2; k++)
                star.Hole(Knife.Disc(outline[2 * i] * 0.30f * k, outline[2 * i + 1] * 0.30f * k, 0.034f - 0.008f * k));
        }

        return new Prop().Sheet(star, color, 0.5f, 1.4f);
    }

    /// <summary>A scallop: a fan of ribs on a small hinge.</summary>
    public static Prop Scallop(SKColor color)
    {
        var fan = Knife.Smooth(true, -0.10f, 0.06f, -0.44f, -0.20f, -0.36f, -0.46f, -0.17f, -0.60f, 0, -0.64f, 0.17f, -0.60f, 0.36f, -0.46f, 0.44f, -0.20f, 0.10f, 0.06f);
        for (var i = -2; i <= 2; i++)
            fan.Hole(Knife.Limb(new SKPoint(0.035f * i, -0.06f), new SKPoint(0.155f * i, -0.50f + 0.035f * i * i), 0.012f, 0.022f));
        return new Prop().Sheet(Knife.Polygon(-0.16f, 0.10f, -0.10f, -0.02f, 0.10f, -0.02f, 0.16f, 0.10f), Tint.Mix(color, SKColors.Black, 0.12f), 0.3f, 1).Sheet(fan, color, 0.5f, 1.4f);
    }

    /// <summary>A whelk lying on its side: three whorls that grow smaller.</summary>
    public static Prop Whelk(SKColor color) => new Prop()
        .Sheet(Knife.Smooth(true, -0.48f, -0.12f, -0.14f, -0.28f, 0.20f, -0.32f, 0.44f, -0.16f, 0.34f, 0.02f, 0.02f, 0.08f, -0.24f, 0), color, 0.5f, 1.4f)
        .Sheet(Knife.Smooth(true, 0.10f, -0.16f, 0.38f, -0.14f, 0.30f, -0.01f, 0.08f, 0.02f), Tint.Mix(color, SKColors.White, 0.45f), 0.2f, 0.9f)
        .Sheet(Knife.Limb(new SKPoint(-0.14f, -0.26f), new SKPoint(-0.20f, 0.0f), 0.014f, 0.014f), Tint.Mix(color, SKColors.Black, 0.22f), 0.1f, 0.6f)
        .Sheet(Knife.Limb(new SKPoint(-0.30f, -0.20f), new SKPoint(-0.34f, -0.06f), 0.012f, 0.012f), Tint.Mix(color, SKColors.Black, 0.22f), 0.1f, 0.6f);
}

using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Furniture cut by hand, standing on the origin.</summary>
internal static class Furniture
{
    /// <summary>A sofa for two, width 1.</summary>
    public static Prop Sofa(SKColor cloth, SKColor cushion, SKColor wood)
    {
        var light = Tint.Mix(cloth, SKColors.White, 0.10f);
        return new Prop()
            .Tissue(Knife.Smooth(true, -0.52f, 0.0f, 0, -0.03f, 0.52f, 0.0f, 0, 0.03f), new SKColor(0x10, 0x06, 0x10, 80), 5)
            .Sheet(Knife.Polygon(-0.42f, -0.08f, -0.36f, -0.08f, -0.37f, 0.01f, -0.41f, 0.01f), wood, 0.3f, 1)
            .Sheet(Knife.Polygon(0.36f, -0.08f, 0.42f, -0.08f, 0.41f, 0.01f, 0.37f, 0.01f), wood, 0.3f, 1)
            .Sheet(Knife.Smooth(true, -0.40f, -0.10f, -0.43f, -0.40f, -0.36f, -0.50f, -0.18f, -0.515f, 0, -0.49f, 0.18f, -0.515f, 0.36f, -0.50f, 0.43f, -0.40f, 0.40f, -0.10f)
                .Hole(Knife.Disc(-0.19f, -0.40f, 0.011f)).Hole(Knife.Disc(0.19f, -0.40f, 0.011f)).Hole(Knife.Disc(0, -0.40f, 0.011f)), cloth, 0.8f)
            .Sheet(Pillow(-0.26f, -0.33f, 0.11f, -10), cushion, 0.6f)
            .Sheet(Pillow(0.27f, -0.33f, 0.10f, 12), Tint.Mix(cushion, SKColors.White, 0.3f), 0.6f)
            .Sheet(Seat(-0.37f, -0.005f), light, 0.6f)
            .Sheet(Seat(0.005f, 0.37f), light, 0.6f)
            .Sheet(Knife.Box(-0.40f, -0.16f, 0.40f, -0.06f), cloth, 0.5f)
            .Sheet(Arm(-1), Tint.Mix(cloth, SKColors.White, 0.05f), 0.8f)
            .Sheet(Arm(1), Tint.Mix(cloth, SKColors.White, 0.05f), 0.8f);
    }

    /// <summary>A standing lamp, height 1, with a pleated shade.</summary>
    public static Prop Lamp(SKColor iron, SKColor shade, bool isLit)
    {
        var lamp = new Prop();
        if (isLit)
            lamp.Tissue(Knife.Disc(0, -0.84f, 0.34f), new SKColor(0xFF, 0xCC, 0x78, 70), 40);
        var hood = Knife.Polygon(-0.09f, -1, 0.09f, -1, 0.17f, -0.74f, -0.17f, -0.74f);
        for (var i = -2; i <= 2; i++)
            hood.Hole(Knife.Polygon(i * 0.032f - 0.004f, -0.97f, i * 0.032f + 0.004f, -0.97f, i * 0.058f + 0.005f, -0.77f, i * 0.058f - 0.005f, -0.77f));
        return lamp.Sheet(Knife.Box(-0.011f, -0.76f, 0.011f, -0.01f), iron, 0.5f, 1.2f)
            .Sheet(Knife.Smooth(true, -0.12f, 0.01f, -0.06f, -0.025f, 0.06f, -0.025f, 0.12f, 0.01f, 0, 0.02f), iron, 0.5f, 1.2f)
            .Tissue(Knife.Polygon(-0.08f, -0.985f, 0.08f, -0.985f, 0.155f, -0.755f, -0.155f, -0.755f), isLit ? new SKColor(0xFF, 0xF4, 0xC4) : Tint.Mix(shade, SKColors.White, 0.5f))
            .Sheet(hood, isLit ? Tint.Mix(shade, new SKColor(0xFF, 0xD8, 0x84), 0.65f) : shade, 0.7f);
    }

    /// <summary>A plant of broad leaves in a pot, height about 1.</summary>
    public static Prop Plant(SKColor leaf, SKColor pot)
    {
        var plant = new Prop();
        foreach (var (angle, length, tone) in ((float, float, float)[])[(-2.75f, 0.42f, 0), (-0.4f, 0.42f, 0), (-2.35f, 0.58f, 0.05f), (-0.8f, 0.58f, 0.05f), (-1.95f, 0.68f, 0.1f), (-1.2f, 0.66f, 0.1f), (-1.57f, 0.74f, 0.15f)])
        {
            var tone1 = Tint.Mix(leaf, SKColors.White, tone);
            var (sin, cos) = MathF.SinCos(angle);
            plant.Sheet(Knife.Limb(new SKPoint(0, -0.26f), new SKPoint(cos * length * 0.5f, -0.26f + sin * length * 0.5f), 0.012f, 0.009f), tone1, 0.3f, 0.8f);
            plant.Sheet(Leaf.Outline(cos * length * 0.42f, -0.26f + sin * length * 0.42f, length * 0.62f, angle), tone1, 0.6f, 1.4f);
        }

        return plant.Sheet(Knife.Polygon(-0.15f, -0.27f, 0.15f, -0.27f, 0.11f, 0.01f, -0.11f, 0.01f).Hole(Knife.Disc(-0.05f, -0.14f, 0.014f)).Hole(Knife.Disc(0, -0.14f, 0.014f)).Hole(Knife.Disc(0.05f, -0.14f, 0.014f)), pot, 0.7f)
            .Sheet(Knife.Box(-0.17f, -0.31f, 0.17f, -0.25f), Tint.Mix(pot, SKColors.White, 0.12f), 0.4f, 1.2f);
    }

    /// <summary>A framed picture of hills under a sun, width 1, hung by its middle.</summary>
    public static Prop Picture(SKColor frame, SKColor sky, SKColor hill)
    {
        return new Prop()
            .Sheet(Knife.Box(-0.5f, -0.36f, 0.5f, 0.36f), frame, 0.9f)
            .Sheet(Knife.Box(-0.43f, -0.29f, 0.43f, 0.29f), sky, 0.2f, 1)
            .Tissue(Knife.Disc(0.16f, -0.08f, 0.09f), new SKColor(0xFF, 0xF0, 0xC0))
            .Sheet(Knife.Smooth(true, -0.43f, 0.10f, -0.22f, -0.06f, 0.02f, 0.10f, 0.22f, 0.02f, 0.43f, 0.12f, 0.43f, 0.29f, 0, 0.29f, -0.43f, 0.29f), hill, 0.3f, 1)
            .Sheet(Knife.Box(-0.5f, -0.36f, 0.5f, 0.36f).Hole(Knife.Box(-0.42f, -0.28f, 0.42f, 0.28f)), frame, 0.5f);
    }

    /// <summary>A round rug seen flat, half width 1: rings with a row of holes.</summary>
    public static Prop Rug(ReadOnlySpan<SKColor> colors)
    {
        var rug = new Prop();
        for (var i = 0; i < colors.Length; i++)
        {
            var k = 1 - i * 0.20f;
            var ring = Held.Path();
            ring.AddOval(new SKRect(-k, -0.185f * k, k, 0.185f * k));
            for (var j = 0; i % 2 == 0 && j < 40; j++)
            {
                var (sin, cos) = MathF.SinCos(j * MathF.Tau / 40);
                var hole = Held.Path();
                hole.AddOval(SKRect.Create(cos * 0.92f * k - 0.012f, sin * 0.170f * k - 0.007f, 0.024f, 0.014f));
                ring.Hole(hole);
            }

            rug.Sheet(ring, colors[i], 0.4f, 1.6f);
        }

        return rug;
    }

    /// <summary>A teapot, width about 1.</summary>
    public static Prop Teapot(SKColor glaze) => new Prop()
        .Sheet(Knife.Smooth(true, 0.28f, -0.40f, 0.52f, -0.46f, 0.56f, -0.22f, 0.30f, -0.12f).Hole(Knife.Smooth(true, 0.34f, -0.34f, 0.46f, -0.36f, 0.47f, -0.25f, 0.35f, -0.20f)), glaze, 0.4f, 1.2f)
        .Sheet(Knife.Smooth(true, -0.26f, -0.16f, -0.46f, -0.28f, -0.58f, -0.50f, -0.50f, -0.52f, -0.38f, -0.36f, -0.24f, -0.34f), glaze, 0.4f, 1.2f)
        .Sheet(Knife.Smooth(true, -0.24f, 0.0f, -0.36f, -0.22f, -0.22f, -0.46f, 0.22f, -0.46f, 0.36f, -0.22f, 0.24f, 0.0f).Hole(Leaf.Outline(0, -0.08f, 0.28f, -1.57f)).Hole(Leaf.Outline(-0.03f, -0.10f, 0.22f, -2.5f)).Hole(Leaf.Outline(0.03f, -0.10f, 0.22f, -0.64f)), glaze, 0.6f, 1.4f)
        .Sheet(Knife.Smooth(true, -0.18f, -0.46f, 0, -0.58f, 0.18f, -0.46f, 0, -0.44f), Tint.Mix(glaze, SKColors.White, 0.15f), 0.3f, 1)
        .Sheet(Knife.Disc(0, -0.60f, 0.05f), Tint.Mix(glaze, SKColors.White, 0.15f), 0.3f, 1);

    private static SKPath Pillow(float x, float y, float half, float degrees) => Knife.Smooth(true, -half, -half, 0, -half * 0.86f, half, -half, half * 0.86f, 0, half, half, 0, half * 0.86f, -half, half, -half * 0.86f, 0)
        .Hole(Knife.Polygon(0, -half * 0.42f, half * 0.42f, 0, 0, half * 0.42f, -half * 0.42f, 0))
        .At(SKMatrix.CreateRotationDegrees(degrees).PostConcat(SKMatrix.CreateTranslation(x, y)));

    private static SKPath Seat(float left, float right) => Knife.Smooth(true, left, -0.17f, left + 0.01f, -0.25f, (left + right) / 2, -0.268f, right - 0.01f, -0.25f, right, -0.17f, (left + right) / 2, -0.155f);

    private static SKPath Arm(int side) => Knife.Smooth(
        true,
        side * 0.36f, -0.07f, side * 0.35f, -0.28f, side * 0.40f, -0.345f, side * 0.48f, -0.345f, side * 0.52f, -0.28f, side * 0.49f, -0.07f, side * 0.42f, -0.055f)
        .Hole(Knife.Polygon(side * 0.435f - 0.007f, -0.25f, side * 0.435f + 0.007f, -0.25f, side * 0.435f + 0.004f, -0.12f, side * 0.435f - 0.004f, -0.12f));
}

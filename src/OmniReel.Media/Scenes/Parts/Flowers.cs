using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Flowers and grass, height about 1, rooted at the origin.</summary>
internal static class Flowers
{
    /// <summary>A flower of six petals on a bent stem with two leaves.</summary>
    public static Prop Bloom(SKColor petal, SKColor heart, SKColor stem, float lean)
    {
        var head = new SKPoint(lean * 0.22f, -0.84f);
        var flower = new Prop()
            .Sheet(Stem(head), stem, 0.25f, 1)
            .Sheet(Leaf.Outline(lean * 0.04f, -0.26f, 0.36f, -0.7f), stem, 0.25f, 1)
            .Sheet(Leaf.Outline(lean * 0.05f, -0.36f, 0.30f, -2.5f), stem, 0.25f, 1);
        var petals = Held.Path();
        for (var i = 0; i < 6; i++)
        {
            var drop = Knife.Smooth(true, 0, 0, 0.075f, -0.09f, 0.055f, -0.17f, 0, -0.195f, -0.055f, -0.17f, -0.075f, -0.09f);
            petals = Knife.Joined(petals, drop.At(SKMatrix.CreateRotation(i * MathF.PI / 3 + lean).PostConcat(SKMatrix.CreateTranslation(head.X, head.Y))));
        }

        return flower.Sheet(petals, petal, 0.5f, 1.4f, thin: true).Sheet(Knife.Disc(head.X, head.Y, 0.058f), heart, 0.3f, 1);
    }

    /// <summary>A tulip: three pointed petals.</summary>
    public static Prop Tulip(SKColor petal, SKColor stem, float lean)
    {
        var head = new SKPoint(lean * 0.18f, -0.72f);
        var cup = Knife.Polygon(-0.12f, -0.20f, -0.06f, -0.12f, 0, -0.24f, 0.06f, -0.12f, 0.12f, -0.20f, 0.11f, -0.04f, 0.05f, 0.03f, -0.05f, 0.03f, -0.11f, -0.04f)
            .At(SKMatrix.CreateRotation(lean * 0.4f).PostConcat(SKMatrix.CreateTranslation(head.X, head.Y)));
        return new Prop()
            .Sheet(Stem(head), stem, 0.25f, 1)
            .Sheet(Leaf.Outline(0, -0.10f, 0.46f, -1.1f), stem, 0.25f, 1)
            .Sheet(Leaf.Outline(0, -0.08f, 0.40f, -2.1f), stem, 0.25f, 1)
            .Sheet(cup, petal, 0.5f, 1.4f, thin: true);
    }

    /// <summary>A fan of grass blades as one sheet.</summary>
    public static Prop Tuft(SKColor green, int blades, float spread)
    {
        var fan = new SKPath[blades];
        for (var i = 0; i < blades; i++)
        {
            var u = blades > 1 ? i / (blades - 1f) * 2 - 1 : 0;
            float tipX = u * spread, tipY = -1 + 0.42f * MathF.Abs(u) + 0.13f * (i % 2), footX = u * 0.16f;
            var blade = Held.Path();
            blade.MoveTo(footX - 0.045f, 0.05f);
            blade.QuadTo(footX - 0.02f + u * 0.02f, tipY * 0.6f, tipX, tipY);
            blade.QuadTo(footX + 0.07f + u * 0.04f, tipY * 0.5f, footX + 0.045f, 0.05f);
            blade.Close();
            fan[i] = blade;
        }

        return new Prop().Sheet(Knife.Joined(fan), green, 0.6f, 1.6f);
    }

    private static SKPath Stem(SKPoint head) => Knife.Limb(new SKPoint(0, 0.04f), head, 0.022f, 0.016f);
}

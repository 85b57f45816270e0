using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Planets as they hang in a black sky, radius 1 about the origin.</summary>
internal static class Globe
{
    /// <summary>The Earth: land under swirls of cloud on blue, its night side in shade.</summary>
    /// <param name="night">-1: the night is on the left, 1: on the right.</param>
    public static Prop Earth(int night)
    {
        var disc = Knife.Disc(0, 0, 1);
        var land = Knife.Joined(
            Knife.Smooth(true, -0.78f, -0.62f, -0.40f, -0.86f, -0.02f, -0.80f, -0.06f, -0.56f, -0.28f, -0.48f, -0.22f, -0.28f, -0.40f, -0.16f, -0.62f, -0.34f, -0.80f, -0.36f),
            Knife.Smooth(true, -0.36f, -0.06f, -0.10f, -0.02f, 0.02f, 0.20f, -0.14f, 0.44f, -0.22f, 0.78f, -0.34f, 0.60f, -0.38f, 0.30f, -0.50f, 0.12f),
            Knife.Smooth(true, 0.34f, -0.66f, 0.66f, -0.60f, 0.98f, -0.40f, 1.0f, -0.10f, 0.72f, -0.16f, 0.60f, 0.06f, 0.44f, -0.16f, 0.28f, -0.30f),
            Knife.Smooth(true, 0.40f, 0.06f, 0.66f, 0.14f, 0.74f, 0.42f, 0.56f, 0.66f, 0.44f, 0.40f, 0.30f, 0.22f));
        var ice = Knife.Smooth(true, -0.36f, -0.95f, 0, -1.02f, 0.36f, -0.95f, 0.12f, -0.86f, -0.14f, -0.88f);
        var clouds = Held.Path();
        foreach (var (x, y, r, turn) in ((float, float, float, float)[])[(-0.30f, -0.40f, 0.42f, -14), (0.30f, -0.06f, 0.40f, 12), (-0.18f, 0.16f, 0.36f, -8), (0.22f, 0.56f, 0.38f, -16), (0.46f, -0.46f, 0.28f, 24), (-0.56f, 0.44f, 0.26f, 30)])
            clouds.AddPath(Knife.Crescent(x, y, r, 0.052f, turn));
        return new Prop()
            .Tissue(Knife.Disc(0, 0, 1.16f), new SKColor(0x8C, 0xC4, 0xFF, 96), 14)
            .Sheet(disc, Tint.Hex(0x3C8EDC), 0.6f, 2)
            .Sheet(Inside(land, disc), Tint.Hex(0x6CB46A), 0.16f, 1)
            .Sheet(Inside(ice, disc), Tint.Hex(0xF4FAFF), 0.1f, 0.8f)
            .Sheet(Inside(clouds, disc), Tint.Hex(0xF8FCFF), 0.2f, 0.8f)
            .Tissue(Shade(disc, night), new SKColor(0x0A, 0x10, 0x38, 168));
    }

    /// <summary>A striped giant in a ring that passes behind and before it.</summary>
    public static Prop Ringed(SKColor body, SKColor ring, int night)
    {
        var disc = Knife.Disc(0, 0, 1);
        var planet = new Prop().Sheet(disc, body, 0.6f, 2);
        foreach (var (y, thick, tone) in ((float, float, float)[])[(-0.62f, 0.12f, 0.18f), (-0.26f, 0.17f, -0.12f), (0.10f, 0.10f, 0.22f), (0.40f, 0.16f, -0.16f), (0.72f, 0.10f, 0.14f)])
        {
            var stripe = Knife.Smooth(true, -1.1f, y, -0.5f, y + 0.05f, 0, y + 0.07f, 0.5f, y + 0.05f, 1.1f, y, 1.1f, y + thick, 0.5f, y + thick + 0.06f, 0, y + thick + 0.08f, -0.5f, y + thick + 0.06f, -1.1f, y + thick);
            planet.Sheet(Inside(stripe, disc), Tint.Mix(body, tone > 0 ? SKColors.White : SKColors.Black, MathF.Abs(tone)), 0.06f, 0.6f);
        }

        planet.Tissue(Shade(disc, night), new SKColor(0x10, 0x08, 0x38, 150));
        var turn = SKMatrix.CreateRotationDegrees(-17);
        return new Prop().Add(Ring(ring, turn, isFront: false)).Add(planet).Add(Ring(ring, turn, isFront: true));
    }

    /// <summary>A small body with craters.</summary>
    public static Prop Small(SKColor stone, int night)
    {
        var disc = Knife.Disc(0, 0, 1);
        var marks = Held.Path();
        foreach (var (x, y, r) in ((float, float, float)[])[(-0.36f, -0.30f, 0.24f), (0.28f, 0.10f, 0.30f), (-0.28f, 0.42f, 0.17f), (0.30f, -0.52f, 0.14f), (-0.66f, 0.12f, 0.12f)])
            marks.AddCircle(x, y, r);
        return new Prop()
            .Sheet(disc, stone, 0.5f, 1.8f)
            .Sheet(marks, Tint.Mix(stone, SKColors.Black, 0.16f), 0.02f, 0.8f)
            .Tissue(Shade(disc, night), new SKColor(0x0A, 0x08, 0x30, 150));
    }

    private static Prop Ring(SKColor color, SKMatrix turn, bool isFront)
    {
        var ring = new Prop();
        foreach (var (outer, inner, tone) in ((float, float, float)[])[(2.05f, 1.62f, 0), (1.54f, 1.30f, 0.22f)])
        {
            var band = Oval(outer).Less(Oval(inner));
            var half = isFront ? Knife.Box(-2.3f, 0, 2.3f, 1) : Knife.Box(-2.3f, -1, 2.3f, 0);
            ring.Sheet(Inside(band, half).At(turn), Tint.Mix(color, SKColors.White, tone), isFront ? 0.3f : 0, 1.2f);
        }

        return ring;

        static SKPath Oval(float radius)
        {
            var path = Held.Path();
            path.AddOval(new SKRect(-radius, -radius * 0.22f, radius, radius * 0.22f));
            return path;
        }
    }

    private static SKPath Shade(SKPath disc, int night) => disc.Less(Knife.Disc(-night * 0.34f, -0.22f, 1.06f));

    private static SKPath Inside(SKPath shape, SKPath frame) => shape.Combine(frame, SKPathOp.Intersect) ?? shape;
}

using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A crater seen aslant, width 1 about the origin: a raised rim, the bowl in shade, its far wall in light.</summary>
internal static class Crater
{
    private const float Flat = 0.27f;

    public static Prop Cut(SKColor soil)
    {
        var rim = Oval(0, 0, 0.5f);
        var bowl = Oval(0, 0.005f, 0.41f);
        var wall = Oval(0, 0.005f, 0.41f).Less(Oval(0, -0.036f, 0.40f));
        return new Prop()
            .Sheet(rim, Tint.Mix(soil, SKColors.White, 0.20f), 0.35f, 1.4f)
            .Sheet(bowl, Tint.Mix(soil, new SKColor(0x10, 0x10, 0x38), 0.42f), 0.02f, 0.8f)
            .Sheet(wall, Tint.Mix(soil, SKColors.White, 0.04f), 0.02f, 0.6f);
    }

    private static SKPath Oval(float x, float y, float radius)
    {
        // Not quite round, as nothing that was struck is.
        var points = new SKPoint[40];
        for (var i = 0; i < points.Length; i++)
        {
            var angle = i * MathF.Tau / points.Length;
            var r = radius * (1 + 0.025f * MathF.Sin(3 * angle + 1) + 0.018f * MathF.Sin(7 * angle));
            points[i] = new SKPoint(x + MathF.Cos(angle) * r, y + MathF.Sin(angle) * r * Flat);
        }

        var path = Held.Path();
        path.AddPoly(points);
        return path;
    }
}

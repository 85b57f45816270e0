using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A fir of four tiers, one sheet each; in winter every tier carries snow. Height 1.</summary>
internal static class Fir
{
    public static Prop Cut(SKColor green, SKColor? snow = null)
    {
        var fir = new Prop().Sheet(
            Knife.Smooth(true, -0.060f, 0.012f, -0.034f, -0.02f, -0.024f, -0.10f, -0.016f, -0.25f, 0.016f, -0.25f, 0.025f, -0.10f, 0.036f, -0.02f, 0.064f, 0.012f, 0.02f, 0.002f, -0.02f, 0.010f),
            Tint.Mix(green, new SKColor(0x4A, 0x2A, 0x2A), 0.45f), 0.3f);
        for (var i = 3; i >= 0; i--)
        {
            float top = -1 + i * 0.17f, width = 0.13f + 0.07f * i, bottom = top + 0.31f + 0.025f * i;
            var tier = Tier(top, width, bottom, 0.05f);
            tier.Hole(Knife.Crescent(0, bottom - 0.075f, width * 0.5f, 0.010f, 0));
            fir.Sheet(tier, Tint.Mix(green, SKColors.White, 0.05f * (3 - i)), 0.5f);
            if (snow is { } white)
                fir.Sheet(Snow(top, width, bottom), white, 0.25f, 1);
        }

        return snow is { } drift
            ? fir.Sheet(Knife.Smooth(true, -0.13f, 0.022f, -0.07f, -0.012f, -0.025f, -0.034f, 0.02f, -0.028f, 0.07f, -0.010f, 0.14f, 0.022f, 0, 0.030f), drift, 0.25f, 1)
            : fir;
    }

    private static SKPath Tier(float top, float width, float bottom, float hollow)
    {
        var path = Held.Path();
        path.MoveTo(0, top);
        path.QuadTo(width * 0.3f, bottom - 0.09f, width, bottom);
        path.QuadTo(0, bottom - hollow, -width, bottom);
        path.QuadTo(-width * 0.3f, bottom - 0.09f, 0, top);
        path.Close();
        return path;
    }

    /// <summary>The upper half of a tier with a scalloped lower edge.</summary>
    private static SKPath Snow(float top, float width, float bottom)
    {
        float low = top + (bottom - top) * 0.62f, half = width * 0.40f;
        var path = Held.Path();
        path.MoveTo(0, top - 0.008f);
        path.QuadTo(half * 0.45f, low - 0.09f, half, low);
        for (var i = 0; i < 4; i++)
        {
            var x = half - half * 2 * (i + 1) / 4;
            path.QuadTo(x + half * 0.25f, low - (i % 2 == 0 ? 0.055f : 0.02f), x, low - (i == 3 ? 0 : 0.012f));
        }

        path.QuadTo(-half * 0.45f, low - 0.09f, 0, top - 0.008f);
        path.Close();
        return path;
    }
}

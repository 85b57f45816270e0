using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>One mountain, height 1, its foot at the origin: body, shaded flank, and a jagged cap of snow with a shaded half.</summary>
internal static class Peak
{
    /// <param name="halfWidth">Relative to the height.</param>
    /// <param name="cap">Share of the height under snow.</param>
    /// <param name="jag">0..1: which of the possible ridges this one has.</param>
    public static Prop Cut(SKColor rock, SKColor snow, float halfWidth, float cap, float jag)
    {
        float w = halfWidth, lean = (jag - 0.5f) * 0.16f * w, shoulder = 0.46f + 0.12f * jag;
        var body = Knife.Polygon(
            -w * 1.15f, 0.30f, -w, 0, -w * 0.62f, -0.34f - 0.05f * jag, -w * 0.52f, -0.36f, -w * 0.24f + lean * 0.5f, -0.78f, lean, -1,
            w * 0.20f + lean * 0.5f, -0.80f, w * shoulder, -0.44f, w * (shoulder + 0.10f), -0.45f, w, 0, w * 1.15f, 0.30f);
        var flank = Knife.Polygon(
            lean, -1, w * 0.20f + lean * 0.5f, -0.80f, w * shoulder, -0.44f, w * (shoulder + 0.10f), -0.45f, w, 0, w * 1.15f, 0.30f,
            w * 0.30f, 0.30f, w * 0.16f, -0.10f, w * 0.24f, -0.28f, w * 0.06f, -0.52f, w * 0.12f, -0.66f);
        return new Prop()
            .Sheet(body, rock, 0.9f, 2)
            .Sheet(flank, Tint.Mix(rock, SKColors.Black, 0.13f), 0.25f, 1)
            .Sheet(Cap(w, lean, cap, -1), snow, 0.35f, 1.4f)
            .Sheet(Cap(w, lean, cap, 1), Tint.Mix(snow, rock, 0.30f), 0.2f, 1);
    }

    /// <summary>Half of the cap: the left (-1) or the right (1) of the ridge line. Slopes follow the body's edge.</summary>
    private static SKPath Cap(float w, float lean, float cap, int side)
    {
        var atEdge = -1 + cap;
        // The body's edge falls from (lean, -1) to (0.22 w, -0.79), then to about (0.5 w, -0.44).
        var edge = cap < 0.21f ? lean + side * 0.22f * w * cap / 0.21f : side * w * (0.22f + 0.26f * (cap - 0.21f) / 0.35f) + lean * 0.4f;
        return Knife.Polygon(
            lean, -1.005f, lean + side * 0.22f * w * Math.Min(1, cap / 0.21f) - lean * 0.5f * Math.Min(1, cap / 0.21f), -1 + Math.Min(cap, 0.21f),
            edge * 0.97f, atEdge,
            edge * 0.74f, atEdge - cap * 0.22f, edge * 0.56f, atEdge + cap * 0.16f, edge * 0.34f, atEdge - cap * 0.26f,
            side * w * 0.05f + lean * 0.3f, atEdge + cap * 0.10f, lean * 0.6f, -1 + cap * 0.5f);
    }
}

using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A table mountain of layered rock, height 1, its foot at the origin: cliffs above a slope of rubble, one flank in shade.</summary>
internal static class Mesa
{
    /// <param name="width">Half the width of its top, relative to the height; below 0.2 it is a needle.</param>
    public static Prop Cut(SKColor rock, float width, float jag)
    {
        float w = width, step = 0.07f + 0.05f * jag, talus = 0.34f + 0.08f * jag;
        var body = Knife.Polygon(
            -w - 0.52f, 0.25f, -w - 0.34f, 0, -w - 0.16f, -talus + 0.10f, -w - 0.08f, -talus, -w - 0.07f, -0.72f, -w - 0.03f, -0.75f, -w - 0.02f, -0.93f, -w + step, -1,
            w * 0.35f, -0.985f, w - step, -1.01f, w, -0.94f, w + 0.03f, -0.90f, w + 0.05f, -0.70f, w + 0.10f, -0.68f, w + 0.11f, -talus, w + 0.20f, -talus + 0.12f, w + 0.40f, 0, w + 0.60f, 0.25f);
        // Clefts in the cliff, in shade rather than cut through: light behind them would make windows of them.
        var clefts = Held.Path();
        for (var i = 0; i < 2 + (int)(w * 4); i++)
        {
            var x = -w + 0.08f + (i + 0.5f * (i % 2)) * (1.25f * w) / (2 + w * 4);
            var top = -0.90f + 0.09f * (i % 3);
            clefts.AddPath(Knife.Polygon(x, top, x + 0.03f, top + 0.12f, x + 0.022f, -talus - 0.09f * (i % 2), x + 0.002f, -talus + 0.02f, x - 0.012f, top + 0.20f));
        }

        var flank = Knife.Polygon(
            w * 0.35f, -0.985f, w - step, -1.01f, w, -0.94f, w + 0.03f, -0.90f, w + 0.05f, -0.70f, w + 0.10f, -0.68f, w + 0.11f, -talus, w + 0.20f, -talus + 0.12f, w + 0.40f, 0, w + 0.60f, 0.25f,
            w * 0.5f, 0.25f, w * 0.35f, -0.12f, w * 0.48f, -talus + 0.04f, w * 0.30f, -0.62f, w * 0.42f, -0.80f);
        var band = Knife.Polygon(-w - 0.075f, -0.58f, w + 0.105f, -0.56f, w + 0.108f, -0.49f, -w - 0.078f, -0.51f);
        return new Prop()
            .Sheet(body, rock, 0.8f, 2)
            .Sheet(band, Tint.Mix(rock, SKColors.White, 0.16f), 0.12f, 0.8f)
            .Sheet(clefts, Tint.Mix(rock, new SKColor(0x40, 0x10, 0x30), 0.24f), 0.02f, 0.6f)
            .Sheet(flank, Tint.Mix(rock, new SKColor(0x40, 0x10, 0x30), 0.20f), 0.22f, 1);
    }
}

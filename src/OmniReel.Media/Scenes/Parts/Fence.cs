using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A picket fence, one unit high, along the x axis from 0.</summary>
internal static class Fence
{
    public static Prop Cut(int pickets, SKColor wood, SKColor? snow = null)
    {
        const float step = 0.42f;
        var rails = new Prop()
            .Sheet(Knife.Box(-0.2f, -0.74f, pickets * step, -0.62f), Tint.Mix(wood, SKColors.Black, 0.12f), 0.3f, 1.2f)
            .Sheet(Knife.Box(-0.2f, -0.36f, pickets * step, -0.24f), Tint.Mix(wood, SKColors.Black, 0.12f), 0.3f, 1.2f);
        for (var i = 0; i < pickets; i++)
        {
            var x = i * step;
            var picket = Knife.Polygon(x - 0.10f, 0.05f, x - 0.10f, -0.86f, x, -1, x + 0.10f, -0.86f, x + 0.10f, 0.05f);
            rails.Sheet(picket.Hole(Knife.Disc(x, -0.80f, 0.035f)), wood, 0.4f, 1.2f);
            if (snow is { } white)
                rails.Sheet(Knife.Smooth(true, x - 0.13f, -0.86f, x, -1.06f, x + 0.13f, -0.86f, x, -0.90f), white, 0.2f, 0.8f);
        }

        return rails;
    }
}

using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A small house far away, width about 1: gable roof, chimney, door and windows that are holes before warm paper.</summary>
internal static class Hut
{
    public static Prop Cut(SKColor wall, SKColor roof, SKColor window, SKColor? snow = null)
    {
        var front = Knife.Box(-0.42f, -0.42f, 0.42f, 0.02f)
            .Hole(Knife.Box(-0.30f, -0.30f, -0.14f, -0.14f))
            .Hole(Knife.Box(0.14f, -0.30f, 0.30f, -0.14f))
            .Hole(Knife.Box(-0.07f, -0.26f, 0.07f, 0));
        var hut = new Prop()
            .Sheet(Knife.Box(0.17f, -0.82f, 0.28f, -0.45f), Tint.Mix(roof, SKColors.Black, 0.2f), 0.3f, 1.2f)
            .Tissue(Knife.Box(-0.40f, -0.40f, 0.40f, 0), window)
            .Tissue(Knife.Box(-0.07f, -0.26f, 0.07f, 0.01f), Tint.Mix(roof, SKColors.Black, 0.35f))
            .Sheet(front, wall, 0.5f, 1.4f)
            .Sheet(Knife.Polygon(-0.55f, -0.38f, -0.36f, -0.74f, 0.36f, -0.74f, 0.55f, -0.38f), roof, 0.6f, 1.6f);
        return snow is { } white
            ? hut.Sheet(Knife.Smooth(true, -0.50f, -0.47f, -0.36f, -0.77f, 0, -0.79f, 0.36f, -0.77f, 0.50f, -0.47f, 0.33f, -0.52f, 0.18f, -0.46f, 0, -0.52f, -0.18f, -0.46f, -0.33f, -0.52f), white, 0.3f, 1)
            : hut;
    }
}

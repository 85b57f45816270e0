using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A boulder of two sheets, width about 1, standing on the origin.</summary>
internal static class Rock
{
    public static Prop Cut(SKColor stone, SKColor? snow = null)
    {
        var rock = new Prop()
            .Sheet(Knife.Smooth(true, -0.5f, 0.04f, -0.46f, -0.22f, -0.22f, -0.44f, 0.12f, -0.40f, 0.42f, -0.20f, 0.5f, 0.04f, 0, 0.07f), stone, 0.8f)
            .Sheet(Knife.Smooth(true, -0.1f, 0.04f, 0.02f, -0.20f, 0.26f, -0.24f, 0.46f, -0.08f, 0.48f, 0.04f, 0.2f, 0.06f), Tint.Mix(stone, SKColors.Black, 0.12f), 0.3f, 1.2f);
        return snow is { } white
            ? rock.Sheet(Knife.Smooth(true, -0.44f, -0.22f, -0.24f, -0.47f, 0.12f, -0.44f, 0.38f, -0.26f, 0.18f, -0.27f, 0.02f, -0.31f, -0.16f, -0.26f, -0.32f, -0.28f), white, 0.25f, 1)
            : rock;
    }
}

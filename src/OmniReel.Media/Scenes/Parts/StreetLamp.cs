using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A street lamp, height 1: flared post, glazed lantern, domed cap; its halo when lit.</summary>
internal static class StreetLamp
{
    public static Prop Cut(SKColor iron, bool isLit, SKColor glass, SKColor? snow = null)
    {
        var lamp = new Prop();
        if (isLit)
            lamp.Tissue(Knife.Disc(0, -0.90f, 0.20f), new SKColor(0xFF, 0xC8, 0x6E, 64), 26);
        lamp.Sheet(Knife.Box(-0.0085f, -0.84f, 0.0085f, 0), iron, 0.6f, 1.2f)
            .Sheet(Knife.Smooth(true, -0.036f, 0.012f, -0.026f, -0.03f, -0.015f, -0.13f, 0, -0.16f, 0.015f, -0.13f, 0.026f, -0.03f, 0.036f, 0.012f, 0, 0.016f), iron, 0.6f, 1.4f)
            .Sheet(Knife.Smooth(true, -0.05f, -0.795f, 0, -0.808f, 0.05f, -0.795f, 0, -0.785f), iron, 0.3f, 1)
            .Tissue(Knife.Polygon(-0.048f, -0.955f, 0.048f, -0.955f, 0.031f, -0.845f, -0.031f, -0.845f), isLit ? new SKColor(0xFF, 0xF0, 0xB8) : glass)
            .Sheet(
                Knife.Polygon(-0.055f, -0.962f, 0.055f, -0.962f, 0.036f, -0.838f, -0.036f, -0.838f)
                    .Hole(Knife.Polygon(-0.043f, -0.952f, -0.005f, -0.952f, -0.004f, -0.85f, -0.027f, -0.85f))
                    .Hole(Knife.Polygon(0.005f, -0.952f, 0.043f, -0.952f, 0.027f, -0.85f, 0.004f, -0.85f)),
                iron, 0.4f, 1.2f)
            .Sheet(Knife.Smooth(true, -0.072f, -0.957f, -0.03f, -1.0f, 0, -1.02f, 0.03f, -1.0f, 0.072f, -0.957f, 0, -0.952f), iron, 0.5f, 1.4f);
        if (isLit)
            lamp.Tissue(Knife.Disc(0, -0.90f, 0.085f), new SKColor(0xFF, 0xE0, 0x96, 110), 14);
        return snow is { } white
            ? lamp.Sheet(Knife.Smooth(true, -0.055f, -0.975f, -0.02f, -1.022f, 0, -1.034f, 0.02f, -1.022f, 0.055f, -0.975f, 0.02f, -0.992f, -0.02f, -0.988f), white, 0.2f, 0.8f)
            : lamp;
    }
}

using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A parked car, length 1, wheels on the origin's line: windows are holes, wheels are dark discs with brass hubs.</summary>
internal static class Car
{
    public static Prop Cut(SKColor paint, SKColor glass, bool lightsOn)
    {
        var dark = new SKColor(0x1C, 0x18, 0x30);
        var cabin = Knife.Smooth(true, -0.34f, -0.24f, -0.27f, -0.40f, -0.16f, -0.475f, 0.06f, -0.48f, 0.17f, -0.42f, 0.29f, -0.245f, 0, -0.23f)
            .Hole(Knife.Smooth(true, -0.25f, -0.27f, -0.21f, -0.385f, -0.15f, -0.425f, -0.06f, -0.43f, -0.055f, -0.27f))
            .Hole(Knife.Smooth(true, -0.015f, -0.27f, -0.015f, -0.43f, 0.05f, -0.43f, 0.115f, -0.39f, 0.20f, -0.27f));
        var body = Knife.Smooth(true, -0.50f, -0.12f, -0.485f, -0.235f, -0.33f, -0.275f, 0, -0.28f, 0.28f, -0.27f, 0.45f, -0.225f, 0.50f, -0.12f, 0.47f, -0.075f, 0, -0.065f, -0.47f, -0.075f)
            .Hole(Knife.Box(-0.12f, -0.222f, -0.06f, -0.212f))
            .Hole(Knife.Box(0.12f, -0.222f, 0.18f, -0.212f))
            .Hole(Knife.Box(-0.038f, -0.262f, -0.034f, -0.09f))
            .Hole(Knife.Box(-0.27f, -0.135f, 0.22f, -0.129f));
        var car = new Prop()
            .Tissue(Knife.Smooth(true, -0.52f, 0.0f, 0, -0.03f, 0.54f, 0.0f, 0, 0.035f), new SKColor(0, 0, 0x14, 70), 5)
            .Tissue(Knife.Smooth(true, -0.315f, -0.25f, -0.252f, -0.385f, -0.155f, -0.455f, 0.055f, -0.460f, 0.155f, -0.405f, 0.265f, -0.25f), glass)
            .Sheet(cabin, Tint.Mix(paint, SKColors.White, 0.10f), 0.5f, 1.6f)
            .Sheet(body, paint, 0.8f, 2);
        foreach (var x in (ReadOnlySpan<float>)[-0.29f, 0.29f])
        {
            car.Sheet(Knife.Disc(x, -0.085f, 0.098f), dark, 0.4f, 1.2f)
                .Sheet(Knife.Disc(x, -0.085f, 0.048f), new SKColor(0xE8, 0xDC, 0xC8), 0.2f, 1)
                .Sheet(Knife.Disc(x, -0.085f, 0.018f), new SKColor(0xF2, 0xC3, 0x5A), 0.2f, 0.6f);
        }

        if (lightsOn)
            car.Tissue(Knife.Disc(0.50f, -0.17f, 0.06f), new SKColor(0xFF, 0xE6, 0xA0, 120), 7);
        return car.Sheet(Knife.Smooth(true, 0.44f, -0.20f, 0.485f, -0.185f, 0.487f, -0.145f, 0.445f, -0.15f), new SKColor(0xFF, 0xF0, 0xC0), 0.2f, 0.8f)
            .Sheet(Knife.Smooth(true, -0.49f, -0.20f, -0.455f, -0.205f, -0.46f, -0.15f, -0.495f, -0.15f), new SKColor(0xD8, 0x30, 0x30), 0.2f, 0.8f);
    }
}

using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Ink;

/// <summary>Colours of a palette as thinned ink on warm paper shows them.</summary>
internal static class Wash
{
    public static readonly SKColor Paper = Tint.Hex(0xF4ECDC), Black = Tint.Hex(0x26222A);

    /// <summary>What red light, green light and blue light add to brightness, in shares of 255.</summary>
    public static float Luma(SKColor color) => (0.2126f * color.Red + 0.7152f * color.Green + 0.0722f * color.Blue) / 255;

    /// <summary>A grey wash as dark as the colour, with so much of its hue; transparency stays.</summary>
    /// <param name="pigment">0 to 1.</param>
    /// <param name="darkest">How much of black is black ink: never so much that a line would not stand out from it.</param>
    public static SKColor Of(SKColor color, float pigment, float darkest)
    {
        var grey = Tint.Mix(Paper, Black, darkest * MathF.Pow(1 - Luma(color), 1.5f));
        var most = Math.Max(color.Red, Math.Max(color.Green, color.Blue));
        var saturation = most == 0 ? 0 : (most - Math.Min(color.Red, Math.Min(color.Green, color.Blue))) / (float)most;
        return Tint.Mix(grey, Glazed(color), pigment * Math.Clamp(saturation * 1.7f, 0, 1)).WithAlpha(color.Alpha);
    }

    /// <summary>Little of what is not named: enough to tell a pair apart.</summary>
    /// <param name="kept">0 to 1.</param>
    public static SKColor Muted(SKColor color, float kept = 0.24f)
    {
        var level = (byte)(255 * Luma(color));
        return Tint.Mix(new SKColor(level, level, level), color, kept);
    }

    /// <summary>Transparent paint: the paper shines through.</summary>
    private static SKColor Glazed(SKColor color) => new(Glaze(Paper.Red, color.Red), Glaze(Paper.Green, color.Green), Glaze(Paper.Blue, color.Blue));

    private static byte Glaze(byte paper, byte paint) => (byte)(paper * (1 - 0.86f * (255 - paint) / 255f));
}

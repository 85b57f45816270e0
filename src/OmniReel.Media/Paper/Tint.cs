using SkiaSharp;

namespace OmniReel.Media.Paper;

/// <summary>Colour arithmetic in sRGB, which is where the palettes were mixed by eye.</summary>
public static class Tint
{
    /// <summary>An opaque colour from 0xRRGGBB.</summary>
    public static SKColor Hex(uint rgb) => new(0xFF000000 | rgb);

    public static SKColor Mix(SKColor a, SKColor b, float share) => new(
        Blend(a.Red, b.Red, share), Blend(a.Green, b.Green, share), Blend(a.Blue, b.Blue, share), a.Alpha);

    /// <summary>The same dye with a lamp behind it: brighter in the same hue. Through what is dark hardly any light comes.</summary>
    /// <param name="share">0 changes nothing.</param>
    public static SKColor Vivid(SKColor color, float share)
    {
        var most = Math.Max(color.Red, Math.Max(color.Green, color.Blue)) / 255f;
        var gain = 1 + share * (1 - most) * most;
        return new SKColor(Blend(0, color.Red, gain), Blend(0, color.Green, gain), Blend(0, color.Blue, gain), color.Alpha);
    }

    /// <summary>The colour at 0..1 along a ramp of equal steps.</summary>
    public static SKColor Along(ReadOnlySpan<SKColor> ramp, float at)
    {
        at = Math.Clamp(at, 0, 1) * (ramp.Length - 1);
        var i = Math.Min((int)at, ramp.Length - 2);
        return Mix(ramp[i], ramp[i + 1], at - i);
    }

    private static byte Blend(byte a, byte b, float share) => (byte)Math.Clamp(a + (b - a) * share + 0.5f, 0, 255);
}

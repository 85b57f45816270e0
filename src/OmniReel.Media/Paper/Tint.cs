using SkiaSharp;

namespace OmniReel.Media.Paper;

/// <summary>Colour arithmetic in sRGB, which is where the palettes were mixed by eye.</summary>
public static class Tint
{
    /// <summary>An opaque colour from 0xRRGGBB.</summary>
    public static SKColor Hex(uint rgb) => new(0xFF000000 | rgb);

    public static SKColor Mix(SKColor a, SKColor b, float share) => new(
        Blend(a.Red, b.Red, share), Blend(a.Green, b.Green, share), Blend(a.Blue, b.Blue, share), a.Alpha);

    /// <summary>As glass of this colour looks with a lamp behind it: the channel that is brightest goes up toward white, the others hardly.</summary>
    /// <param name="share">1: as bright as it can be.</param>
    public static SKColor Vivid(SKColor color, float share)
    {
        float most = Math.Max(color.Red, Math.Max(color.Green, color.Blue)) / 255f;
        var gain = 1 + share * (1 / Math.Max(most, 0.35f) - 1);
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

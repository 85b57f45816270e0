using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Color;

/// <summary>Writes palettes as rows of 0xRRGGBB.</summary>
internal static class Ramps
{
    public static SKColor[] Ramp(params ReadOnlySpan<uint> colors)
    {
        var ramp = new SKColor[colors.Length];
        for (var i = 0; i < ramp.Length; i++)
            ramp[i] = Tint.Hex(colors[i]);
        return ramp;
    }

    /// <summary>Every colour of the ramp moved toward one colour.</summary>
    public static SKColor[] Toward(this SKColor[] ramp, SKColor color, float share) =>
        [.. ramp.Select(c => Tint.Mix(c, color, share))];
}

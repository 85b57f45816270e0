using OmniReel.Media.Plans;
using SkiaSharp;
using static OmniReel.Media.Color.Ramps;

namespace OmniReel.Media.Color;

/// <summary>Snow on the land, from far to near: it takes the sky's colour, and is white only at noon and close by.</summary>
internal static class SnowColors
{
    private static readonly SKColor[] Sunrise = Ramp(0xB9A6D6, 0xC6C0EA, 0xD4D2F3, 0xE2E2FA, 0xF4F1FF);
    private static readonly SKColor[] Noon = Ramp(0xA8C8E6, 0xC2DCF1, 0xD9EAF8, 0xEDF5FC, 0xFFFFFF);
    private static readonly SKColor[] Sunset = Ramp(0x9C6CAE, 0xB48CC2, 0xCBAAD2, 0xDEC4DC, 0xEED8E4);
    private static readonly SKColor[] Night = Ramp(0x2E428A, 0x3A5098, 0x4860A6, 0x586FB2, 0x697FBE);

    public static SKColor[] At(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Sunrise,
        TimeOfDay.Noon => Noon,
        TimeOfDay.Sunset => Sunset,
        _ => Night,
    };
}

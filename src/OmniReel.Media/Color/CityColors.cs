using OmniReel.Media.Plans;
using SkiaSharp;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Rows of houses from far to near, the road, the kerb; the pavement that people stand on.</summary>
internal static class CityColors
{
    private static readonly PlacePalette Sunrise = new(
        Ramp(0xDDBACC, 0xB79ABC, 0x9484B0, 0x66608C, 0x8C7CA4), Hex(0xC4A6B2), Hex(0x2E2A5C), Wardrobes.Red);

    private static readonly PlacePalette Noon = new(
        Ramp(0xB6D6E8, 0x8CB6D0, 0x7AA0BC, 0x66768C, 0xAEB4BC), Hex(0xD6D2C8), Hex(0x14583F), Wardrobes.Red);

    private static readonly PlacePalette Sunset = new(
        Ramp(0xB45A88, 0x864682, 0x603878, 0x38285A, 0x5C3C6C), Hex(0x744A74), Hex(0x2A1444), Wardrobes.Yellow);

    private static readonly PlacePalette Night = new(
        Ramp(0x3A4888, 0x2C3876, 0x222C64, 0x141A42, 0x242E66), Hex(0x2A3470), Hex(0x0A0E2A), Wardrobes.Yellow);

    /// <summary>Fronts of the nearest houses by daylight.</summary>
    public static readonly SKColor[] Fronts = Ramp(0xE8896A, 0xF2D9A8, 0x6FA8A0, 0xE6B45C, 0xB8788C, 0x86A8CC);

    /// <summary>Their roofs and awnings.</summary>
    public static readonly SKColor[] Roofs = Ramp(0x9C3A3C, 0x4A6078, 0x7A4634, 0x3E6A64);

    public static PlacePalette At(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Sunrise,
        TimeOfDay.Noon => Noon,
        TimeOfDay.Sunset => Sunset,
        _ => Night,
    };
}

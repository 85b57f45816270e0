using OmniReel.Media.Plans;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Water from the horizon to the shore; the sand.</summary>
internal static class SeaColors
{
    private static readonly PlacePalette Sunrise = new(
        Ramp(0xF8C4AE, 0xC6B2CC, 0x84A8CE, 0x4A8EBE, 0x2C6EA4), Hex(0xD49A92), Hex(0x3E3266), Wardrobes.Red);

    private static readonly PlacePalette Noon = new(
        Ramp(0xA5DEE6, 0x6CC4DC, 0x3FA4CC, 0x2582B4, 0x1B6A9C), Hex(0xF2D9A0), Hex(0x14583F), Wardrobes.Red);

    private static readonly PlacePalette Sunset = new(
        Ramp(0xF2A08A, 0xB98AA8, 0x5F86A8, 0x2F6E95, 0x1F4F7E), Hex(0x9A5A6A), Hex(0x3C1C4A), Wardrobes.Red);

    private static readonly PlacePalette Night = new(
        Ramp(0x6076B4, 0x3C5698, 0x284280, 0x1B336C, 0x122454), Hex(0x3E3F74), Hex(0x0C1030), Wardrobes.Yellow);

    public static PlacePalette At(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Sunrise,
        TimeOfDay.Noon => Noon,
        TimeOfDay.Sunset => Sunset,
        _ => Night,
    };
}

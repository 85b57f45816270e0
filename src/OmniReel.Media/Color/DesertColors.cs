using OmniReel.Media.Plans;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Two rows of mesas, then three of dunes from far to near; the sand that people stand on.</summary>
internal static class DesertColors
{
    private static readonly PlacePalette Sunrise = new(
        Ramp(0xD0A0BA, 0xC4869C, 0xF0BC96, 0xE6A27C, 0xD68A66), Hex(0xDE9A70), Hex(0x4A2440), Wardrobes.Blue);

    private static readonly PlacePalette Noon = new(
        Ramp(0xE2B48E, 0xCE8558, 0xF8DC9C, 0xF2C878, 0xE8B25C), Hex(0xF0C070), Hex(0x7A3620), Wardrobes.Blue);

    private static readonly PlacePalette Sunset = new(
        Ramp(0xA85078, 0x84386A, 0xEE8C58, 0xD26A50, 0xA64C4C), Hex(0x9A4648), Hex(0x331232), Wardrobes.Blue);

    private static readonly PlacePalette Night = new(
        Ramp(0x36427E, 0x28326A, 0x56609C, 0x454F8A, 0x343E78), Hex(0x363E74), Hex(0x0C1030), Wardrobes.Yellow);

    public static PlacePalette At(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Sunrise,
        TimeOfDay.Noon => Noon,
        TimeOfDay.Sunset => Sunset,
        _ => Night,
    };
}

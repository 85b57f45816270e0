using OmniReel.Media.Plans;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Hills from the horizon to the grass that people stand on.</summary>
internal static class MeadowColors
{
    private static readonly PlacePalette Sunrise = new(
        Ramp(0xB7A2CC, 0xA9B2B4, 0x9ABB90, 0x7FAA6C, 0x659454), Hex(0x578A4C), Hex(0x2A4A4C), Wardrobes.Red);

    private static readonly PlacePalette Noon = new(
        Ramp(0x8FC4CE, 0x82C6A4, 0x6CBA74, 0x56A654, 0x459244), Hex(0x3C8A40), Hex(0x14583F), Wardrobes.Red);

    private static readonly PlacePalette Sunset = new(
        Ramp(0x96558E, 0x8A6078, 0x757060, 0x577250, 0x3C6446), Hex(0x33583F), Hex(0x2C1E44), Wardrobes.Red);

    private static readonly PlacePalette Night = new(
        Ramp(0x34478A, 0x2A437C, 0x22406C, 0x1C3C5E, 0x173652), Hex(0x142F4A), Hex(0x0B122E), Wardrobes.Yellow);

    public static PlacePalette At(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Sunrise,
        TimeOfDay.Noon => Noon,
        TimeOfDay.Sunset => Sunset,
        _ => Night,
    };
}

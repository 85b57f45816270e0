using OmniReel.Media.Plans;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Trunks and leaves from the hazy depth of the wood to the nearest; the moss that people stand on.</summary>
internal static class ForestColors
{
    private static readonly PlacePalette Sunrise = new(
        Ramp(0xE0C2B4, 0xB4B49C, 0x7E9C84, 0x4E7C6E, 0x2C5A58), Hex(0x5E8450), Hex(0x1C3A44), Wardrobes.Red);

    private static readonly PlacePalette Noon = new(
        Ramp(0xCDE6B4, 0x9CCF8E, 0x66AE68, 0x3C8850, 0x20643C), Hex(0x5E9E3E), Hex(0x0E4430), Wardrobes.Red);

    private static readonly PlacePalette Sunset = new(
        Ramp(0xE8906A, 0xB86C68, 0x7E4E64, 0x4E3858, 0x30284C), Hex(0x4A4038), Hex(0x20163A), Wardrobes.Red);

    private static readonly PlacePalette Night = new(
        Ramp(0x4A64A0, 0x34528C, 0x244274, 0x18325C, 0x102446), Hex(0x163452), Hex(0x081026), Wardrobes.Yellow);

    public static PlacePalette At(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Sunrise,
        TimeOfDay.Noon => Noon,
        TimeOfDay.Sunset => Sunset,
        _ => Night,
    };
}

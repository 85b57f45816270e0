using OmniReel.Media.Plans;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Trunks and leaves from the hazy depth of the wood to the nearest; the moss that people stand on.</summary>
internal static class ForestColors
{
    private static readonly SeasonPalettes s_year = new(
        summer:
        [
            new(Ramp(0xE0C2B4, 0xB4B49C, 0x7E9C84, 0x4E7C6E, 0x2C5A58), Hex(0x5E8450), Hex(0x1C3A44), Wardrobes.Red),
            new(Ramp(0xCDE6B4, 0x9CCF8E, 0x66AE68, 0x3C8850, 0x20643C), Hex(0x5E9E3E), Hex(0x0E4430), Wardrobes.Red),
            new(Ramp(0xE8906A, 0xB86C68, 0x7E4E64, 0x4E3858, 0x30284C), Hex(0x4A4038), Hex(0x20163A), Wardrobes.Red),
            new(Ramp(0x4A64A0, 0x34528C, 0x244274, 0x18325C, 0x102446), Hex(0x163452), Hex(0x081026), Wardrobes.Yellow),
        ],
        autumn:
        [
            new(Ramp(0xEED0AC, 0xE4B07C, 0xCC8452, 0x9C5640, 0x643A38), Hex(0x94602E), Hex(0x3E2030), Wardrobes.Blue),
            new(Ramp(0xFAE6A8, 0xF4C45C, 0xE48C34, 0xBC5628, 0x7C3420), Hex(0xAC742C), Hex(0x501E16), Wardrobes.Blue),
            new(Ramp(0xF4A05C, 0xD87648, 0xA44C42, 0x6C343E, 0x402438), Hex(0x5E3828), Hex(0x2A1228), Wardrobes.Blue),
            new(Ramp(0x5E6296, 0x524E80, 0x483C62, 0x36284C, 0x241C3A), Hex(0x32263E), Hex(0x120A22), Wardrobes.Yellow),
        ],
        spring:
        [
            new(Ramp(0xECD0BE, 0xC8C8A0, 0x98B484, 0x66926C, 0x3E6A58), Hex(0x749A54), Hex(0x24464A), Wardrobes.Red),
            new(Ramp(0xE0F2B8, 0xBCE48C, 0x8CCC64, 0x5AA84C, 0x348040), Hex(0x78B848), Hex(0x185A38), Wardrobes.Red),
            new(Ramp(0xF09C7C, 0xC47C74, 0x8C5C6C, 0x5C4660, 0x3A3254), Hex(0x5A4E42), Hex(0x281A40), Wardrobes.Red),
            new(Ramp(0x5470AA, 0x3E5E98, 0x2C4E80, 0x203E68, 0x163050), Hex(0x1E405C), Hex(0x0A142A), Wardrobes.Yellow),
        ]);

    public static PlacePalette At(TimeOfDay time, Season season = Season.Summer) => s_year.At(time, season);
}

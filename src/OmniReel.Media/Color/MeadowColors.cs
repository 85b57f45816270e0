using OmniReel.Media.Plans;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Hills from the horizon to the grass that people stand on.</summary>
internal static class MeadowColors
{
    private static readonly SeasonPalettes s_year = new(
        summer:
        [
            new(Ramp(0xB7A2CC, 0xA9B2B4, 0x9ABB90, 0x7FAA6C, 0x659454), Hex(0x578A4C), Hex(0x2A4A4C), Wardrobes.Red),
            new(Ramp(0x8FC4CE, 0x82C6A4, 0x6CBA74, 0x56A654, 0x459244), Hex(0x3C8A40), Hex(0x14583F), Wardrobes.Red),
            new(Ramp(0x96558E, 0x8A6078, 0x757060, 0x577250, 0x3C6446), Hex(0x33583F), Hex(0x2C1E44), Wardrobes.Red),
            new(Ramp(0x34478A, 0x2A437C, 0x22406C, 0x1C3C5E, 0x173652), Hex(0x142F4A), Hex(0x0B122E), Wardrobes.Yellow),
        ],
        autumn:
        [
            new(Ramp(0xC0A0C4, 0xCCAC9E, 0xD8A868, 0xCF9448, 0xB67A36), Hex(0xA8702E), Hex(0x4A2838), Wardrobes.Blue),
            new(Ramp(0xB4C4B8, 0xD8C47C, 0xE4AC48, 0xD28A30, 0xB8702A), Hex(0xB47C2C), Hex(0x6A2A18), Wardrobes.Blue),
            new(Ramp(0xA04E80, 0xA8585C, 0xA85E40, 0x8E4A32, 0x6C382E), Hex(0x60342A), Hex(0x341226), Wardrobes.Blue),
            new(Ramp(0x384684, 0x3C426E, 0x40405C, 0x3A344C, 0x302A40), Hex(0x2E283A), Hex(0x120E26), Wardrobes.Yellow),
        ],
        spring:
        [
            new(Ramp(0xC0AAD0, 0xBEC4B8, 0xB0CE90, 0x98C070, 0x7CAC58), Hex(0x6CA04E), Hex(0x2E5250), Wardrobes.Red),
            new(Ramp(0x9CD0D4, 0x9EDAA8, 0x98D474, 0x80C458, 0x68B046), Hex(0x5EA640), Hex(0x1C6640), Wardrobes.Red),
            new(Ramp(0xA25C98, 0x986E84, 0x868268, 0x688658, 0x4A764C), Hex(0x426A46), Hex(0x32204A), Wardrobes.Red),
            new(Ramp(0x384C90, 0x304A84, 0x284A76, 0x224668, 0x1E405C), Hex(0x1A3A54), Hex(0x0D1632), Wardrobes.Yellow),
        ]);

    public static PlacePalette At(TimeOfDay time, Season season = Season.Summer) => s_year.At(time, season);
}

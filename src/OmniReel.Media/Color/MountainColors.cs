using OmniReel.Media.Plans;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Peaks from the farthest to the wooded foot of the nearest; the bank that people stand on.</summary>
internal static class MountainColors
{
    private static readonly PlacePalette Sunrise = new(
        Ramp(0xD8B4D2, 0xB49CCC, 0x8C8CC0, 0x6680A4, 0x4A7088), Hex(0x5E8A66), Hex(0x22405A), Wardrobes.Red);

    private static readonly PlacePalette Noon = new(
        Ramp(0xB2D4E8, 0x8DB8D6, 0x6C9DBE, 0x5A9C8C, 0x3F8A62), Hex(0x5AA250), Hex(0x14583F), Wardrobes.Red);

    private static readonly PlacePalette Sunset = new(
        Ramp(0xC8688C, 0xA0548C, 0x784484, 0x543A74, 0x3C3462), Hex(0x4A4A5C), Hex(0x261A44), Wardrobes.Red);

    private static readonly PlacePalette Night = new(
        Ramp(0x4E64A4, 0x3A5092, 0x2C407E, 0x22346A, 0x1A2A58), Hex(0x1C3454), Hex(0x0A112C), Wardrobes.Yellow);

    /// <summary>The wooded foot and the bank take the season's colour; rock does not.</summary>
    public static PlacePalette At(TimeOfDay time, Season season) => season switch
    {
        Season.Autumn => Grown(At(time), MeadowColors.At(time, season), 0.55f),
        Season.Spring => Grown(At(time), MeadowColors.At(time, season), 0.35f),
        _ => At(time),
    };

    private static PlacePalette Grown(PlacePalette rock, PlacePalette land, float share) => rock with
    {
        Land = [.. rock.Land[..3], Mix(rock.Land[3], land.Land[2], share), Mix(rock.Land[4], land.Land[4], share * 0.7f)],
        Floor = Mix(rock.Floor, land.Floor, share),
        Figures = land.Figures,
    };

    public static PlacePalette At(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Sunrise,
        TimeOfDay.Noon => Noon,
        TimeOfDay.Sunset => Sunset,
        _ => Night,
    };
}

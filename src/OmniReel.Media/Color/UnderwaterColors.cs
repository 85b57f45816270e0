using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;
using static OmniReel.Media.Color.Ramps;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>Water as seen from within, reefs from far to near, and the sand on the sea floor.</summary>
internal static class UnderwaterColors
{
    private static readonly PlacePalette Sunrise = new(
        Ramp(0x80C4C0, 0x54A2B0, 0x3A829A, 0x2A6684, 0x1F506E), Hex(0xB4CCB4), Hex(0x123A50), Wardrobes.Red);

    private static readonly PlacePalette Noon = new(
        Ramp(0x56C0D0, 0x329EB8, 0x2084A0, 0x166A88, 0x105470), Hex(0xA4D6C0), Hex(0x0A4054), Wardrobes.Red);

    private static readonly PlacePalette Sunset = new(
        Ramp(0x5E8CB4, 0x3E78A2, 0x2B6692, 0x1F5680, 0x18466E), Hex(0x7A9EB0), Hex(0x10304E), Wardrobes.Red);

    private static readonly PlacePalette Night = new(
        Ramp(0x2E6490, 0x24527E, 0x1B426C, 0x14355C, 0x0F2A4E), Hex(0x2E5C7E), Hex(0x081A32), Wardrobes.Yellow);

    /// <summary>Corals, sponges and anemones.</summary>
    public static readonly SKColor[] Corals = Ramp(0xF2684E, 0xE85A92, 0xF6BC46, 0x9A70D0, 0xF48E46, 0xF4D8C0);

    public static PlacePalette At(TimeOfDay time) => time switch
    {
        TimeOfDay.Sunrise => Sunrise,
        TimeOfDay.Noon => Noon,
        TimeOfDay.Sunset => Sunset,
        _ => Night,
    };

    /// <summary>The light comes from the surface; far from it everything takes the water's colour.</summary>
    public static Air Air(TimeOfDay time, Weather weather)
    {
        var (sky, glow, dusk, share) = time switch
        {
            TimeOfDay.Sunrise => (Ramp(0xFFF2CC, 0xDCF0CE, 0xA0DECB, 0x66C2C4, 0x3EA0B4, 0x2A80A2, 0x1F658C, 0x174E76), Hex(0xFFF4D0), Hex(0x2A7890), 0.26f),
            TimeOfDay.Noon => (Ramp(0xF0FFF2, 0xB8F4EA, 0x76DEE0, 0x44BED0, 0x289CBC, 0x1A7EA4, 0x12648E, 0x0E4E78), Hex(0xEAFFF2), Hex(0x1C86A4), 0.20f),
            TimeOfDay.Sunset => (Ramp(0xFFDC98, 0xF8AE80, 0xC88CA0, 0x7C84B0, 0x4480A8, 0x2C6C98, 0x1E5680, 0x154166), Hex(0xFFD8A8), Hex(0x245E84), 0.26f),
            _ => (Ramp(0x78A8C8, 0x4C82AC, 0x346892, 0x26527E, 0x1B406C, 0x14325C, 0x0F264C, 0x0B1C40), Hex(0xBCDCF4), Hex(0x123460), 0.55f),
        };
        var isClear = weather is Weather.Clear;
        return new Air(
            isClear ? sky : sky.Toward(dusk, 0.22f), SKColors.White, glow, Mix(glow, SKColors.White, 0.2f), new SKColor(0, 30, 58, (byte)(time == TimeOfDay.Night ? 140 : 104)),
            time == TimeOfDay.Night ? 0.30f : 0.42f, [sky[2], sky[1]], dusk, share, new SKColor(0, 22, 48, (byte)(time == TimeOfDay.Night ? 170 : 130)))
        {
            IsClear = isClear,
            Lit = time == TimeOfDay.Night ? 1 : 0,
        };
    }
}

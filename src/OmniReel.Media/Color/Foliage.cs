using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;
using static OmniReel.Media.Color.Ramps;

namespace OmniReel.Media.Color;

/// <summary>Crowns of trees by the season: in spring some blossom, in autumn each turns another colour.</summary>
internal static class Foliage
{
    private static readonly SKColor[] s_autumn = Ramp(0xE2622A, 0xEFA02E, 0xC83C2C, 0xE8C046, 0xB45028);
    private static readonly SKColor[] s_blossom = Ramp(0xFFB4CC, 0xFFC8D8, 0xF898BC);

    private static readonly SKColor[] s_canopy = Ramp(0xFFD6E0, 0xFBB8CE, 0xF294B6);

    /// <param name="green">The crown in summer, which decides how deep the colour is.</param>
    /// <param name="number">Which tree of the place.</param>
    public static SKColor Of(Season season, SKColor green, Air air, int number) => season switch
    {
        Season.Autumn => Tint.Mix(air.Cast(s_autumn[number % s_autumn.Length]), green, 0.16f),
        Season.Spring when number % 3 != 2 => Tint.Mix(air.Cast(s_blossom[number % s_blossom.Length]), green, 0.08f),
        _ => green,
    };

    /// <summary>The leaves of one depth of a wood, far ones first: in spring a wood of cherries; in autumn its palette is gold already.</summary>
    public static SKColor Canopy(Season season, SKColor green, Air air, int depth) => season switch
    {
        Season.Spring => air.Cast(s_canopy[depth % s_canopy.Length]),
        _ => green,
    };

    /// <summary>The dark leaves that frame a picture.</summary>
    public static SKColor Frame(Season season, SKColor frame) => season switch
    {
        Season.Autumn => Tint.Mix(frame, Tint.Hex(0x7A2A10), 0.45f),
        Season.Spring => Tint.Mix(frame, Tint.Hex(0x8A3A62), 0.30f),
        _ => frame,
    };
}

using OmniReel.Media.Scenes;
using SkiaSharp;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>A room by daylight; the air casts dusk and night over it.</summary>
internal static class RoomColors
{
    public static readonly SKColor Wall = Hex(0x5E9E94);
    public static readonly SKColor Panel = Hex(0x3F7A74);
    public static readonly SKColor Floor = Hex(0xC88450);
    public static readonly SKColor Wood = Hex(0x8A5232);
    public static readonly SKColor[] Curtain = Ramps.Ramp(0xE0A03C, 0xEDB95C, 0xF8D68C);
    public static readonly SKColor[] Rug = Ramps.Ramp(0x2F5F7A, 0xF0DCB0, 0xB84A40, 0xF4C878);
    public static readonly SKColor Sofa = Hex(0x2E5878);
    public static readonly SKColor Cushion = Hex(0xEFB04A);
    public static readonly SKColor Leaf = Hex(0x3E7E4A);
    public static readonly SKColor Pot = Hex(0xC8603C);
    public static readonly SKColor Frame = Hex(0x1F4A3C);

    /// <summary>Red against the teal wall.</summary>
    public static readonly FigurePalette Figures = Wardrobes.Red;
}

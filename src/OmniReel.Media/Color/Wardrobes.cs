using OmniReel.Media.Scenes;
using static OmniReel.Media.Paper.Tint;

namespace OmniReel.Media.Color;

/// <summary>What people wear when nobody says: each one stands out from the ground it is named after.</summary>
internal static class Wardrobes
{
    /// <summary>Red and gold, for blue, teal and green grounds.</summary>
    public static readonly FigurePalette Red = new(Hex(0xE8263C), Hex(0xFFC23E), Hex(0xE2945A), Hex(0x3A1526), Hex(0xC81E34));

    /// <summary>Orange and cream, for lavender and snow.</summary>
    public static readonly FigurePalette Orange = new(Hex(0xF0701E), Hex(0xFFF0D2), Hex(0xE8A070), Hex(0x4A1E1C), Hex(0x5A2418));

    /// <summary>Yellow and vermilion, for indigo nights.</summary>
    public static readonly FigurePalette Yellow = new(Hex(0xFFC814), Hex(0xF2594B), Hex(0xE8A066), Hex(0x3A1526), Hex(0xC8342C));

    /// <summary>Blue and cream, for warm rooms and wheat.</summary>
    public static readonly FigurePalette Blue = new(Hex(0x2458B8), Hex(0xFFE6B4), Hex(0xE8A070), Hex(0x2E1626), Hex(0x1E2C5A));
}

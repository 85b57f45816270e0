using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Figures;

/// <summary>The cloth behind each colour's name: saturated, so that the name stays readable through any lamp.</summary>
internal static class ClothColors
{
    public static SKColor Of(NamedColor name) => Tint.Hex(name switch
    {
        NamedColor.Red => 0xE8263C,
        NamedColor.Orange => 0xF5821F,
        NamedColor.Yellow => 0xFFC814,
        NamedColor.Green => 0x2BA64F,
        NamedColor.Blue => 0x2466E0,
        NamedColor.Purple => 0x8B3BC8,
        NamedColor.Pink => 0xFF78B4,
        NamedColor.White => 0xF8F4EC,
        NamedColor.Black => 0x2B2630,
        NamedColor.Brown => 0x8A4F2C,
        NamedColor.Gray => 0x8E9299,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No cloth has this colour."),
    });

    /// <summary>The cloth of the figure at a place of the plan when nothing names it: the first takes the scene's, the others differ.</summary>
    public static SKColor Unnamed(FigurePalette palette, int index)
    {
        if (index == 0)
            return palette.Clothing;
        palette.Clothing.ToHsv(out var hue, out _, out _);
        NamedColor[] others = [NamedColor.Yellow, NamedColor.Blue, NamedColor.Red, NamedColor.Green];
        return others.Select(Of).Where(c => Apart(c, hue) > 50).ElementAt(index - 1);
    }

    /// <summary>What old people wear of which nothing is said: wool of earth, slate or plum.</summary>
    public static SKColor Sober(FigurePlan plan, int number) => Tint.Hex((plan.Person is Plans.Person.Woman, number % 2) switch
    {
        (true, 0) => 0x7C4A66,
        (true, _) => 0x4E6470,
        (_, 0) => 0x7C5C46,
        _ => 0x46566A,
    });

    /// <summary>Scarves, collars and cuffs of the old: undyed wool, or dark where the cloth is as light.</summary>
    public static SKColor SoberAccent(SKColor cloth)
    {
        cloth.ToHsv(out _, out _, out var value);
        return value > 75 ? Tint.Hex(0x6E7480) : Tint.Hex(0xC4B496);
    }

    /// <summary>A suit of a colour that nobody named: all of one piece as suits are, so sober, and wine where yellow is for the dark.</summary>
    public static SKColor Suiting(SKColor cloth)
    {
        cloth.ToHsv(out var hue, out _, out _);
        return hue is > 36 and < 72 ? Tint.Hex(0xA23A4C) : Tint.Mix(cloth, Tint.Hex(0x34508C), 0.80f);
    }

    /// <summary>What ribbons, sashes and collars take: the scene's accent, or gold or blue where that is too near the cloth.</summary>
    public static SKColor Accent(FigurePalette palette, SKColor cloth)
    {
        cloth.ToHsv(out var hue, out var saturation, out _);
        SKColor[] choices = [palette.Accent, Tint.Hex(0xFFC23E), Tint.Hex(0xE8363C), Tint.Hex(0x2FA0C8)];
        return saturation < 18 ? palette.Accent : choices.First(c => Apart(c, hue) > 28);
    }

    /// <summary>Green in the green: lighter, and toward the blue, so that it stands off from grass and leaves and stays green.</summary>
    public static SKColor Against(SKColor cloth, Place place)
    {
        cloth.ToHsv(out var hue, out var saturation, out var value);
        return place is Place.Meadow or Place.Forest && hue is > 80 and < 165 && saturation > 30
            ? SKColor.FromHsv(Math.Max(hue, 150), saturation, place == Place.Forest ? Math.Min(100, value * 1.25f) : value * 0.82f)
            : cloth;
    }

    /// <summary>People of one shot differ: the second's hair is brown, the third's black.</summary>
    public static FigurePalette Person(FigurePalette palette, int index) => index switch
    {
        0 => palette,
        1 => palette with { Hair = Tint.Mix(palette.Hair, Tint.Hex(0x9A5A2A), 0.62f) },
        _ => palette with { Hair = Tint.Mix(palette.Hair, Tint.Hex(0x15131C), 0.70f) },
    };

    private static float Apart(SKColor color, float hue)
    {
        color.ToHsv(out var own, out _, out _);
        var gap = MathF.Abs(own - hue);
        return Math.Min(gap, 360 - gap);
    }
}

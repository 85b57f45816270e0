using OmniReel.Media.Color;
using OmniReel.Media.Figures;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>The two papers that a thing is cut from.</summary>
/// <param name="Main">Most of it.</param>
/// <param name="Second">The lesser part: carved lines, a belly, a mane.</param>
internal readonly record struct ThingColors(SKColor Main, SKColor Second)
{
    private static readonly SKColor Dark = Tint.Hex(0x2E2438), Cream = Tint.Hex(0xFFF0D6);

    /// <summary>A colour that is named takes the place of the main one; the air of the shot tints both a little.</summary>
    /// <param name="linesAreMost">The drawn lines have the main colour: what they leave open is paler, but for the windows of what drives; else the lines are darker.</param>
    public static ThingColors Of(Thing thing, ThingPlan plan, Air air, Place place, bool linesAreMost)
    {
        var main = plan.Color is { } named ? ClothColors.Against(ClothColors.Of(named), place) : thing.Color;
        var second = plan.Color is null && thing.Second is { } own ? own : linesAreMost && thing.Motion != ThingMotion.Drive ? Pale(main) : Shade(main);
        // What shines does not darken with the air.
        var share = thing.Motion is ThingMotion.Flicker or ThingMotion.Twinkle ? 0 : air.DuskShare * (plan.Color is null ? 0.30f : 0.18f);
        return new ThingColors(Tint.Mix(main, air.Dusk, share), Tint.Mix(second, air.Dusk, share));
    }

    /// <summary>A lighter tone; of white, a grey.</summary>
    private static SKColor Pale(SKColor color)
    {
        color.ToHsv(out _, out var saturation, out var value);
        return saturation < 16 && value > 82 ? Tint.Mix(color, Dark, 0.22f) : Tint.Mix(color, value < 34 ? Tint.Hex(0x9A8FB0) : Cream, value < 34 ? 0.34f : 0.46f);
    }

    /// <summary>A second tone of the same hue: darker, or lighter where the first is near black.</summary>
    private static SKColor Shade(SKColor color)
    {
        color.ToHsv(out var hue, out var saturation, out var value);
        if (value < 34)
            return Tint.Mix(color, SKColors.White, 0.26f);
        if (saturation < 22)
            return Tint.Mix(color, Dark, value > 80 ? 0.34f : 0.42f);
        // Yellow darkens toward orange, not toward olive.
        if (hue is > 36 and < 72)
            hue -= 16;
        return Tint.Mix(SKColor.FromHsv(hue, Math.Min(100, saturation * 1.04f), value * 0.70f), Dark, 0.08f);
    }
}

using OmniReel.Media.Color;
using OmniReel.Media.Figures;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>One plant of many: a stem with what the kind is known by, 1 high.</summary>
internal static class FieldPlant
{
    /// <summary>Of a meadow of which no colour and no kind is said.</summary>
    private static readonly uint[] Wild = [0xF25C4A, 0xFFC83C, 0xFFF4E4, 0xE86AA0, 0x8E7CE0];

    /// <param name="variant">Which of some alike ones.</param>
    /// <param name="depth">As of layers: near stems are deeper in tone.</param>
    public static Prop Cut(ThingPlan plan, Air air, Place place, int variant, float depth)
    {
        var thing = ThingCatalog.Instance[plan.Id];
        var (main, second) = plan.Color is { } named ? (ClothColors.Against(ClothColors.Of(named), place), thing.Second) : (thing.Color, thing.Second);
        if (plan is { Color: null, Id: "blossom" })
            main = Tint.Hex(Wild[(variant * 2 + (int)(depth * 10)) % Wild.Length]);
        var tone = air.Cast(variant % 2 == 0 ? Tint.Mix(main, SKColors.White, 0.06f * variant) : Tint.Mix(main, Tint.Hex(0x5A1038), 0.05f * variant));
        var stem = air.Cast(Tint.Mix(Tint.Hex(0x7CB24A), Tint.Hex(0x1E5A30), Math.Clamp(depth - 0.25f, 0, 1)));
        var lean = (variant - 1.5f) * 0.45f;
        return plan.Id switch
        {
            "tulip" => Flowers.Tulip(tone, stem, lean),
            "sheaf-of-rice" => Ears(tone, variant),
            "lavender-flower" or "hyacinth" => Spike(tone, stem, lean),
            "sunflower" => Flowers.Bloom(air.Cast(plan.Color is null ? second ?? main : main), air.Cast(0x6A3A14), stem, lean),
            "herb" or "four-leaf-clover" or "shamrock" or "seedling" => Flowers.Tuft(tone, 6, 0.5f),
            _ => Flowers.Bloom(tone, air.Cast(Luma(main) > 190 ? 0xF2B13Au : 0xFFE08Au), stem, lean),
        };
    }

    /// <summary>Three stalks of corn, each with its ear.</summary>
    private static Prop Ears(SKColor gold, int variant)
    {
        var prop = new Prop();
        for (var i = 0; i < 3; i++)
        {
            float x = (i - 1) * 0.17f + 0.03f * variant, top = -0.72f - 0.10f * ((i + variant) % 3), tip = x * 1.5f + 0.06f;
            var tone = Tint.Mix(gold, i == 1 ? SKColors.White : Tint.Hex(0x8A4A10), 0.10f);
            prop.Sheet(Knife.Limb(new SKPoint(x * 0.5f, 0.05f), new SKPoint(tip, top), 0.014f, 0.010f), tone, 0.2f, 0.8f)
                .Sheet(Knife.Smooth(true, tip, top + 0.06f, tip + 0.055f, top - 0.06f, tip + 0.075f, top - 0.20f, tip + 0.04f, top - 0.30f, tip - 0.02f, top - 0.20f, tip - 0.04f, top - 0.05f), tone, 0.3f, 1.2f);
        }

        return prop;
    }

    private static Prop Spike(SKColor petal, SKColor stem, float lean)
    {
        var prop = new Prop().Sheet(Knife.Limb(new SKPoint(0, 0.04f), new SKPoint(lean * 0.16f, -0.62f), 0.02f, 0.014f), stem, 0.25f, 1)
            .Sheet(Leaf.Outline(0, -0.12f, 0.34f, -0.9f), stem, 0.25f, 1).Sheet(Leaf.Outline(0, -0.10f, 0.30f, -2.3f), stem, 0.25f, 1);
        for (var i = 0; i < 5; i++)
            prop.Sheet(Knife.Disc(lean * (0.10f + 0.03f * i), -0.46f - 0.125f * i, 0.095f - 0.012f * i), i % 2 == 0 ? petal : Tint.Mix(petal, SKColors.White, 0.16f), 0.25f, 1);
        return prop;
    }

    private static float Luma(SKColor color) => 0.21f * color.Red + 0.72f * color.Green + 0.07f * color.Blue;
}

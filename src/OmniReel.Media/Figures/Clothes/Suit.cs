using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Paper;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>A jacket over a light shirt and trousers of the same cloth.</summary>
internal static class Suit
{
    /// <summary>The shirt that shows between the lapels, and the tie on it, for a grown man's trunk.</summary>
    private const string Front = "M -22 -524 C 0 -508 34 -508 56 -522 C 62 -460 64 -390 58 -300 C 32 -370 0 -450 -22 -524 Z";

    private const string Tie = "M 20 -508 L 42 -508 L 46 -490 L 56 -392 L 52 -334 L 34 -388 L 20 -490 Z";

    private const string Lapel = "M -34 -530 C -14 -460 16 -384 58 -300 L 30 -312 C -18 -356 -52 -404 -66 -436 L -44 -446 L -72 -470 C -64 -496 -52 -516 -34 -530 Z";

    public static Outfit Man(Build build, Whiskers beard) => Worn(Shirt.Man(build, beard), Tailoring.ManHip, 1, 0);

    public static Outfit Woman(Build build, bool bun) => Worn(Shirt.Woman(build, bun) with { Skirts = [] }, Tailoring.WomanHip, 0.94f, 0.004f);

    public static Outfit Child(Build build, bool buns) => Worn(Shirt.Child(build, buns), Tailoring.ChildHip, 0.62f, -0.006f);

    private static Outfit Worn(Outfit shirt, string jacket, float size, float dy) => shirt with
    {
        Sleeves = shirt.Sleeves with { Cuffs = false },
        Hose = shirt.Hose with { Near = Dye.Cloth, Far = Dye.ClothDeep, Boots = true, Fullness = 1.15f },
        Trunk = new Part(
            Bone.Trunk,
            new Cut(
                Outline.Of(jacket).With(Knife.Disc(0.062f * size, -0.262f * size, 0.009f), Knife.Disc(0.064f * size, -0.172f * size, 0.009f)),
                Dye.Cloth, 0.8f),
            new Cut(Outline.Of(Front, size, 0, dy), Dye.Linen, 0.2f, 0),
            new Cut(Outline.Of(Tie, size, 0, dy), Dye.Accent, 0.2f, 1f),
            new Cut(Outline.Of(Lapel, size, 0, dy), Dye.ClothLight, 0.4f, 1.4f)),
        Over = [],
    };
}

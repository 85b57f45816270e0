using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>The dancer's dress: bodice, belt, short sleeves, two rows of lace gores.</summary>
internal static class Dress
{
    private const string Bodice =
        "M -106 -474 C -78 -490 -52 -490 -38 -484 C -20 -450 8 -436 26 -442 C 48 -452 58 -474 68 -488 C 86 -494 106 -486 118 -472 " +
        "C 130 -452 142 -424 144 -394 C 146 -342 118 -292 104 -236 C 94 -190 98 -150 114 -100 C 60 -78 -60 -78 -112 -100 " +
        "C -96 -150 -90 -190 -98 -236 C -112 -290 -130 -340 -130 -392 C -130 -424 -122 -456 -106 -474 Z";

    private const string Belt =
        "M -108 -168 C -60 -146 60 -146 108 -170 C 116 -150 118 -126 116 -110 C 60 -88 -60 -88 -114 -108 C -116 -126 -114 -150 -108 -168 Z";

    private static readonly SkirtCut Petticoat = new(7, 0.11f, 0.10f, 0.80f, 25, 0.87f, 18, Dye.ClothPale, Dye.ClothLight, Hem.Lace, From: 0.58f);

    private static readonly SkirtCut Overskirt = new(6, 0.12f, 0.10f, 0.66f, 26, 0.86f, 20, Dye.Cloth, Dye.ClothDeep, Hem.Lace);

    /// <summary>A child's dress: the same gores, cut short.</summary>
    public static Outfit Child(Build build, bool buns) => Shirt.Child(build, buns) with
    {
        Hose = new(Dye.Skin, Dye.Skin, Dye.Shoes, Boots: true),
        Skirts = [new(5, 0.075f, 0.095f, 0.36f, 17, 0.62f, 13, Dye.Cloth, Dye.ClothDeep, Hem.Lace)],
    };

    public static Outfit Outfit(Build build) => new()
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Skin, Slits: true, Cuffs: false),
        Hose = new(Dye.Skin, Dye.Skin, Dye.Cloth, Boots: false),
        Trunk = new(
            Bone.Trunk, [new(Ornamented(), Dye.Cloth, 0.8f) { Lining = Dye.Accent }, new(Outline.Of(Belt), Dye.Accent, 0.4f)], [new(new SKPoint(0, -0.127f), 0.018f)]),
        Head = Heads.Woman(build.Head, bun: true),
        Skirts = [Petticoat, Overskirt],
    };

    /// <summary>The everyday cut of the same dress: one narrow skirt to below the knee.</summary>
    public static Outfit Everyday(Build build) => Outfit(build) with
    {
        Skirts =
        [
            Petticoat with { Gores = 5, Length = 0.70f, Flare = 13, Follow = 0.75f, Step = 9, From = 0.5f },
            Overskirt with { Gores = 5, Length = 0.60f, Flare = 13.5f, Follow = 0.75f, Step = 9 },
        ],
    };

    private static SKPath Ornamented()
    {
        var bodice = Outline.Of(Bodice);
        foreach (var k in new[] { -1, 0, 1 })
            bodice.Hole(Knife.Limb(new SKPoint(0.012f + k * 0.020f, -0.215f), new SKPoint(0.014f + k * 0.060f, -0.315f + MathF.Abs(k) * 0.022f), 0.005f, 0.013f));
        foreach (var k in new[] { -2, -1, 0, 1, 2 })
            bodice.Hole(Knife.Disc(0.016f + k * 0.030f, -0.405f - MathF.Abs(k) * 0.012f, 0.0068f));
        return bodice;
    }
}

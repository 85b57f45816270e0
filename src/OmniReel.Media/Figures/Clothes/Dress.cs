using System.Numerics;
using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Frames;
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

    public static IEnumerable<IItem> Items(Build build, bool ribbons, Stage stage)
    {
        if (ribbons)
            yield return Ribbon(Bone.FarHand, -1, stage);
        foreach (var part in Limbs.Arm(build, near: false, Dye.ClothDeep, Dye.Skin, slits: true, cuff: false, Limbs.OrchidHand()))
            yield return part;
        foreach (var part in Limbs.Leg(build, near: false, Dye.Skin, Dye.Skin, Dye.Cloth, boots: false))
            yield return part;
        foreach (var part in Limbs.Leg(build, near: true, Dye.Skin, Dye.Skin, Dye.Cloth, boots: false))
            yield return part;
        yield return new SkirtCut(7, 0.11f, 0.10f, 0.80f, 25, 0.87f, 18, Dye.ClothPale, Dye.ClothLight, Lace: true, From: 0.58f);
        yield return new SkirtCut(6, 0.12f, 0.10f, 0.66f, 26, 0.86f, 20, Dye.Cloth, Dye.ClothDeep, Lace: true);
        yield return Heads.Neck(build.Head);
        yield return new Part(
            Bone.Trunk,
            [new(Ornamented(), Dye.Cloth, 0.8f), new(Outline.Of(Belt), Dye.Accent, 0.4f)],
            [new(new SKPoint(0, -0.127f), 0.018f)]);
        yield return Heads.Woman(build.Head, bun: true);
        if (ribbons)
            yield return Ribbon(Bone.NearHand, 1, stage);
        foreach (var part in Limbs.Arm(build, near: true, Dye.Cloth, Dye.Skin, slits: true, cuff: false, Limbs.OrchidHand()))
            yield return part;
    }

    private static SKPath Ornamented()
    {
        var bodice = Outline.Of(Bodice);
        foreach (var k in new[] { -1, 0, 1 })
            bodice.Hole(Knife.Limb(new SKPoint(0.012f + k * 0.020f, -0.215f), new SKPoint(0.014f + k * 0.060f, -0.315f + MathF.Abs(k) * 0.022f), 0.005f, 0.013f));
        foreach (var k in new[] { -2, -1, 0, 1, 2 })
            bodice.Hole(Knife.Disc(0.016f + k * 0.030f, -0.405f - MathF.Abs(k) * 0.012f, 0.0068f));
        return bodice;
    }

    /// <summary>In tall frames the ribbons rise over the head, elsewhere they fly out to the sides.</summary>
    private static StreamerCut Ribbon(Bone hand, int side, Stage stage)
    {
        var drift = stage.IsTall ? new Vector2(side * 0.16f, -0.85f)
            : stage.IsSquare ? new Vector2(side * 0.55f, -0.28f)
            : new Vector2(side * 0.78f, 0.30f);
        return new StreamerCut(
            hand, new(0.01f, 0.06f), 1.42f, 0.055f, drift, 0.95f, 0.20f, 1.15f, 3.2f, 22, Dye.Accent, Dye.AccentDeep, 1.05f, side * 0.27f);
    }
}

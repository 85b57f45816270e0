using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>Coats and jackets: a trunk sheet with frog buttons, a collar, and short or long gores below the belt.</summary>
internal static class Coat
{
    private const string WomanTrunk =
        "M -112 -472 C -84 -494 -50 -496 -30 -494 C -10 -480 26 -478 44 -494 C 70 -498 100 -492 122 -470 C 142 -448 150 -414 150 -382 " +
        "C 150 -330 132 -280 122 -232 C 114 -180 122 -130 134 -84 C 70 -60 -70 -60 -130 -84 C -118 -130 -112 -180 -118 -232 " +
        "C -128 -282 -146 -330 -146 -382 C -146 -420 -136 -452 -112 -472 Z";

    private const string ManTrunk =
        "M -116 -500 C -84 -520 -46 -528 -30 -526 C -10 -508 30 -508 46 -526 C 72 -528 104 -516 126 -496 C 152 -468 158 -420 154 -370 " +
        "C 150 -300 136 -240 132 -180 C 130 -140 134 -100 140 -50 C 70 -26 -70 -26 -134 -50 C -130 -100 -132 -150 -134 -190 " +
        "C -140 -260 -160 -320 -160 -380 C -160 -430 -146 -476 -116 -500 Z";

    private const string ChildTrunk =
        "M -76 -316 C -56 -330 -34 -334 -22 -332 C -8 -320 22 -320 34 -332 C 52 -332 72 -324 86 -310 C 102 -288 108 -250 110 -206 " +
        "C 114 -150 120 -90 128 -30 C 62 -8 -62 -8 -120 -30 C -112 -90 -106 -150 -104 -206 C -102 -252 -94 -294 -76 -316 Z";

    private const string Collar =
        "M -112 -520 C -60 -494 60 -494 110 -522 C 132 -508 138 -474 126 -452 C 60 -424 -62 -424 -118 -450 C -134 -474 -130 -506 -112 -520 Z";

    public static Outfit Woman(Build build) => new()
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, Slits: false, Cuffs: true, 1.18f),
        Hose = new(Dye.Trousers, Dye.Trousers, Dye.Shoes, Boots: true),
        Trunk = Buttoned(WomanTrunk, 0.055f, -0.40f, 3, Belt(0.128f, -0.130f, 0.052f)),
        Head = Heads.Woman(build.Head, bun: false),
        Skirts = [new(5, 0.115f, 0.118f, 0.68f, 12, 0.76f, 9, Dye.Cloth, Dye.ClothSoft, Lace: true)],
        BehindHead = [Streamers.Hair(build)],
        Over = [new Part(Bone.Trunk, new Cut(Outline.Of(Collar), Dye.ClothPale, 0.5f))],
    };

    public static Outfit Man(Build build, bool beard) => new()
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, Slits: false, Cuffs: true, 1.12f),
        Hose = new(Dye.Trousers, Dye.Trousers, Dye.Shoes, Boots: true, 1.15f),
        Trunk = Buttoned(ManTrunk, 0.062f, -0.43f, 4, Belt(0.138f, -0.100f, 0.048f)),
        Head = Heads.Man(build.Head, beard),
        Skirts = [new(4, 0.085f, 0.128f, 0.62f, 8, 0.74f, 9, Dye.Cloth, Dye.ClothSoft, Lace: false)],
        Behind = [Streamers.Scarf(build)],
        Over = [new Part(Bone.Trunk, new Cut(Outline.Of(Collar, 1.06f, 0, -0.012f), Dye.Accent, 0.5f))],
    };

    /// <summary>Jacket and loose trousers; for play and for every day.</summary>
    public static Outfit Child(Build build, bool buns) => new()
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, Slits: false, Cuffs: true, 1.16f),
        Hose = new(Dye.Trousers, Dye.Trousers, Dye.Shoes, Boots: true, 1.25f),
        Trunk = Buttoned(ChildTrunk, 0.052f, -0.265f, 3, null),
        Head = Heads.Child(build.Head, buns),
        Skirts = [new(4, 0.060f, 0.100f, 0.20f, 15, 0.60f, 16, Dye.ClothLight, Dye.ClothDeep, Lace: false)],
        Behind = [Streamers.Scarf(build)],
        Over = [new Part(Bone.Trunk, new Cut(Outline.Of(Collar, 0.70f, 0.002f, 0.032f), Dye.Accent, 0.4f))],
        BehindHead = buns ? [.. Streamers.HeadRibbons(build, -0.085f, -0.20f)] : [],
    };

    /// <summary>A dancer's tunic with a knotted sash.</summary>
    public static Outfit Tunic(Build build, bool beard) => Man(build, beard) with
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.ClothLight, Slits: false, Cuffs: true, 1.2f),
        Hose = new(Dye.Trousers, Dye.Trousers, Dye.Shoes, Boots: true, 1.3f),
        Trunk = Buttoned(ManTrunk, 0.062f, -0.43f, 4, new Cut(Belt(0.142f, -0.130f, 0.085f).Outline, Dye.Accent, 0.5f)),
        Skirts = [new(5, 0.10f, 0.125f, 0.36f, 19, 0.80f, 18, Dye.Cloth, Dye.ClothSoft, Lace: false)],
        Behind = [],
        BehindHead = [.. Streamers.HeadRibbons(build, -0.085f, -0.150f)],
        Atop = [Headband(build)],
        Before = [.. Streamers.Sash(build, new(-0.35f, 0.75f))],
    };

    private static Part Headband(Build build) => new(
        Bone.Head,
        new Cut(Outline.Of("M -96 -226 C -40 -246 50 -248 110 -232 L 109 -208 C 50 -224 -40 -222 -94 -202 Z", build.Head, 0, 0.065f * build.Head), Dye.Accent, 0.2f, 1.2f));

    private static Part Buttoned(string outline, float x, float y, int buttons, Cut? belt)
    {
        var trunk = Outline.Of(outline);
        for (var i = 0; i < buttons; i++)
        {
            var down = y + i * 0.072f;
            trunk.With(
                Knife.Disc(x, down, 0.0085f),
                Knife.Limb(new SKPoint(x - 0.020f, down), new SKPoint(x - 0.052f, down - 0.004f), 0.0045f, 0.0015f),
                Knife.Limb(new SKPoint(x + 0.018f, down), new SKPoint(x + 0.040f, down - 0.004f), 0.0045f, 0.0015f));
        }

        trunk.Hole(Knife.Crescent(-0.055f, y + 0.10f, 0.034f, 0.006f, 160));
        return belt is null
            ? new Part(Bone.Trunk, new Cut(trunk, Dye.Cloth, 0.8f))
            : new Part(Bone.Trunk, [new(trunk, Dye.Cloth, 0.8f), belt], [new(new SKPoint(0.02f, belt.Outline.Bounds.MidY), 0.016f)]);
    }

    private static Cut Belt(float half, float y, float height)
    {
        var path = new SKPath();
        path.MoveTo(-half, y - height / 2);
        path.QuadTo(0, y - height / 2 + 0.02f, half, y - height / 2);
        path.QuadTo(half * 1.05f, y, half * 1.02f, y + height / 2);
        path.QuadTo(0, y + height / 2 + 0.02f, -half * 1.02f, y + height / 2);
        path.QuadTo(-half * 1.05f, y, -half, y - height / 2);
        path.Close();
        return new Cut(path, Dye.AccentDeep, 0.4f);
    }
}

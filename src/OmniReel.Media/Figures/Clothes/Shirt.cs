using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Paper;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>Shirts that end at the hip over trousers; a woman's blouse is tucked into a skirt.</summary>
internal static class Shirt
{
    public static Outfit Woman(Build build, bool bun) => new()
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, Slits: false, Cuffs: true, 1.14f),
        Hose = new(Dye.Skin, Dye.Skin, Dye.Shoes, Boots: false),
        Trunk = new Part(
            Bone.Trunk,
            new Cut(Tailoring.Buttons(Tailoring.WomanTrunk, 0.045f, -0.41f, -0.20f, 4), Dye.Cloth, 0.8f) { Lining = Dye.Linen },
            Tailoring.Belt(0.124f, -0.118f, 0.052f, Dye.TrousersDeep)),
        Head = Heads.Woman(build.Head, bun),
        Skirts = [new(4, 0.115f, 0.112f, 0.58f, 13, 0.70f, 11, Dye.Trousers, Dye.TrousersDeep, Hem.Straight)],
        BehindHead = bun ? [] : [Streamers.Hair(build)],
        Over = [Tailoring.Collar(0.94f, 0.010f)],
    };

    public static Outfit Man(Build build, Whiskers beard) => new()
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, Slits: false, Cuffs: true, 1.08f),
        Hose = new(Dye.Trousers, Dye.TrousersDeep, Dye.Wood, Boots: true, 1.18f),
        Trunk = new Part(Bone.Trunk, new Cut(Tailoring.Buttons(Tailoring.ManHip, 0.050f, -0.43f, 0.02f, 6), Dye.Cloth, 0.8f) { Lining = Dye.Linen }),
        Head = Heads.Man(build.Head, beard),
        Over = [Tailoring.Collar(1.06f, 0.012f)],
    };

    /// <summary>A dancer's shirt with a headband and a knotted sash.</summary>
    public static Outfit Dancer(Build build, Whiskers beard) => Man(build, beard) with
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.ClothLight, Slits: false, Cuffs: true, 1.2f),
        Hose = new(Dye.Trousers, Dye.TrousersDeep, Dye.Wood, Boots: true, 1.3f),
        Trunk = Tailoring.Belted(
            Tailoring.Frogs(Tailoring.ManHip, 0.062f, -0.42f, 4), Tailoring.Belt(0.145f, -0.110f, 0.080f, Dye.Accent)),
        Over = [],
        BehindHead = [.. Streamers.HeadRibbons(build, -0.085f, -0.150f)],
        Atop = [Headband(build)],
        Before = [.. Streamers.Sash(build, new(-0.35f, 0.75f))],
    };

    public static Outfit Child(Build build, bool buns) => new()
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, Slits: false, Cuffs: true, 1.16f),
        Hose = new(Dye.Trousers, Dye.TrousersDeep, Dye.Shoes, Boots: true, 1.25f),
        Trunk = new Part(Bone.Trunk, new Cut(Tailoring.Buttons(Tailoring.ChildHip, 0.045f, -0.25f, -0.02f, 4), Dye.Cloth, 0.8f) { Lining = Dye.Linen }),
        Head = Heads.Child(build.Head, buns),
        Over = [Tailoring.Collar(0.72f, 0.050f)],
        BehindHead = buns ? [.. Streamers.HeadRibbons(build, -0.085f, -0.20f)] : [],
    };

    private static Part Headband(Build build) => new(
        Bone.Head,
        new Cut(Outline.Of("M -96 -226 C -40 -246 50 -248 110 -232 L 109 -208 C 50 -224 -40 -222 -94 -202 Z", build.Head, 0, 0.065f * build.Head), Dye.Accent, 0.2f, 1.2f));
}

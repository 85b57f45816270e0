using OmniReel.Media.Figures.Bodies;

namespace OmniReel.Media.Figures.Clothes;

/// <summary>Coats: a belted trunk and cloth to the knee. A man's and a child's hang straight and are slit; legs show below.</summary>
internal static class Coat
{
    public static Outfit Woman(Build build) => new()
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, Slits: false, Cuffs: true, 1.18f),
        Hose = new(Dye.Trousers, Dye.TrousersDeep, Dye.Shoes, Boots: true),
        Trunk = Tailoring.Belted(Tailoring.Frogs(Tailoring.WomanTrunk, 0.055f, -0.40f, 3), Tailoring.Belt(0.128f, -0.130f, 0.052f)),
        Head = Heads.Woman(build.Head, bun: false),
        Skirts = [new(2, 0.115f, 0.110f, 0.66f, 11, 0.60f, 11, Dye.Cloth, Dye.Cloth, Hem.Straight)],
        BehindHead = [Streamers.Hair(build)],
        Over = [Tailoring.Wrap(1, 0, 0, Dye.ClothPale)],
    };

    public static Outfit Man(Build build, Whiskers beard) => Shirt.Man(build, beard) with
    {
        Sleeves = new(Dye.Cloth, Dye.ClothDeep, Dye.Cloth, Slits: false, Cuffs: true, 1.12f),
        Trunk = Tailoring.Belted(Tailoring.Frogs(Tailoring.ManTrunk, 0.062f, -0.42f, 4), Tailoring.Belt(0.142f, -0.100f, 0.044f)),
        Skirts = [new(2, 0.085f, 0.130f, 0.60f, 8, 0.56f, 8, Dye.Cloth, Dye.Cloth, Hem.Straight)],
        BehindHead = [Streamers.Scarf(build)],
        Over = [Tailoring.Wrap(1.06f, 0, -0.012f, Dye.Accent)],
    };

    public static Outfit Child(Build build, bool buns) => Shirt.Child(build, buns) with
    {
        Trunk = new Part(Bone.Trunk, new Cut(Tailoring.Frogs(Tailoring.ChildTrunk, 0.052f, -0.265f, 3), Dye.Cloth, 0.8f) { Lining = Dye.Accent }),
        Skirts = [new(2, 0.070f, 0.098f, 0.26f, 11, 0.62f, 11, Dye.Cloth, Dye.Cloth, Hem.Straight)],
        BehindHead = [.. Shirt.Child(build, buns).BehindHead, Streamers.Scarf(build)],
        Over = [Tailoring.Wrap(0.70f, 0.002f, 0.032f, Dye.Accent)],
    };
}

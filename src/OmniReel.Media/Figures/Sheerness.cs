using OmniReel.Media.Figures.Clothes;

namespace OmniReel.Media.Figures;

/// <summary>Which sheets of a figure are thin, and how much of what is below comes through them, of 256.</summary>
internal static class Sheerness
{
    /// <summary>Glows before the light: dyed cloth and oiled paper, but no skin, hair, leather or straw.</summary>
    public static bool IsThin(Dye dye) => dye is
        Dye.Cloth or Dye.ClothSoft or Dye.ClothDeep or Dye.ClothLight or Dye.ClothPale or Dye.Accent or Dye.AccentDeep or Dye.Linen
        or Dye.Canopy or Dye.CanopyDeep or Dye.Ribbon or Dye.RibbonDeep;

    /// <summary>
    /// A body hides what is behind it: its joints are round, and seen through each other they would be discs. Legs and what hangs beside
    /// them are not seen through cloth: a skirt glows, but shows no knees.
    /// </summary>
    public static int Of(Part part) => part.Bone switch
    {
        Bone.NearThigh or Bone.NearShin or Bone.NearFoot or Bone.FarThigh or Bone.FarShin or Bone.FarFoot => -1,
        Bone.FarUpperArm or Bone.FarForearm or Bone.FarHand => -1,
        _ => 0,
    };

    /// <summary>Coats are of thicker cloth than lace.</summary>
    public static int Of(SkirtCut skirt) => skirt.Hem == Hem.Straight ? 72 : 120;

    /// <summary>Of what is held: canopies of oiled paper.</summary>
    public const int Canopy = 120;
}

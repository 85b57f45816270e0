using SkiaSharp;

namespace OmniReel.Media.Figures;

/// <summary>Which sheets of a figure are thin, and how much of what is below comes through them.</summary>
internal static class Sheerness
{
    /// <summary>Glows before the light: dyed cloth and oiled paper, but no skin, hair, leather or straw.</summary>
    public static bool IsThin(Dye dye) => dye is
        Dye.Cloth or Dye.ClothSoft or Dye.ClothDeep or Dye.ClothLight or Dye.ClothPale or Dye.Accent or Dye.AccentDeep or Dye.Linen
        or Dye.Canopy or Dye.CanopyDeep or Dye.Ribbon or Dye.RibbonDeep;

    /// <summary>Of 256. Faces hide what is behind them: they must be readable.</summary>
    public static int Of(Part part) => part.Bone switch
    {
        Bone.Head => 0,
        _ => Of(part.Cuts[0].Dye),
    };

    /// <inheritdoc cref="Of(Part)"/>
    public static int Of(Dye dye) => IsThin(dye) ? 184 : dye is Dye.Hair ? 60 : 140;
}

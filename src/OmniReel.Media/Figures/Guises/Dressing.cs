using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Figures.Guises;

/// <summary>Dresses a figure as the one of the cast that it is.</summary>
internal static class Dressing
{
    /// <param name="outfit">The clothes that suit the guise's garment.</param>
    public static Outfit As(Outfit outfit, Guise guise, FigurePlan plan, Build build)
    {
        if (guise.Cloth is not null && outfit.Hose.Shoes is not (Dye.Cloth or Dye.Shoes))
            outfit = outfit with { Hose = outfit.Hose with { Shoes = Dye.Shoes } };
        // Nobody of the cast wears a scarf by the way.
        outfit = outfit with { BehindHead = [.. outfit.BehindHead.Where(item => item is not StreamerCut { Bone: Bone.Trunk })] };
        if (guise.Hat is { } hat && !plan.Accessories.Contains(Accessory.Hat))
            outfit = Crowned(outfit, hat, build);
        outfit = guise.Wears.Aggregate(outfit, (worn, name) => Trappings.On(worn, name, build));
        if (guise.Hat is { } closed && Headgear.Hides(closed))
            outfit = outfit with { Sleeves = outfit.Sleeves with { Hand = Dye.Hat, Gauntlets = true }, Neck = Dye.MetalDeep };
        return Carries(guise, plan) is { } held ? outfit with { Before = [.. outfit.Before, Handhelds.Of(held, build)], Grips = true } : outfit;
    }

    /// <summary>What the near hand carries; null where it has something else to do.</summary>
    public static string? Carries(Guise? guise, FigurePlan plan) =>
        plan.Hands is null && plan.Bearing is not Bearing.Ride && plan.Action != FigureAction.Dance && !plan.Accessories.Contains(Accessory.Umbrella) ? guise?.Held : null;

    private static Outfit Crowned(Outfit outfit, string hat, Build build)
    {
        if (Headgear.Covers(hat))
        {
            var head = Headgear.Hides(hat) ? [] : outfit.Head.Cuts.Where(c => c.Dye != Dye.Hair || (hat == "clown" && c.Lift < 0.35f));
            outfit = outfit with { Head = new Part(outfit.Head.Bone, [.. head], []), BehindHead = [] };
            if (Headgear.Hides(hat))
            {
                var worn = Headgear.Of(hat, build);
                return outfit with { Head = worn[0], Atop = [.. worn.Skip(1)] };
            }
        }

        return outfit with { Atop = [.. outfit.Atop, .. Headgear.Of(hat, build)] };
    }
}

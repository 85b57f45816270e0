using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Figures;

/// <summary>Chooses what a figure wears and holds from what the plan says.</summary>
internal static class Wardrobe
{
    /// <param name="choice">Decides what the plan leaves open: a beard, the dressing of a child's hair.</param>
    public static Outfit For(FigurePlan plan, ShotPlan shot, Build build, Stage stage, ulong choice)
    {
        var outfit = Clothes(plan, shot, build, choice);
        var near = plan.Accessories.Contains(Accessory.Umbrella);
        if (Ribbons(plan))
        {
            outfit = outfit with { Behind = [.. outfit.Behind, Streamers.Ribbon(Bone.FarHand, -1, stage, build)] };
            if (!near)
                outfit = outfit with { Before = [.. outfit.Before, Streamers.Ribbon(Bone.NearHand, 1, stage, build)] };
        }

        if (near)
            outfit = outfit with { Over = [.. outfit.Over, Umbrella.Cut(build)], Grips = true };
        if (plan.Accessories.Contains(Accessory.Hat))
            outfit = outfit with { Atop = [Hat(plan.Person, build)] };
        return outfit;
    }

    /// <summary>A dancing woman has ribbons whether or not they are named: they are what the eye follows.</summary>
    private static bool Ribbons(FigurePlan plan) =>
        plan.Accessories.Contains(Accessory.Ribbons) || plan is { Person: Person.Woman, Action: FigureAction.Dance };

    private static Outfit Clothes(FigurePlan plan, ShotPlan shot, Build build, ulong choice) => (plan.Person, plan.Action) switch
    {
        (Person.Woman, FigureAction.Dance) => Dress.Outfit(build),
        (Person.Woman, _) => Cold(plan, shot) ? Coat.Woman(build) : Dress.Everyday(build),
        (Person.Man, FigureAction.Dance) => Coat.Tunic(build, beard: choice % 3 == 0),
        (Person.Man, _) => Coat.Man(build, beard: choice % 3 == 0),
        _ => Coat.Child(build, buns: choice % 2 == 0),
    };

    private static bool Cold(FigurePlan plan, ShotPlan shot) =>
        shot.Weather != Weather.Clear || shot.Season == Season.Winter || shot.Place == Place.City
        || plan.Accessories.Contains(Accessory.Umbrella);

    private static Part Hat(Person person, Build build) => person switch
    {
        Person.Woman => Hats.Cone(build),
        Person.Man => Hats.Felt(build),
        _ => Hats.Cap(build),
    };
}

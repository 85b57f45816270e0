using OmniReel.Media.Figures.Bodies;
using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Figures.Deeds;
using OmniReel.Media.Figures.Guises;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Figures;

/// <summary>Chooses what a figure wears and holds from what the plan says.</summary>
internal static class Wardrobe
{
    /// <param name="choice">Decides what the plan leaves open: a beard, how hair is dressed.</param>
    public static Outfit For(FigurePlan plan, ShotPlan shot, Build build, Stage stage, ulong choice)
    {
        var outfit = Clothes(plan, Worn(plan, shot), build, choice);
        var near = plan.Accessories.Contains(Accessory.Umbrella);
        if (GuiseFile.Instance.Find(plan.Guise) is { } guise)
            outfit = Dressing.As(outfit, guise, plan, build);
        // Ribbons fly behind the figure: in a turn they pass its face.
        if (plan.Accessories.Contains(Accessory.Ribbons))
        {
            outfit = outfit with { Behind = [.. outfit.Behind, Streamers.Ribbon(Bone.FarHand, -1, shot, stage, build)] };
            // Up close one long ribbon is cloth in the air; a second one would hide what the first flies about.
            if (!near && shot.Size.ShowsFeet())
                outfit = outfit with { Behind = [.. outfit.Behind, Streamers.Ribbon(Bone.NearHand, 1, shot, stage, build)] };
        }

        if (near)
            outfit = outfit with { Over = [.. outfit.Over, Umbrella.Cut(build)], Grips = true };
        if (plan.Accessories.Contains(Accessory.Hat))
            outfit = outfit with { Atop = [Hat(plan, build)] };
        if (plan.Pieces?.Shoes is not null)
            outfit = outfit with { Hose = outfit.Hose with { Shoes = Dye.Shoes } };
        if (plan.Person == Person.Woman && !(GuiseFile.Instance.Find(plan.Guise)?.Hat is { } hat && Headgear.Covers(hat)))
            outfit = Coiffed(outfit, plan, build);
        if (ReferenceEquals(build, Build.Girl))
            outfit = outfit with { Skirts = [.. outfit.Skirts.Select(skirt => skirt with { Length = skirt.Length * Build.Girl.HipHeight / Build.Woman.HipHeight })] };
        if (Staff.IsCarried(plan))
            outfit = outfit with { Before = [.. outfit.Before, Staff.Cut(build)], Grips = true };
        else if (Engagement.HoldsLine(plan, shot))
            outfit = outfit with { Grips = true };
        return plan.Action == FigureAction.Dance ? outfit : Outfitting.For(outfit, plan, shot, build);
    }

    /// <summary>Hair as it is named; else as the clothes were cut with.</summary>
    /// <remarks>No hat sits on a bun: the hair hangs down from below it.</remarks>
    private static Outfit Coiffed(Outfit outfit, FigurePlan plan, Build build) =>
        plan.Looks.Contains(Look.LongHair) || plan.Accessories.Contains(Accessory.Hat) ? outfit with { Head = Heads.Woman(build.Head, bun: false), BehindHead = [Streamers.Hair(build)] }
        : plan.Looks.Contains(Look.Bun) ? outfit with { Head = Heads.Woman(build.Head, bun: true), BehindHead = [] }
        : outfit;

    /// <summary>What is worn: as the plan names it, else what suits the place and the weather.</summary>
    public static Garment Worn(FigurePlan plan, ShotPlan shot) => plan.Garment ?? GuiseFile.Instance.Find(plan.Guise)?.Garment ?? Usual(plan, shot);

    /// <summary>What is worn when nothing is said of it.</summary>
    private static Garment Usual(FigurePlan plan, ShotPlan shot) => plan switch
    {
        { Person: Person.Woman, Action: FigureAction.Dance } => Garment.Dress,
        { Action: FigureAction.Dance } => Garment.Shirt,
        _ when Cold(plan, shot) => Garment.Coat,
        { Person: Person.Woman } => shot.Place == Place.City ? Garment.Coat : Garment.Dress,
        { Person: Person.Man } when shot.Place == Place.City => Garment.Suit,
        _ => Garment.Shirt,
    };

    private static bool Cold(FigurePlan plan, ShotPlan shot) =>
        !shot.Place.IsIndoors() && shot.Place.HasWeather()
        && (shot.Weather is Weather.Rain or Weather.Snow || shot.Season == Season.Winter || plan.Accessories.Contains(Accessory.Umbrella));

    private static Outfit Clothes(FigurePlan plan, Garment garment, Build build, ulong choice) => plan.Person switch
    {
        Person.Woman => Woman(garment, plan.Action == FigureAction.Dance, build, bun: choice % 2 == 0),
        Person.Man => Man(garment, plan.Action == FigureAction.Dance, build, Bearded(plan, choice)),
        _ => Child(garment, build, buns: plan.Looks.Contains(Look.Bun) || (!plan.Looks.Contains(Look.ShortHair) && choice % 2 == 0)),
    };

    /// <summary>A beard that is spoken of is seen: to the collar, to the chest where it is long or white.</summary>
    private static Whiskers Bearded(FigurePlan plan, ulong choice) =>
        plan.Looks.Contains(Look.Beard)
            ? plan.Looks.Contains(Look.LongBeard) || plan.Pieces?.Beard == NamedColor.White ? Whiskers.Long : Whiskers.Full
        : !plan.Looks.Contains(Look.Shaven) && choice % 3 == 0 ? plan.Looks.Contains(Look.Old) ? Whiskers.Full : Whiskers.Short
        : Whiskers.None;

    private static Outfit Woman(Garment garment, bool dances, Build build, bool bun) => garment switch
    {
        Garment.Coat => Coat.Woman(build),
        Garment.Shirt => Shirt.Woman(build, bun || dances),
        Garment.Suit => Suit.Woman(build, bun),
        _ => dances ? Dress.Outfit(build) : Dress.Everyday(build),
    };

    /// <summary>A man's dress is a robe: cut like a coat.</summary>
    private static Outfit Man(Garment garment, bool dances, Build build, Whiskers beard) => garment switch
    {
        Garment.Coat or Garment.Dress => Coat.Man(build, beard),
        Garment.Suit => Suit.Man(build, beard),
        _ => dances ? Shirt.Dancer(build, beard) : Shirt.Man(build, beard),
    };

    private static Outfit Child(Garment garment, Build build, bool buns) => garment switch
    {
        Garment.Dress => Dress.Child(build, buns: true),
        Garment.Coat => Coat.Child(build, buns),
        Garment.Suit => Suit.Child(build, buns: false),
        _ => Shirt.Child(build, buns),
    };

    private static Part Hat(FigurePlan plan, Build build) => plan.Person switch
    {
        _ when plan.Looks.Contains(Look.StrawHat) => Hats.Cone(build),
        Person.Woman => Hats.Brimmed(build),
        Person.Man => Hats.Felt(build),
        _ => Hats.Cap(build),
    };
}

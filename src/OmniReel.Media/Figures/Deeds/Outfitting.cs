using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>Fits clothes to what their wearer does, and gives what the hands need.</summary>
internal static class Outfitting
{
    public static Outfit For(Outfit outfit, FigurePlan plan, ShotPlan shot, Build build)
    {
        if (Sits(plan))
        {
            // Cloth that hung to the knee lies over the lap.
            outfit = outfit with { Skirts = [.. outfit.Skirts.Select(s => s with { Length = s.Length * 0.70f, Follow = 0.80f, Flare = Math.Min(s.Flare, 8) })] };
            if (plan.Bearing == Bearing.Ride)
                outfit = outfit with { Astride = Carriage.VehicleOf(plan.On) is null };
            else if (Stool(plan, shot, build) is { } height)
                outfit = outfit with { Behind = [.. outfit.Behind, Tools.Stool(height)] };
        }

        return plan.Hands is { } hands && !plan.Accessories.Contains(Accessory.Umbrella) ? Tools.With(outfit, hands, build) : outfit;
    }

    /// <summary>Height of a seat of its own; null where something else carries, or the ground does.</summary>
    public static float? Stool(FigurePlan plan, ShotPlan shot, Build build) =>
        plan.Hands == Handwork.Piano ? 0.50f * Handy.Bench(build)
        : plan.Bearing == Bearing.Sit && (plan.On is null || !Carriage.CanBeSatOn(plan.On) || !shot.Things.Any(t => t.Id == plan.On)) && shot.Place == Place.Room ? 0.46f * Handy.Bench(build)
        : null;

    private static bool Sits(FigurePlan plan) => plan.Bearing is Bearing.Sit or Bearing.Ride || plan.Hands == Handwork.Piano;
}

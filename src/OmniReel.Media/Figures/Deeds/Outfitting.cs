using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things;
using SkiaSharp;

namespace OmniReel.Media.Figures.Deeds;

/// <summary>Fits clothes to what their wearer does, and gives what the hands need.</summary>
internal static class Outfitting
{
    public static Outfit For(Outfit outfit, FigurePlan plan, ShotPlan shot, Build build)
    {
        if (Sits(plan))
        {
            var astride = plan.Bearing == Bearing.Ride && Carriage.VehicleOf(plan.On) is null;
            outfit = outfit with { Astride = astride, Skirts = [], Lap = outfit.Skirts.Count > 0 ? [.. Lap(outfit.Skirts[^1], build, astride)] : [] };
            if (plan.Bearing == Bearing.Ride)
                return outfit;
            if (Stool(plan, shot, build) is { } height)
                outfit = outfit with { Behind = [.. outfit.Behind, Tools.Stool(height)] };
        }

        // Knees that come up high need room.
        if (plan.Bearing == Bearing.Run)
            outfit = outfit with { Skirts = [.. outfit.Skirts.Select(s => s with { Follow = s.Follow * 1.35f, Flare = s.Flare + 8, Length = s.Length * 0.88f })] };

        return plan.Hands is { } hands && !plan.Accessories.Contains(Accessory.Umbrella) ? Tools.With(outfit, hands, build) : outfit;
    }

    /// <summary>Height of a seat of its own; null where something else carries, or the ground does.</summary>
    public static float? Stool(FigurePlan plan, ShotPlan shot, Build build) =>
        plan.Hands == Handwork.Piano ? 0.50f * Handy.Bench(build)
        : plan.Bearing == Bearing.Sit && (plan.On is null || !Carriage.CanBeSatOn(plan.On) || !shot.Things.Any(t => t.Id == plan.On)) && shot.Place == Place.Room ? 0.46f * Handy.Bench(build)
        : null;

    /// <summary>What hung to the knee lies over the lap: about both thighs, and down from the knees.</summary>
    private static IEnumerable<IItem> Lap(SkirtCut skirt, Build build, bool astride)
    {
        foreach (var near in astride ? new[] { true } : [false, true])
        {
            var (thigh, shin) = near ? (Bone.NearThigh, Bone.NearShin) : (Bone.FarThigh, Bone.FarShin);
            var dye = near ? skirt.Even : skirt.Odd;
            float r = build.ThighRadius, drop = build.Shin * (skirt.Hem == Hem.Straight ? 0.26f : 0.50f);
            var flap = Knife.Smooth(true, -1.20f * r, -0.9f * r, 1.10f * r, -0.9f * r, 1.25f * r, 0.3f * drop, 1.45f * r, drop, 0, drop * 1.05f, -1.50f * r, drop, -1.35f * r, 0.3f * drop);
            if (skirt.Hem != Hem.Straight)
            {
                for (var i = -2; i <= 2; i++)
                    flap.Hole(Knife.Disc(i * 0.48f * r, drop * 0.84f, 0.11f * r));
            }

            yield return new Part(shin, new Cut(flap, dye, 0.5f));
            yield return new Part(thigh, new Cut(Knife.Limb(new SKPoint(0, -0.01f), new SKPoint(0, build.Thigh), 1.42f * r, 1.18f * r, 1.02f), dye, 0.6f));
        }
    }

    private static bool Sits(FigurePlan plan) => plan.Bearing is Bearing.Sit or Bearing.Ride || plan.Hands == Handwork.Piano;
}

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

    /// <summary>
    /// What hung to the knee lies over the lap: along both thighs, over the knees, and down from there in folds; toward the hips it hangs less.
    /// </summary>
    private static IEnumerable<IItem> Lap(SkirtCut skirt, Build build, bool astride)
    {
        foreach (var near in astride ? new[] { true } : [false, true])
        {
            var thigh = near ? Bone.NearThigh : Bone.FarThigh;
            var (cloth, fold) = near ? (skirt.Even, skirt.Odd) : (skirt.Odd, skirt.Odd);
            float r = build.ThighRadius, t = build.Thigh, drop = build.Shin * (skirt.Hem == Hem.Straight ? 0.30f : astride ? 0.42f : 0.56f);
            var drape = Drape(r, t, drop);
            for (var i = 0; i < 7 && skirt.Hem != Hem.Straight; i++)
                drape.Hole(Knife.Disc(HemAt(i, r, t, drop).X + 0.30f * r, HemAt(i, r, t, drop).Y, 0.10f * r));
            var cuts = new List<Cut> { new(drape, cloth, near ? 0.6f : 0.4f) };
            // Folds fan out from the lap to the hem.
            for (var i = 0; i < 3 && near; i++)
            {
                var hem = HemAt(1.2f + 1.9f * i, r, t, drop);
                cuts.Add(new Cut(Knife.Limb(new SKPoint(0.20f * r, (0.34f + 0.25f * i) * t), new SKPoint(hem.X + 0.75f * r, hem.Y), 0.05f * r, 0.24f * r), fold, 0.25f, 1.2f));
            }

            yield return new Part(thigh, [.. cuts], []);
        }
    }

    /// <summary>In the measures of a thigh, which points along +y to the knee; of who sits, -x is down.</summary>
    private static SKPath Drape(float r, float t, float drop)
    {
        List<float> points = [-1.05f * r, -0.035f, 0.3f * r, -0.075f, 1.40f * r, -0.02f, 1.40f * r, 0.5f * t, 1.24f * r, t, 0.75f * r, t + 0.92f * r, -0.2f * r, t + 1.24f * r];
        for (var i = 6; i >= 0; i--)
        {
            // Scallops: a point between two tips lies a little higher.
            var (tip, valley) = (HemAt(i, r, t, drop), HemAt(i - 0.5f, r, t, drop));
            points.AddRange([tip.X, tip.Y]);
            if (i > 0)
                points.AddRange([valley.X + 0.16f * r, valley.Y]);
        }

        return Knife.Smooth(true, [.. points]);
    }

    /// <summary>Along the hem, 0 at the hips, 6 at the knees.</summary>
    private static SKPoint HemAt(float place, float r, float t, float drop)
    {
        var share = place / 6;
        return new SKPoint(-1.30f * r - drop * share * (0.55f + 0.45f * share), 0.06f * t + share * (0.94f * t + 0.95f * r));
    }

    private static bool Sits(FigurePlan plan) => plan.Bearing is Bearing.Sit or Bearing.Ride || plan.Hands == Handwork.Piano;
}

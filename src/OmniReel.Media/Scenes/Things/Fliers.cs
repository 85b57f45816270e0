using OmniReel.Media.Plans;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things;

/// <summary>What a prompt puts into the air: its number counts, and nothing else crosses its way.</summary>
internal static class Fliers
{
    /// <summary>A thing of the shot is in the air, or is a bird wherever it is.</summary>
    public static bool AreIn(ShotPlan shot) => shot.Things.Any(Is);

    private static bool Is(ThingPlan plan) => plan.Spot == ThingSpot.Sky
        || plan.Motion is ThingMotion.Flap or ThingMotion.Flutter or ThingMotion.Perch or ThingMotion.Soar or ThingMotion.Hover or ThingMotion.Rise or ThingMotion.Fall
        || (plan.Print is null && (ThingCatalog.Instance[plan.Id].Habitat == Habitat.Sky || RigFile.Instance.Find(plan.Id)?.Text("kind") == "bird"));
}

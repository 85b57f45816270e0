using OmniReel.Media.Plans;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Things that a place has of its own: what a prompt names there is not put up a second time.</summary>
internal static class ThingScenery
{
    /// <summary>The Earth as it hangs over the Moon, the sofa of a room, unless something else is said of them.</summary>
    public static bool IsOf(ShotPlan shot, ThingPlan plan) => RoomSofa.Is(shot, plan) || IsEarthOf(shot, plan);

    private static bool IsEarthOf(ShotPlan shot, ThingPlan plan) => shot is { Place: Place.Moon, Backdrop: null } && IsEarth(plan)
        && plan is { Count: 1, Color: null, Relation: null, Spot: ThingSpot.Usual or ThingSpot.Sky, Side: ThingSide.Any, Motion: ThingMotion.Hover };

    /// <summary>How large the Moon's Earth is, as a share of its usual size; 0 where another one is put up.</summary>
    public static float Earth(ShotPlan shot) => shot.Things.FirstOrDefault(IsEarth) is not { } named ? 1
        : IsEarthOf(shot, named) ? ThingScale.Factor(named.Size)
        : 0;

    private static bool IsEarth(ThingPlan plan) => plan.Print is null && plan.Id.StartsWith("globe-showing", StringComparison.Ordinal);
}

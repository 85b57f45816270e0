using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>Draws the things that are cut by hand: vehicles, ships, animals of the sea, what flies on a string.</summary>
internal static class CraftMaker
{
    /// <summary>Null where the thing has no craft.</summary>
    public static Layer? Make(ThingRole role) => Of(role.Plan) is { } craft
        ? new CraftLayer(role, craft) { Depth = role.Stand.Depth, Lap = role.Stand.Lap }
        : null;

    /// <summary>How the thing is cut; null where it is a picture, or drawn otherwise: birds on foot and on the wing are puppets.</summary>
    public static Craft? Of(ThingPlan plan) => plan.Print is null && RigMaker.Aspect(plan) is null ? CraftFile.Instance.Find(plan.Id) : null;
}

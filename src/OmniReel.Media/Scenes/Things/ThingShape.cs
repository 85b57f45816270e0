using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Scenes.Things.Rigs;

namespace OmniReel.Media.Scenes.Things;

/// <summary>The shape of what a plan puts up, be it of the catalogue or a picture.</summary>
internal static class ThingShape
{
    /// <summary>Width by height.</summary>
    public static float Aspect(this ThingPlan plan) => plan.Print?.Picture is not { } picture ? RigMaker.Aspect(plan) ?? CraftMaker.Of(plan)?.Aspect ?? (SofaThing.Is(plan) ? SofaThing.Aspect : ThingCut.Of(plan.Id).Aspect)
        : picture.CutOut ? picture.Width / (float)picture.Height
        : PrintSheet.Aspect(picture);
}

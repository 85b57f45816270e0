using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Ink;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things;

/// <summary>One thing of a shot, as whoever draws it is told of it.</summary>
/// <param name="Painter">In the light of the place.</param>
internal sealed record ThingRole(ShotPlan Shot, ThingPlan Plan, Thing Thing, ThingStand Stand, SheetPainter Painter, Air Air)
{
    public Stage Stage => Painter.Stage;

    /// <summary>The two papers of the drawing.</summary>
    /// <param name="linesAreMost">The drawing's lines cover most of it.</param>
    public ThingColors Colors(bool linesAreMost)
    {
        var colors = ThingColors.Of(Thing, Plan, Air, Shot.Place, linesAreMost);
        return Shot.Drawing == Drawing.Ink && Plan.Color is null ? new ThingColors(Wash.Muted(colors.Main), Wash.Muted(colors.Second)) : colors;
    }
}

/// <summary>Draws a thing; null leaves it to the next maker.</summary>
internal delegate Layer? ThingMaker(ThingRole role);

/// <summary>Who draws things, in the order they are asked: a puppet or a craft of its own for some ids comes before the cut drawing, which can draw all.</summary>
internal static class ThingMakers
{
    public static IReadOnlyList<ThingMaker> All { get; } = [PrintThing.Make, RigMaker.Make, CraftMaker.Make, SofaThing.Make, CutThing.Make];

    public static Layer Make(ThingRole role) =>
        All.Select(make => make(role)).FirstOrDefault(layer => layer is not null)
        ?? throw new InvalidOperationException($"Nobody draws the thing {role.Thing.Id}.");
}

using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Things;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Puts the things of a shot up in its place.</summary>
internal static class ThingStaging
{
    /// <summary>One layer a thing, far ones first; people stand before them. Cut for this shot: make it once and draw it often.</summary>
    public static IReadOnlyList<Layer> Of(ShotPlan shot, Scene scene, Stage stage) => [.. Placed(shot, scene, stage).Select(p => p.Layer)];

    /// <summary>The same, each with its thing's place in the shot's list.</summary>
    public static IReadOnlyList<(int Index, Layer Layer)> Placed(ShotPlan shot, Scene scene, Stage stage)
    {
        if (shot.Things.Count == 0)
            return [];
        var painter = new SheetPainter(stage, scene.Light.OnSubject());
        var air = PlaceAirs.Of(shot);
        if (shot.Place == Place.Room)
            air = air with { DuskShare = Math.Min(air.DuskShare, 0.30f) };
        var placed = ThingBlocking.Place(shot, scene, stage);
        return
        [
            .. PlantField.Of(shot, scene, stage, painter, air),
            .. Around(shot, ThingPerch.Of(shot, scene, stage, painter, air), t => t.Spot == ThingSpot.Branch),
            .. Rails.Of(shot, placed, stage, painter),
            .. placed.Where(p => !ThingScenery.IsOf(shot, shot.Things[p.Index])).Select(p =>
            (p.Index, ThingMakers.Make(new ThingRole(shot, shot.Things[p.Index], ThingCatalog.Instance[shot.Things[p.Index].Id], p.Stand, painter, air)))),
        ];
    }

    /// <summary>What is there for the first thing of which something holds.</summary>
    private static IEnumerable<(int Index, Layer Layer)> Around(ShotPlan shot, Layer? layer, Func<ThingPlan, bool> isFor) =>
        layer is null ? [] : [(shot.Things.ToList().FindIndex(t => isFor(t)), layer)];
}

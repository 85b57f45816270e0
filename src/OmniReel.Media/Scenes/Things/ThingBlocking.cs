using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Finds every thing of a shot its place: by what is said, else where such things are found.</summary>
internal static class ThingBlocking
{
    /// <summary>What is to be drawn, far things first.</summary>
    public static IReadOnlyList<(int Index, ThingStand Stand)> Place(ShotPlan shot, Scene scene, Stage stage)
    {
        var ground = new ThingGround(shot, scene, stage);
        var free = Items(shot, stage, ground, related: false);
        var placed = new List<(int Index, ThingStand Stand)>();
        foreach (var kin in free.Where(i => Carries(shot, i.Index)).GroupBy(i => i.Index).ToList())
        {
            var (carrying, left) = Carriage.Place(ground, [.. kin]);
            placed.AddRange(carrying);
            free = [.. free.Where(i => i.Index != kin.Key), .. left];
        }

        // What the place has of its own is where the place has it.
        foreach (var item in free.Where(i => RoomSofa.Is(shot, i.Plan)).ToList())
        {
            placed.Add((item.Index, RoomSofa.Stand(ground)));
            free.Remove(item);
        }

        List<ThingItem> tied = [.. free.Where(i => Tether.HolderOf(shot, i.Plan) is not null)];
        free = [.. free.Where(i => Tether.HolderOf(shot, i.Plan) is null)];
        foreach (var kin in free.GroupBy(i => CarrierOf(i, shot)))
        {
            List<ThingItem> items = [.. kin];
            placed.AddRange(kin.Key switch
            {
                Carrier.Air => ThingSky.Spread(ground, items),
                Carrier.Water => ThingWater.Float(ground, items),
                Carrier.String => Each(items, (item, i, n) => ThingIndoors.FromAbove(ground, item, i, n)),
                Carrier.Wall => Each(items, (item, i, n) => item.Plan.Spot switch
                {
                    ThingSpot.Branch => ThingPerch.On(ground, item, i, n),
                    ThingSpot.Sill => ThingIndoors.OnSill(ground, item, i, n),
                    ThingSpot.Held => ThingRelations.InHand(ground, item, i),
                    _ => ThingIndoors.OnWall(ground, item, i),
                }),
                _ => ThingRow.Stand(ground, items),
            });
        }

        placed.AddRange(tied.Select((item, i) => (item.Index, ThingRelations.OverHolder(ground, item, i, placed.First(p => p.Index == Tether.HolderOf(shot, item.Plan)).Stand))));
        foreach (var kin in Items(shot, stage, ground, related: true).GroupBy(i => i.Index))
            placed.AddRange(ThingRelations.Place(ground, [.. kin], placed));
        return [.. placed.OrderBy(p => Order(shot.Things[p.Index], p.Stand)).ThenBy(p => p.Stand.Depth).ThenBy(p => Line(shot, p.Index, p.Stand, placed))];
    }

    /// <summary>The sky, then the walls, then what stands.</summary>
    private static int Order(ThingPlan plan, ThingStand stand) => stand.Carrier switch
    {
        Carrier.Air or Carrier.String => 0,
        Carrier.Wall when plan.Relation is null => 1,
        _ => 2,
    };

    /// <summary>The ground line by which things overlap: what lies on another is seen before it.</summary>
    private static float Line(ShotPlan shot, int index, ThingStand stand, List<(int Index, ThingStand Stand)> placed) =>
        shot.Things[index] is { Relation: ThingRelation.On, To: { } to } && placed.Exists(p => p.Index == to) ? placed.First(p => p.Index == to).Stand.Foot.Y + 0.5f : stand.Foot.Y;

    private static IEnumerable<(int, ThingStand)> Each(List<ThingItem> items, Func<ThingItem, int, int, ThingStand> place) =>
        items.Select((item, i) => (item.Index, place(item, i, items.Count)));

    private static List<ThingItem> Items(ShotPlan shot, Stage stage, ThingGround ground, bool related)
    {
        var items = new List<ThingItem>();
        for (var i = 0; i < shot.Things.Count; i++)
        {
            var plan = shot.Things[i];
            if (plan.IsField || IsRelated(shot, i) != related)
                continue;
            var height = ThingScale.Height(shot, stage, i, ground.Metre);
            var item = new ThingItem(i, plan, ThingCatalog.Instance[plan.Id], height * plan.Aspect(), height);
            items.AddRange(Enumerable.Repeat(item, plan.Count));
        }

        return items;
    }

    /// <summary>Its place comes from another thing's or from somebody's who is there.</summary>
    private static bool IsRelated(ShotPlan shot, int index) => !Carries(shot, index) && shot.Things[index] is { Relation: not null } plan
        && (plan.To is { } to ? to != index && to < shot.Things.Count && shot.Things[to].Relation is null : shot.Figures.Count > 0);

    private static bool Carries(ShotPlan shot, int index) => Carriage.On(shot, shot.Things[index]).Count > 0;

    private static Carrier CarrierOf(ThingItem item, ShotPlan shot)
    {
        var (plan, thing) = (item.Plan, item.Thing);
        var water = shot.Backdrop is null && ThingWater.IsIn(shot.Place);
        return plan.Spot switch
        {
            ThingSpot.Sky => Carrier.Air,
            // In the sea what swims has water all around; what does not lies on its floor.
            ThingSpot.Water when shot.Place == Plans.Place.Underwater && plan.Motion is ThingMotion.Swim or ThingMotion.Leap or ThingMotion.Drift or ThingMotion.Glide => Carrier.Air,
            ThingSpot.Water when water => Carrier.Water,
            ThingSpot.Ground or ThingSpot.Water => Carrier.Ground,
            ThingSpot.Branch => Carrier.Wall,
            ThingSpot.Wall or ThingSpot.Sill when shot.Place == Plans.Place.Room => Carrier.Wall,
            ThingSpot.Held when shot.Figures.Count > 0 => plan.Id == "kite" ? Carrier.Air : Carrier.Wall,
            // A sheet is pinned to the wall where there is one.
            _ when plan is { Print.Picture.CutOut: false, Motion: ThingMotion.Rest } && shot is { Place: Plans.Place.Room, Backdrop: null } => Carrier.Wall,
            _ => plan.Motion switch
            {
                ThingMotion.Flap or ThingMotion.Flutter or ThingMotion.Soar or ThingMotion.Hover or ThingMotion.Rise or ThingMotion.Fall => Carrier.Air,
                // A fish without water swims in the air, as puppets do.
                ThingMotion.Swim or ThingMotion.Leap or ThingMotion.Drift => water ? Carrier.Water : Carrier.Air,
                _ => thing.Habitat switch
                {
                    Habitat.Sky => Carrier.Air,
                    Habitat.Water when water => Carrier.Water,
                    Habitat.Wall when shot.Place == Plans.Place.Room => Carrier.Wall,
                    Habitat.Hang => Carrier.String,
                    _ => Carrier.Ground,
                },
            },
        };
    }
}

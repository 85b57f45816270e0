using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>One drawing that is to be put up: of which thing, how large.</summary>
internal readonly record struct ThingItem(int Index, ThingPlan Plan, Thing Thing, float Width, float Height)
{
    public ThingItem Scaled(float by) => this with { Width = Width * by, Height = Height * by };
}

/// <summary>Puts things up in a row on the ground, beside people where there are any.</summary>
internal static class ThingRow
{
    private const float Gap = 0.12f;

    public static IEnumerable<(int Index, ThingStand Stand)> Stand(ThingGround ground, IReadOnlyList<ThingItem> items)
    {
        var free = ground.Free();
        foreach (var (stretch, own) in Share(ground, items, free))
        {
            foreach (var placed in Fill(ground, own, stretch, free.Count == 1))
                yield return placed;
        }
    }

    /// <summary>Each item goes to the side that is named, else to the one with more room left.</summary>
    private static IEnumerable<((float Left, float Right) Stretch, List<ThingItem> Items)> Share(
        ThingGround ground, IReadOnlyList<ThingItem> items, IReadOnlyList<(float Left, float Right)> free)
    {
        if (free.Count == 1)
            return [(free[0], [.. items.OrderBy(i => Order(i.Plan.Side))])];
        List<ThingItem>[] own = [[], []];
        foreach (var item in items)
        {
            var left = item.Plan.Side switch
            {
                ThingSide.Left => true,
                ThingSide.Right => false,
                _ => Room(0) >= Room(1),
            };
            own[left ? 0 : 1].Add(item);
        }

        return [(free[0], own[0]), (free[1], own[1])];

        float Room(int side) => free[side].Right - free[side].Left - own[side].Sum(i => i.Width * (1 + Gap));
    }

    private static int Order(ThingSide side) => side switch
    {
        ThingSide.Left => 0,
        ThingSide.Right => 2,
        _ => 1,
    };

    private static IEnumerable<(int, ThingStand)> Fill(ThingGround ground, List<ThingItem> items, (float Left, float Right) stretch, bool alone)
    {
        if (items.Count == 0)
            yield break;
        var room = stretch.Right - stretch.Left;
        var row = items.Sum(i => i.Width * (1 + Gap));
        var goes = ThingSubject.Goes(ground.Shot);
        // A shot's subject that crosses a still frame needs a way.
        var fit = Math.Min(1, (alone && goes && ground.Scene.Passing == 0 ? 0.72f : 1) * room / row);
        if (!alone)
            fit = Math.Max(fit, items.TrueForAll(i => CraftMaker.Of(i.Plan) is not null) ? 0.88f : 0.55f);
        row *= fit;
        var middle = (stretch.Left + stretch.Right) / 2;
        if (alone)
            middle = Middle(ground, items, stretch, row);
        var x = Math.Clamp(middle - row / 2, Math.Min(0.02f, 0.5f - row / ground.Stage.Width / 2) * ground.Stage.Width, Math.Max(0.02f * ground.Stage.Width, 0.98f * ground.Stage.Width - row));
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i].Scaled(fit * (items.Count > 1 ? ground.Between(0.90f, 1.06f) : 1));
            var share = items[i].Width * fit * (1 + Gap);
            // Every second one of several stands a step farther away.
            var back = i % 2 == 1 ? 0.022f * ground.Stage.Height : 0;
            yield return (item.Index, Stand(ground, item, new SKPoint(x + share / 2, ground.Floor - back - Far(ground, item)), stretch, row, i));
            x += share;
        }
    }

    private static float Middle(ThingGround ground, List<ThingItem> items, (float Left, float Right) stretch, float row)
    {
        var width = ground.Stage.Width;
        var at = items.TrueForAll(i => i.Plan.Side == ThingSide.Left) ? 0.25f * width
            : items.TrueForAll(i => i.Plan.Side == ThingSide.Right) ? 0.75f * width
            : items.Count == 1 && items[0].Plan.Side == ThingSide.Any ? (ground.Lines.FigureX + width * 0.5f) / 2
            : width * 0.5f;
        return Math.Clamp(at, Math.Min(stretch.Left + row / 2, width / 2), Math.Max(stretch.Right - row / 2, width / 2));
    }

    /// <summary>What is as large as a house stands behind people, its foot a little up the ground.</summary>
    private static float Far(ThingGround ground, ThingItem item) => CraftMaker.Of(item.Plan) is { } craft ? CraftScale.Back(craft, ground, item.Height)
        : ground.People.Count > 0 && item.Thing.Metres > 2.6f ? 0.035f * ground.Stage.Height : item.Thing is { Metres: > 4, Lives: false } ? 0.02f * ground.Stage.Height : 0;

    private static ThingStand Stand(ThingGround ground, ThingItem item, SKPoint foot, (float Left, float Right) stretch, float row, int number)
    {
        var act = ThingAct.Of(item.Plan, isQuadruped: true);
        var stand = new ThingStand(foot, item.Height, 1, ground.FacesRight, Carrier.Ground, Phase: Phase(ground, number));
        var passing = ground.Scene.Passing;
        if (act.Speed == 0)
            return passing == 0 ? stand : stand with { Lap = MathF.Floor(ground.Stage.Reach.Width) - 4 };
        if (ground.People.Count > 0)
        {
            // Goes along with those who walk; beside people who stay it keeps to its own stretch.
            var walker = ground.Scene.Standings[0];
            if (item.Plan.IsLed)
                return Led(ground, item, stand, walker, number);
            if (passing != 0 || walker.Travel > 0)
            {
                var most = Math.Max(0, 2 * Math.Min(foot.X - item.Width / 2, ground.Stage.Width - foot.X - item.Width / 2));
                return stand with { Travel = Math.Min(walker.Travel, most), FacesRight = walker.FacesRight, Passing = passing };
            }

            var free = Math.Max(0, stretch.Right - stretch.Left - row);
            return stand with { Travel = Math.Min(free, act.Speed * item.Width * ground.Seconds) };
        }

        if (passing != 0)
            return stand with { Travel = 0.08f * ground.Stage.Width, Passing = passing };
        var way = Math.Max(0, 2 * Math.Min(foot.X - item.Width / 2, ground.Stage.Width - foot.X - item.Width / 2) - 0.02f * ground.Stage.Width);
        return stand with { Travel = Math.Min(Math.Min(way, ground.Stage.Width - row), act.Speed * item.Width * ground.Seconds) };
    }

    /// <summary>A line's length ahead of who leads it, and as fast.</summary>
    private static ThingStand Led(ThingGround ground, ThingItem item, ThingStand stand, Standing walker, int number)
    {
        var ahead = walker.FacesRight ? 1 : -1;
        var room = item.Width / 2 + walker.Travel / 2 + 0.015f * ground.Stage.Width;
        var x = Math.Clamp(walker.Ground.X + ahead * ((0.62f + 0.45f * number) * walker.PixelsPerMetre + item.Width / 2), Math.Min(room, ground.Stage.Width / 2f), Math.Max(ground.Stage.Width - room, ground.Stage.Width / 2f));
        return stand with { Foot = new SKPoint(x, stand.Foot.Y), FacesRight = walker.FacesRight, Travel = walker.Travel, Passing = ground.Scene.Passing };
    }

    /// <summary>The first keeps the beat; the others are each somewhere else in theirs.</summary>
    public static float Phase(ThingGround ground, int number) => number == 0 ? 0 : 0.37f * number + ground.Between(0, 0.5f);
}

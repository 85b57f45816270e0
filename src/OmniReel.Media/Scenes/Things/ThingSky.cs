using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Crafts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Spreads things over the sky, clear of people's heads; those on the wing fly in a wedge.</summary>
internal static class ThingSky
{
    /// <summary>Metres from which on what hovers drifts along.</summary>
    private const float Drifts = 5;

    public static IEnumerable<(int Index, ThingStand Stand)> Spread(ThingGround ground, IReadOnlyList<ThingItem> items)
    {
        if (items.Any(Flutterers.Is))
            return [.. Spread(ground, [.. items.Where(i => !Flutterers.Is(i))]), .. Flutterers.Spread(ground, [.. items.Where(Flutterers.Is)])];
        if (items.Count == 0)
            return [];
        var isFlock = items.Count > 2 && items.All(i => i.Plan.Motion is ThingMotion.Flap);
        var region = Region(ground, items);
        return isFlock ? Wedge(ground, items, region) : Grid(ground, items, region);
    }

    private static SKRect Region(ThingGround ground, IReadOnlyList<ThingItem> items)
    {
        float w = ground.Stage.Width, h = ground.Stage.Height;
        var falls = items.All(i => i.Plan.Motion == ThingMotion.Fall);
        var bottom = falls ? 0.80f * h : ground.Shot.Place == Place.Room ? 0.52f * h : Math.Max(0.45f * h, ground.Lines.Horizon - 0.02f * h);
        if (ground.Shot.Place == Place.Underwater)
            bottom = 0.74f * h;
        // What is called large is seen to be: it hangs down before the land.
        if (!falls && items.All(i => i.Plan.Size is ThingSize.Large or ThingSize.Huge))
            bottom = Math.Max(bottom, (items[0].Plan.Size == ThingSize.Huge ? 0.93f : 0.76f) * h);
        var region = new SKRect(0.05f * w, 0.05f * h, 0.95f * w, bottom);
        if (ground.People.Count == 0 || falls)
            return Sided(region, items);
        float left = ground.People.Min(p => p.Left), right = ground.People.Max(p => p.Right), crown = ground.People.Min(p => p.Top);
        var needed = items.Max(i => i.Width);
        SKRect[] choices =
        [
            new(region.Left, region.Top, left - 0.01f * w, bottom), new(right + 0.01f * w, region.Top, region.Right, bottom),
            new(region.Left, region.Top, region.Right, crown + 0.35f * ground.Metre),
        ];
        var sided = items.All(i => i.Plan.Side == ThingSide.Left) ? choices[..1] : items.All(i => i.Plan.Side == ThingSide.Right) ? choices[1..2] : choices;
        return sided.Where(c => c.Width > 0 && c.Height > 0).OrderByDescending(c => Math.Min(c.Width / needed, 1.2f) * Math.Min(c.Height / items[0].Height, 1.2f) * MathF.Sqrt(c.Width * c.Height))
            .Append(region).First();
    }

    private static SKRect Sided(SKRect region, IReadOnlyList<ThingItem> items)
    {
        if (items.All(i => i.Plan.Side == ThingSide.Left))
            region.Right = region.MidX;
        else if (items.All(i => i.Plan.Side == ThingSide.Right))
            region.Left = region.MidX;
        return region;
    }

    private static IEnumerable<(int, ThingStand)> Grid(ThingGround ground, IReadOnlyList<ThingItem> items, SKRect region)
    {
        float widest = items.Max(i => i.Width), tallest = items.Max(i => i.Height);
        var columns = Enumerable.Range(1, items.Count).MaxBy(c => Math.Min(region.Width / c / widest, region.Height / Rows(c) / tallest))!;
        var rows = Rows(columns);
        float cellWidth = region.Width / columns, cellHeight = region.Height / rows;
        var fit = Math.Min(1, Math.Min(0.94f * cellWidth / widest, 0.90f * cellHeight / tallest));
        for (var i = 0; i < items.Count; i++)
        {
            // Of those who swim some are near and some far.
            var far = items[i].Plan.Motion is ThingMotion.Swim or ThingMotion.Drift ? 0.26f * ((i * 2 + 1) % 3) / 2f : 0;
            var item = items[i].Scaled(fit * (items.Count > 1 ? ground.Between(0.88f, 1.05f) - far : 1));
            int row = i / columns, inRow = Math.Min(columns, items.Count - row * columns);
            float spareX = Math.Max(0, cellWidth - item.Width), spareY = Math.Max(0, cellHeight - item.Height);
            var shift = (columns - inRow) * cellWidth / 2;
            float zigzag = item.Plan.Motion == ThingMotion.Fall ? ground.Between(-0.6f, 0.6f) : rows == 1 && items.Count > 1 ? (i % 2 == 0 ? -0.30f : 0.30f) : ground.Between(-0.25f, 0.25f);
            var x = region.Left + shift + (i - row * columns + 0.5f) * cellWidth + ground.Between(-0.22f, 0.22f) * spareX;
            var y = region.Top + (row + 0.5f) * cellHeight + zigzag * spareY + item.Height / 2;
            if (items.Count == 1)
                (x, y) = (Alone(ground, item, region), region.Top + 0.47f * region.Height + item.Height / 2);
            yield return (item.Index, Stand(ground, item, new SKPoint(x, y), i));
        }

        int Rows(int c) => (items.Count + c - 1) / c;
    }

    /// <summary>Opposite to the light, as people stand.</summary>
    private static float Alone(ThingGround ground, ThingItem item, SKRect region)
    {
        var wanted = ground.People.Count == 0 && item.Plan.Side == ThingSide.Any ? (ground.Lines.FigureX + region.MidX) / 2 : region.MidX;
        return Math.Clamp(wanted, Math.Min(region.Left + item.Width / 2, region.MidX), Math.Max(region.Right - item.Width / 2, region.MidX));
    }

    private static IEnumerable<(int, ThingStand)> Wedge(ThingGround ground, IReadOnlyList<ThingItem> items, SKRect region)
    {
        var deep = (items.Count + 1) / 2;
        // A third of the width is left for the way that they fly.
        var fit = Math.Min(1, Math.Min(0.62f * region.Width / (deep * items[0].Width), 0.92f * region.Height / ((1 + 0.62f * (items.Count - 1)) * items[0].Height)));
        var facing = ground.FacesRight ? 1 : -1;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i].Scaled(fit * ground.Between(0.86f, 1));
            var rank = (i + 1) / 2;
            var x = region.MidX + facing * (0.5f * (deep - 1) - rank) * 0.95f * items[i].Width * fit;
            var y = region.MidY + (i % 2 == 0 ? 1 : -1) * rank * 0.62f * items[i].Height * fit + item.Height / 2 + ground.Between(-0.1f, 0.1f) * item.Height;
            yield return (item.Index, Stand(ground, item, new SKPoint(x, y), i));
        }
    }

    private static ThingStand Stand(ThingGround ground, ThingItem item, SKPoint foot, int number)
    {
        var act = ThingAct.Of(item.Plan, isQuadruped: false);
        var stand = new ThingStand(foot, item.Height, 0.45f, ground.FacesRight, Carrier.Air, Phase: ThingRow.Phase(ground, number));
        // A kite goes with who flies it, and the camera sees both alike: its string ends in a hand.
        if (Tether.IsHeld(ground.Shot, item.Plan))
            return stand with { Depth = 1, FacesRight = ground.Scene.Standings[0].FacesRight, Travel = ground.Scene.Standings[0].Travel };
        if (CraftMaker.Of(item.Plan)?.Heading is { } heading && item.Plan.Motion is ThingMotion.Rise or ThingMotion.Soar)
            return Along(ground, item, stand, heading);
        var room = ground.Stage.Width - item.Width;
        return item.Plan.Motion switch
        {
            ThingMotion.Rise => stand with { Climb = Math.Min(0.30f * ground.Stage.Height, Math.Max(0, 2 * (foot.Y - item.Height))) },
            ThingMotion.Fall => stand with { Climb = -Math.Min(0.5f * ground.Stage.Height, 0.16f * ground.Stage.Height * ground.Seconds) },
            // What is as large as a house and drifts is seen to: a third of the frame's width.
            ThingMotion.Hover when CraftMaker.Of(item.Plan) is { Size: > Drifts } => stand with { Travel = Way(ground, foot.X, item) },
            _ => stand with { Travel = Math.Min(Math.Min(Way(ground, foot.X, item), room), act.Speed * item.Width * ground.Seconds) },
        };
    }

    /// <summary>The way of its own axis, as far as it stays in the frame.</summary>
    private static ThingStand Along(ThingGround ground, ThingItem item, ThingStand stand, SKPoint heading)
    {
        var slope = -heading.Y / heading.X;
        var climb = Math.Min(0.34f * ground.Stage.Height, Math.Max(0.08f * ground.Stage.Height, 2 * (stand.Foot.Y - item.Height)));
        var travel = Math.Min(climb / slope, Way(ground, stand.Foot.X, item));
        return stand with { Travel = travel, Climb = travel * slope };
    }

    /// <summary>As far as it stays in the frame, and no farther than a third of the width.</summary>
    private static float Way(ThingGround ground, float x, ThingItem item) =>
        Math.Clamp(2 * (Math.Min(x, ground.Stage.Width - x) - 0.5f * item.Width), 0.06f * ground.Stage.Width, 0.34f * ground.Stage.Width);
}

using OmniReel.Media.Plans;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Butterflies, bees and their like: small, over the ground among the flowers, each in a room of its own, so that no two ever merge.</summary>
internal static class Flutterers
{
    /// <summary>Widths of its own that one needs to wander in.</summary>
    private const float Room = 1.4f;

    /// <summary>It is small beside all else, unless it is called huge or seen from near.</summary>
    public static bool IsSmall(ShotPlan shot, ThingPlan plan) =>
        plan is { Print: null, Size: not ThingSize.Huge } && !shot.Size.IsClose() && ThingCatalog.Instance[plan.Id] is { Lives: true, Motion: ThingMotion.Flutter };

    /// <summary>Side of the square that one covers, as a share of the frame's shorter side.</summary>
    public static float Share(int count) => count == 1 ? 0.150f : count <= 4 ? 0.135f : 0.110f;

    /// <summary>It flutters about where such animals are found; "over the meadow" is over its flowers.</summary>
    public static bool Is(ThingItem item) => item.Plan is { Print: null, Motion: ThingMotion.Flutter } && item.Thing.Lives;

    public static IEnumerable<(int Index, ThingStand Stand)> Spread(ThingGround ground, IReadOnlyList<ThingItem> items)
    {
        var widest = items.Count > 0 ? items.Max(i => i.Width) : 0;
        var (top, bottom) = Band(ground);
        var cells = Cells(ground, items.Count, widest);
        for (var i = 0; i < items.Count; i++)
        {
            var (left, right) = cells[i];
            // Every second one is low, between the flowers; what is lower is nearer.
            var low = i % 2 == 0 ? ground.Between(0.62f, 1) : ground.Between(0, 0.42f);
            var item = items[i].Scaled(Math.Min(1, (right - left) / (Room * widest)) * (items.Count > 1 ? 0.76f + 0.36f * low : 1));
            var y = Math.Max(top + low * (bottom - top), 0.06f * ground.Stage.Height + 1.4f * item.Height);
            var travel = Math.Min(Math.Max(0, right - left - Room * item.Width), ThingAct.Of(item.Plan, isQuadruped: false).Speed * item.Width * ground.Seconds);
            yield return (item.Index, new ThingStand(
                new SKPoint((left + right) / 2, y), item.Height, 0.85f, i % 3 == 1 != ground.FacesRight, Carrier.Air, travel, Phase: 0.61f * i + ground.Between(0.1f, 0.5f)));
        }
    }

    /// <summary>From a little above the horizon to the flowers, in stage pixels.</summary>
    private static (float Top, float Bottom) Band(ThingGround ground)
    {
        var bottom = ground.Floor - 0.10f * ground.Stage.Height;
        return (Math.Min(ground.Lines.Horizon - 0.03f * ground.Stage.Height, bottom - 0.2f * ground.Stage.Height), bottom);
    }

    /// <summary>The frame's width beside people, in as many parts as there are animals, left one first.</summary>
    private static List<(float Left, float Right)> Cells(ThingGround ground, int count, float widest)
    {
        var free = ground.Free().Where(f => f.Right - f.Left > 0.8f * widest).ToList();
        if (free.Count == 0)
            free = [(0.03f * ground.Stage.Width, 0.97f * ground.Stage.Width)];
        var cells = new List<(float, float)>();
        var shares = new int[free.Count];
        for (var i = 0; i < count; i++)
            shares[Enumerable.Range(0, free.Count).MaxBy(f => (free[f].Right - free[f].Left) / (shares[f] + 1))]++;
        for (var f = 0; f < free.Count; f++)
        {
            var width = (free[f].Right - free[f].Left) / Math.Max(1, shares[f]);
            cells.AddRange(Enumerable.Range(0, shares[f]).Select(i => (free[f].Left + i * width, free[f].Left + (i + 1) * width)));
        }

        return cells;
    }
}

using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Places;
using OmniReel.Media.Scenes.Things.Crafts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>Lets things float and swim where a place has water.</summary>
internal static class ThingWater
{
    public static bool IsIn(Place place) => place is Place.Sea or Place.Mountains;

    public static IEnumerable<(int Index, ThingStand Stand)> Float(ThingGround ground, IReadOnlyList<ThingItem> items)
    {
        if (items.Count == 0)
            yield break;
        var stage = ground.Stage;
        var isSea = ground.Shot.Place == Place.Sea;
        var (far, near) = isSea ? Sea.WaterOf(ground.Lines, stage) : Mountains.LakeOf(ground.Lines, stage);
        var free = ground.Free();
        var stretch = free.Count == 1 ? (Left: 0.15f * stage.Width, Right: 0.85f * stage.Width) : free.MaxBy(f => f.Right - f.Left);
        var row = items.Sum(i => i.Width * 1.25f);
        var fit = Math.Min(1, Math.Max(0.4f, (stretch.Right - stretch.Left) / row));
        var room = (stretch.Right - stretch.Left) / items.Count;
        for (var i = 0; i < items.Count; i++)
        {
            var share = items.Count == 1 ? 0.52f : 0.30f + 0.48f * ((i * 2 + 1) % items.Count) / items.Count;
            var item = items[i].Scaled(fit * (0.80f + 0.36f * share));
            var line = far + (near - far) * share;
            if (item.Plan.Motion is ThingMotion.Swim or ThingMotion.Drift)
            {
                // Fish are below the surface, so that only water is behind them.
                item = item.Scaled(Math.Min(1, 0.62f * (near - far) / item.Height));
                line = Math.Min(Math.Max(line, far + 1.10f * item.Height), near + 0.10f * (near - far));
            }

            var x = items.Count == 1 && free.Count == 1 ? Alone(ground, item, stretch) : stretch.Left + (i + 0.5f) * room + ground.Between(-0.1f, 0.1f) * room;
            var act = ThingAct.Of(item.Plan, isQuadruped: false);
            var travel = Math.Min(act.Speed * item.Width * ground.Seconds, Math.Max(0, 2 * Math.Min(x, stage.Width - x) - item.Width));
            yield return (item.Index, new ThingStand(
                new SKPoint(x, line + Draught(item.Plan) * item.Height), item.Height, isSea ? 0.12f + 0.76f * share : 0.32f + 0.38f * share,
                ground.FacesRight, Carrier.Water, travel, Phase: ThingRow.Phase(ground, i))
            {
                Water = (line, Color(ground, share, isSea)),
            });
        }
    }

    private static float Alone(ThingGround ground, ThingItem item, (float Left, float Right) stretch)
    {
        var middle = (stretch.Left + stretch.Right) / 2;
        var wanted = item.Plan.Side switch
        {
            ThingSide.Left => 0.28f * ground.Stage.Width,
            ThingSide.Right => 0.72f * ground.Stage.Width,
            _ => (ground.Lines.FigureX + middle) / 2,
        };
        return Math.Clamp(wanted, Math.Min(middle, stretch.Left + item.Width / 2), Math.Max(middle, stretch.Right - item.Width / 2));
    }

    /// <summary>How much of the height is below the waterline.</summary>
    private static float Draught(ThingPlan plan) => plan.Motion switch
    {
        ThingMotion.Leap => 0,
        ThingMotion.Swim or ThingMotion.Drift => 0.16f,
        _ when CraftMaker.Of(plan) is { } craft => craft.Draught,
        // Drawings of ships end in a strip of waves of their own.
        ThingMotion.Sail => 0.25f,
        ThingMotion.Walk or ThingMotion.Trot or ThingMotion.Gallop or ThingMotion.Lumber => 0.42f,
        _ => 0.13f,
    };

    /// <summary>The colour of the strip of water that is there.</summary>
    private static SKColor Color(ThingGround ground, float share, bool isSea)
    {
        var shot = ground.Shot;
        var air = Airs.At(shot.Time, shot.Season, shot.Weather);
        var ramp = SeaColors.At(shot.Time).Land;
        var color = isSea ? Tint.Along(ramp, share) : Tint.Mix(Tint.Along([.. ramp.Skip(1).Take(3)], share), air.Sky[^3], 0.25f);
        return air.IsClear ? color : Tint.Mix(color, air.Dusk, 0.30f);
    }
}

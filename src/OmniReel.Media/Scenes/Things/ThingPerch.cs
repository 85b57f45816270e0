using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>A branch that is grown for who is said to sit on a tree: it comes from a trunk at the frame's edge, and feet are on its upper side.</summary>
internal static class ThingPerch
{
    private const int Joints = 7;

    /// <summary>Seats along the branch, one beside the other.</summary>
    public static ThingStand On(ThingGround ground, ThingItem item, int number, int count)
    {
        var line = new Line(ground.Shot, ground.Stage);
        var height = Math.Min(item.Height, (count > 2 ? 0.16f : 0.30f) * ground.Stage.Height);
        var share = count == 1 ? 0.66f : 0.34f + 0.56f * number / (count - 1);
        var at = line.At(share);
        return new ThingStand(
            new SKPoint(at.X, at.Y - 0.72f * line.Radius(share)), height, 0.9f, line.FromLeft, Carrier.Wall, Phase: ThingRow.Phase(ground, number));
    }

    /// <summary>The trunk and its branch; null where nobody sits on one.</summary>
    public static Layer? Of(ShotPlan shot, Scene scene, Stage stage, SheetPainter painter, Air air)
    {
        if (!shot.Things.Any(t => t.Spot == ThingSpot.Branch))
            return null;
        var line = new Line(shot, stage);
        var isWinter = shot.Season == Season.Winter || shot.Weather == Weather.Snow;
        var bark = air.Cast(0x7A5238);
        var wood = Enumerable.Range(0, Joints).Select(i => Knife.Limb(line.At((float)i / Joints), line.At((i + 1f) / Joints), line.Radius((float)i / Joints), line.Radius((i + 1f) / Joints), 1)).ToList();
        List<SKPath> leaves = [], snow = [];
        for (var i = 1; i < Joints; i++)
        {
            var from = line.At((i + 0.4f) / Joints);
            float side = i % 2 == 0 ? -1 : 1, out_ = line.FromLeft ? 1 : -1;
            var tip = new SKPoint(from.X + out_ * 58 * stage.Unit, from.Y + side * (34 + 5 * i) * stage.Unit);
            // Where somebody sits no twig stands up before them.
            if (side < 0 && i is > 2 and < 6)
                continue;
            wood.Add(Knife.Limb(from, tip, 0.34f * line.Radius((float)i / Joints), 1.6f * stage.Unit, 1));
            for (var n = 0; n < 4 && !isWinter; n++)
            {
                var on = new SKPoint(from.X + (tip.X - from.X) * (0.45f + 0.18f * n), from.Y + (tip.Y - from.Y) * (0.45f + 0.18f * n));
                leaves.Add(Leaf.Outline(on.X, on.Y, (34 - 3 * n) * stage.Unit, (line.FromLeft ? 0 : MathF.PI) + side * (n % 2 == 0 ? 1.5f : -0.1f)));
            }
        }

        for (var i = 0; i < Joints && isWinter; i++)
        {
            SKPoint a = line.At((float)i / Joints), b = line.At((i + 0.86f) / Joints);
            var r = line.Radius((float)i / Joints);
            snow.Add(Knife.Limb(new SKPoint(a.X, a.Y - 0.75f * r), new SKPoint(b.X, b.Y - 0.75f * r), 0.42f * r, 0.36f * r, 1));
        }

        var trunk = line.Trunk(stage);
        var branch = Knife.Joined([.. wood]);
        var green = Foliage.Of(shot.Season, air.Cast(shot.Time == TimeOfDay.Night ? 0x3E7A5Au : 0x4E9A4Au), air, 1);
        var box = SKRect.Union(branch.Bounds, trunk.Bounds);
        box.Inflate(60 * stage.Unit, 60 * stage.Unit);
        return new StillLayer(canvas =>
        {
            painter.Sheet(canvas, trunk, Tint.Mix(bark, SKColors.Black, 0.14f), 1.1f, 2.2f);
            painter.Sheet(canvas, branch, bark, 1, 2);
            foreach (var leaf in leaves)
                painter.Sheet(canvas, leaf, green, 0.5f, 1.4f, thin: true);
            foreach (var white in snow)
                painter.Sheet(canvas, white, SnowColors.At(shot.Time)[^1], 0.25f, 1);
        })
        { Depth = 0.9f, Box = SKRect.Intersect(box, stage.Reach) };
    }

    /// <summary>Where a shot's branch runs: over people where there are any, else across the middle of the frame.</summary>
    private readonly struct Line
    {
        private readonly float _width, _root, _tip, _reach, _unit;

        public Line(ShotPlan shot, Stage stage)
        {
            var lines = Composition.Of(stage, shot);
            var sunIsRight = lines.Sun.X > lines.FigureX;
            // Beside people it comes from the other side.
            var alone = shot.Figures.Count == 0;
            FromLeft = sunIsRight == alone;
            (_width, _unit) = (stage.Width, stage.Unit);
            _root = (alone ? 0.66f : 0.42f) * stage.Height;
            _tip = (alone ? 0.54f : 0.33f) * stage.Height;
            _reach = alone ? stage.IsTall ? 0.92f : 0.70f : 0.40f;
        }

        public bool FromLeft { get; }

        /// <summary>Its middle at a share of its length from the trunk.</summary>
        public SKPoint At(float share)
        {
            var x = (0.02f + (_reach - 0.02f) * share) * _width;
            return new SKPoint(FromLeft ? x : _width - x, _root + (_tip - _root) * MathF.Sin(share * MathF.PI / 2) + 7 * _unit * MathF.Sin(share * 9));
        }

        public float Radius(float share) => (21 - 15 * share) * _unit;

        /// <summary>A trunk that the frame cuts, thicker below.</summary>
        public SKPath Trunk(Stage stage)
        {
            float h = stage.Height, left = -0.5f * stage.Overscan - 30 * _unit;
            var trunk = Knife.Smooth(true, left, -0.2f * h, 52 * _unit, -0.2f * h, 46 * _unit, 0.3f * h, 56 * _unit, 0.7f * h, 92 * _unit, 1.15f * h, left, 1.15f * h);
            return FromLeft ? trunk : trunk.At(SKMatrix.CreateScale(-1, 1, stage.Width / 2f, 0));
        }
    }
}

using System.Numerics;
using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Things.Rigs;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>The string of a kite or a balloon: to the hand of who holds it, else to the ground, or hanging.</summary>
internal sealed class Tether : Layer
{
    /// <summary>From the middle of an animal's back, in heights of its withers.</summary>
    private static readonly Vector2 Neck = new(0.42f, 0.02f);

    private readonly CraftLayer _flies;
    private readonly SKPoint _tie;
    private readonly Func<Moment, SKPoint> _end;
    private readonly float _unit;
    private readonly SKColor _color;
    private readonly float _slack;

    private Tether(CraftLayer flies, SKPoint tie, Func<Moment, SKPoint> end, Stage stage, SKColor color, float slack) =>
        (_flies, _tie, _end, _unit, _color, _slack) = (flies, tie, end, stage.Unit, color, slack);

    public override bool Moves => true;

    /// <summary>Somebody of the shot holds a string.</summary>
    public static bool IsHeld(ShotPlan shot, ThingPlan plan) => shot.Figures.Count > 0 && CraftMaker.Of(plan) is { Tie: not null } && plan.Relation is null
        && (plan.Spot == ThingSpot.Held || (plan is { Id: "kite", Motion: ThingMotion.Hover or ThingMotion.Soar or ThingMotion.Rise } && plan.Spot is ThingSpot.Usual or ThingSpot.Sky));

    /// <summary>The one animal of a shot that a balloon comes with, by its place in the list: the balloon is tied to it. Null where people are, or several, or none.</summary>
    public static int? HolderOf(ShotPlan shot, ThingPlan plan)
    {
        if (shot.Figures.Count > 0 || !plan.Id.EndsWith("balloon", StringComparison.Ordinal) || plan is not { Motion: ThingMotion.Hover, Relation: null, Count: <= 3, Spot: ThingSpot.Usual } || CraftMaker.Of(plan) is not { Tie: not null })
            return null;
        List<int> animals = [.. Enumerable.Range(0, shot.Things.Count).Where(i => shot.Things[i].Print is null && ThingCatalog.Instance[shot.Things[i].Id].IsAnimal)];
        return animals is [var one] && shot.Things[one] is { Count: 1, Relation: null, Motion: not (ThingMotion.Flap or ThingMotion.Flutter or ThingMotion.Soar or ThingMotion.Swim) } holder
            && RigMaker.Aspect(holder) is not null ? one : null;
    }

    /// <summary>Where the string ends at an animal: at its neck.</summary>
    private static Func<Moment, SKPoint>? Collar(ShotPlan shot, ThingPlan plan, IReadOnlyList<Layer> things) =>
        HolderOf(shot, plan) is { } holder && things.OfType<RigLayer>().FirstOrDefault(t => t.Plan == shot.Things[holder]) is { } animal
            ? moment => animal.At(moment.Seconds, Neck)
            : null;

    /// <summary>One layer for every string of the shot; they belong behind people and before what flies.</summary>
    /// <param name="people">The layers of the shot's figures, the main one last.</param>
    public static IEnumerable<Layer> Of(ShotPlan shot, IReadOnlyList<Layer> things, IReadOnlyList<Layer> people, Stage stage)
    {
        foreach (var flies in things.OfType<CraftLayer>())
        {
            if (flies.Craft.Tie is not { } tie)
                continue;
            var holder = people.Count > 0 && IsHeld(shot, flies.Plan) ? people[^1] as Puppet : null;
            if (flies.Hangs)
            {
                var hook = new SKPoint(flies.Where(new Moment(0, 2), tie).X, -0.5f * stage.Overscan);
                yield return new Tether(flies, tie, _ => hook, stage, new SKColor(0x6A, 0x4A, 0x34), 0) { Depth = flies.Depth };
                continue;
            }

            var collar = Collar(shot, flies.Plan, things);
            Func<Moment, SKPoint> end = holder is not null ? holder.Hand
                : collar is not null ? collar
                : flies.Plan.Id == "kite" ? Ground(flies, tie, stage)
                : Hanging(flies, tie);
            var color = flies.IsLit ? new SKColor(0xF0, 0xE4, 0xD0, 210) : new SKColor(0x4A, 0x38, 0x40, 215);
            yield return new Tether(flies, tie, end, stage, color, holder is null && collar is null && flies.Plan.Id != "kite" ? 0 : 0.05f) { Depth = flies.Depth };
        }
    }

    /// <summary>Both ends of the string, in stage pixels: at what flies, and at the hand.</summary>
    public (SKPoint Top, SKPoint End) Ends(Moment moment) => (_flies.Where(moment, _tie), _end(moment));

    public override void Draw(SKCanvas canvas, Moment moment)
    {
        var (top, end) = Ends(moment);
        var length = SKPoint.Distance(top, end);
        var sway = MathF.Sin(moment.Seconds * 1.7f + top.X) * 0.02f * length;
        using var path = Held.Path();
        path.MoveTo(top);
        if (_slack == 0)
            path.CubicTo(top.X + 2.2f * sway, top.Y + length * 0.35f, end.X - 2.2f * sway, end.Y - length * 0.35f, end.X, end.Y);
        else
            path.QuadTo((top.X + end.X) / 2 + sway, (top.Y + end.Y) / 2 + _slack * length, end.X, end.Y);
        if (_flies.IsLit && !_flies.Hangs)
        {
            // A pale string is seen before the dark, and its edge before the sun.
            using var edge = new HeldPaint { IsAntialias = true, IsStroke = true, StrokeWidth = 3.4f * _unit, StrokeCap = SKStrokeCap.Round, Color = new SKColor(0x4A, 0x20, 0x38, 150) };
            canvas.DrawPath(path, edge);
        }

        using var paint = new HeldPaint { IsAntialias = true, IsStroke = true, StrokeWidth = 1.5f * _unit, StrokeCap = SKStrokeCap.Round, Color = _color };
        canvas.DrawPath(path, paint);
    }

    /// <summary>Who flies it stands beyond the frame's lower edge.</summary>
    private static Func<Moment, SKPoint> Ground(CraftLayer flies, SKPoint tie, Stage stage)
    {
        var from = flies.Where(new Moment(0, 2), tie);
        var end = new SKPoint(from.X + (from.X > stage.Width / 2f ? -0.30f : 0.30f) * stage.Width, stage.Height + 0.5f * stage.Overscan);
        return _ => end;
    }

    private static Func<Moment, SKPoint> Hanging(CraftLayer flies, SKPoint tie) => moment =>
    {
        var (top, late) = (flies.Where(moment, tie), flies.Where(moment with { Frame = Math.Max(0, moment.Frame - 6) }, tie));
        var length = 1.15f * flies.Height;
        return new SKPoint(late.X + MathF.Sin(moment.Seconds * 1.3f + late.X * 0.01f) * 0.06f * length, top.Y + length);
    };
}

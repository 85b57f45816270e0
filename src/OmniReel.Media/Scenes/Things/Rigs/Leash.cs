using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>A collar and the slack line from it to the hand of who leads the animal.</summary>
internal sealed class Leash : Layer
{
    /// <summary>Share of the line's span that it hangs through.</summary>
    private const float Slack = 0.20f;

    private readonly RigLayer _animal;
    private readonly Puppet _leader;
    private readonly float _unit;
    private readonly float _along;
    private readonly float _half;

    private Leash(RigLayer animal, Puppet leader, RigWords words, Stage stage)
    {
        (_animal, _leader, _unit) = (animal, leader, stage.Unit);
        var widths = words.Numbers("neckw");
        (_along, _half) = (0.58f * words.Number("neck"), 0.5f * (widths[0] + widths[1]));
    }

    public override bool Moves => true;

    /// <summary>One for every animal that the main figure leads.</summary>
    /// <param name="people">The layers of the shot's figures, the main one last.</param>
    public static IEnumerable<Layer> Of(IReadOnlyList<Layer> things, IReadOnlyList<Layer> people, Stage stage)
    {
        if (people.Count == 0 || people[^1] is not Puppet leader)
            yield break;
        foreach (var animal in things.OfType<RigLayer>().Where(t => t.Plan.IsLed))
        {
            if (RigFile.Instance.Find(animal.Plan.Id) is { } words && words.Text("kind") == "beast")
                yield return new Leash(animal, leader, words, stage) { Depth = animal.Depth };
        }
    }

    /// <summary>Both ends of the line, in stage pixels: at the collar, and in the hand.</summary>
    public (SKPoint Collar, SKPoint Hand) Ends(Moment moment) => (_animal.Where(moment, (int)BeastBone.Neck, _along, -0.5f * _half), _leader.Hand(moment));

    public override void Draw(SKCanvas canvas, Moment moment)
    {
        SKPoint top = _animal.Where(moment, (int)BeastBone.Neck, _along, -_half), bottom = _animal.Where(moment, (int)BeastBone.Neck, _along, _half);
        using var band = new HeldPaint { IsAntialias = true, IsStroke = true, StrokeWidth = 6.5f * _unit, StrokeCap = SKStrokeCap.Butt, Color = new SKColor(0xB8, 0x20, 0x30) };
        using var collar = Held.Path();
        collar.MoveTo(top);
        collar.QuadTo((top.X + bottom.X) / 2 + 0.12f * (bottom.Y - top.Y), (top.Y + bottom.Y) / 2, bottom.X, bottom.Y);
        canvas.DrawPath(collar, band);
        var (from, to) = Ends(moment);
        using var line = Held.Path();
        line.MoveTo(from);
        line.QuadTo((from.X + to.X) / 2, (from.Y + to.Y) / 2 + Slack * SKPoint.Distance(from, to), to.X, to.Y);
        using var paint = new HeldPaint { IsAntialias = true, IsStroke = true, StrokeWidth = 2.6f * _unit, StrokeCap = SKStrokeCap.Round, Color = new SKColor(0xB8, 0x20, 0x30) };
        canvas.DrawPath(line, paint);
    }
}

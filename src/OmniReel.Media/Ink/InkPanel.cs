using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Ink;

/// <summary>The edge of a storyboard's panel: bare paper that washes end in raggedly, and the lines ruled round the picture, which cross at its corners.</summary>
internal static class InkPanel
{
    /// <summary>Of the frame's shorter side: where the lines are.</summary>
    private const float Inset = 0.030f;

    /// <summary>Of the same: how far they run on beyond the corners.</summary>
    private const float Overshoot = 0.016f;

    public static BakedSheet Of(Stage stage)
    {
        var whole = new SKRect(0, 0, stage.Width, stage.Height);
        var layer = new StillLayer(canvas => Draw(canvas, stage)) { Depth = 0, Box = SKRect.Inflate(whole, 2, 2) };
        return BakedSheet.Of([layer], stage, new Moment(0, 1))!;
    }

    private static void Draw(SKCanvas canvas, Stage stage)
    {
        var side = Math.Min(stage.Width, stage.Height);
        var ruled = SKRect.Inflate(new SKRect(0, 0, stage.Width, stage.Height), -Inset * side, -Inset * side);
        using var margin = Held.Path(SKPathFillType.EvenOdd);
        margin.AddRect(SKRect.Inflate(new SKRect(0, 0, stage.Width, stage.Height), 4, 4));
        Ragged(margin, SKRect.Inflate(ruled, 0.006f * side, 0.006f * side), 0.0052f * side, stage.Unit);
        using var paper = new HeldPaint { IsAntialias = true, Color = Wash.Paper };
        canvas.DrawPath(margin, paper);
        var over = Overshoot * side;
        using var rules = Held.Path();
        Rule(rules, ruled.Left - over, ruled.Top, ruled.Right + over, ruled.Top);
        Rule(rules, ruled.Left - over * 0.7f, ruled.Bottom, ruled.Right + over, ruled.Bottom);
        Rule(rules, ruled.Left, ruled.Top - over, ruled.Left, ruled.Bottom + over * 0.8f);
        Rule(rules, ruled.Right, ruled.Top - over * 0.8f, ruled.Right, ruled.Bottom + over);
        using var line = BrushLine.Along(rules, stage.Unit, 2.6f * stage.Unit, 0.9f * stage.Unit, 3);
        using var ink = new HeldPaint { IsAntialias = true, Color = Wash.Black.WithAlpha(225) };
        canvas.DrawPath(line, ink);
    }

    private static void Rule(SKPath rules, float x, float y, float toX, float toY)
    {
        rules.MoveTo(x, y);
        rules.LineTo(toX, toY);
    }

    /// <summary>The box with edges as a brush leaves them.</summary>
    private static void Ragged(SKPath path, SKRect box, float depth, float unit)
    {
        var random = new Random(17);
        SKPoint[] corners = [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)];
        path.MoveTo(corners[0]);
        var drift = 0f;
        for (var side = 0; side < corners.Length; side++)
        {
            SKPoint from = corners[side], to = corners[(side + 1) % 4];
            var length = SKPoint.Distance(from, to);
            var steps = (int)(length / (7 * unit)) + 1;
            var across = new SKPoint((to.Y - from.Y) / length, (from.X - to.X) / length);
            for (var i = 1; i <= steps; i++)
            {
                drift = 0.86f * drift + 0.5f * (2 * random.NextSingle() - 1);
                var away = i == steps ? 0 : depth * Math.Clamp(drift, -1, 1);
                path.LineTo(from.X + (to.X - from.X) * i / steps + across.X * away, from.Y + (to.Y - from.Y) * i / steps + across.Y * away);
            }
        }

        path.Close();
    }
}

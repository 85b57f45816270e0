using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>Leaves, petals, confetti, dust and fireflies: small cut paper in the air at three depths.</summary>
internal static class Drifting
{
    /// <param name="Counts">At 1280×720, far to near.</param>
    /// <param name="Speed">Slowest and fastest where people stand, in units per second.</param>
    /// <param name="Sway">Units to either side.</param>
    /// <param name="Lean">Sideways per unit fallen.</param>
    private sealed record Manner((int Far, int Middle, int Near) Counts, (float Slow, float Fast) Speed, float Sway, float Lean);

    private static readonly Manner s_leaves = new((84, 50, 14), (58, 96), 34, 0.34f);
    private static readonly Manner s_petals = new((130, 76, 18), (38, 66), 26, 0.55f);
    private static readonly Manner s_confetti = new((170, 100, 24), (84, 140), 16, 0.08f);
    private static readonly Manner s_dust = new((300, 150, 40), (26, 52), 10, 5.5f);

    public static IReadOnlyList<Layer> Of(ShotPlan shot, Scene scene, Stage stage)
    {
        if (shot.Aloft is not { } aloft)
            return [];
        var random = new Random(unchecked((int)(shot.Seed * 31 + 3)));
        if (aloft == Aloft.Fireflies)
            return [Lights(stage, random, 0.6f, 38, 0.9f), Lights(stage, random, 1, 30, 1.35f), Lights(stage, random, 1.5f, 8, 2.2f)];
        var soft = scene.Light with { Shadow = scene.Light.Shadow.WithAlpha((byte)(scene.Light.Shadow.Alpha * 0.6f)) };
        var painter = new SheetPainter(stage, soft);
        var air = Color.PlaceAirs.Of(shot);
        var manner = aloft switch
        {
            Aloft.Leaves => s_leaves,
            Aloft.Petals => s_petals,
            Aloft.Confetti => s_confetti,
            _ => s_dust,
        };
        return
        [
            Sheet(stage, random, 0.5f, manner.Counts.Far, 0.62f, manner, Snippets.Of(aloft, painter, air, 0.62f)),
            Sheet(stage, random, 1f, manner.Counts.Middle, 1, manner, Snippets.Of(aloft, painter, air, 1)),
            Sheet(stage, random, 1.5f, manner.Counts.Near, 1.6f, manner, Snippets.Of(aloft, painter, air, 1.6f)),
        ];
    }

    /// <summary>Each swings, turns, and shows its edge now and then.</summary>
    private static MovingLayer Sheet(Stage stage, Random random, float depth, int count, float size, Manner manner, IReadOnlyList<Sprite> kinds)
    {
        var unit = stage.Unit * size;
        var fall = new Fall(stage, random, count, (manner.Speed.Slow * unit, manner.Speed.Fast * unit), manner.Lean, (manner.Sway + 30) * unit);
        var blows = manner.Lean > 2;
        return new MovingLayer((canvas, moment) =>
        {
            foreach (var (at, kind) in fall.At(moment.Seconds))
            {
                var (own, phase) = (kind * kinds.Count, kind * 977 % 1 * MathF.Tau);
                var swing = moment.Seconds * (1.0f + 0.7f * (own % 1)) + phase;
                var turn = blows ? 4 * MathF.Sin(swing) : MathF.Sin(swing * 0.7f) * 80 + phase * 57;
                var flip = blows ? 1 : 0.25f + 0.75f * MathF.Abs(MathF.Cos(swing * 0.9f));
                var matrix = SKMatrix.CreateScale(1, flip).PostConcat(SKMatrix.CreateRotationDegrees(turn)).PostConcat(
                    SKMatrix.CreateTranslation(at.X + MathF.Sin(swing) * manner.Sway * unit, at.Y + MathF.Cos(swing * 2) * manner.Sway * 0.16f * unit));
                kinds[(int)own].Draw(canvas, matrix);
            }
        })
        { Depth = depth };
    }

    /// <summary>Points of warm light that wander and go out and on.</summary>
    private static MovingLayer Lights(Stage stage, Random random, float depth, int count, float size)
    {
        var unit = stage.Unit * size;
        var side = 18 * unit;
        var light = Sprite.Bake(stage, new SKRect(-side, -side, side, side), canvas =>
        {
            using var glow = new HeldPaint { IsAntialias = true, Color = new SKColor(0xFF, 0xDC, 0x64, 130), MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 5 * unit) };
            canvas.DrawCircle(0, 0, 7 * unit, glow);
            using var heart = new HeldPaint { IsAntialias = true, Color = new SKColor(0xFF, 0xF8, 0xCC) };
            canvas.DrawCircle(0, 0, 2.5f * unit, heart);
        });
        var flies = new (float X, float Y, float Phase)[(int)(count * stage.Width * stage.Height / (stage.Unit * stage.Unit * 1280 * 720))];
        for (var i = 0; i < flies.Length; i++)
            flies[i] = (stage.Width * (float)(0.7548776662 * i % 1), stage.Height * (0.22f + 0.74f * (float)(0.5698402910 * i % 1)), MathF.Tau * random.NextSingle());
        return new MovingLayer((canvas, moment) =>
        {
            foreach (var (x, y, phase) in flies)
            {
                var t = moment.Seconds;
                var glow = Math.Clamp(0.5f + 0.8f * MathF.Sin(t * 1.7f + phase * 3), 0, 1);
                light.Draw(
                    canvas,
                    SKMatrix.CreateTranslation(x + 40 * unit * MathF.Sin(t * 0.6f + phase), y + 24 * unit * MathF.Sin(t * 0.9f + phase * 2)),
                    (byte)(255 * glow));
            }
        })
        { Depth = depth };
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>Discs far away, stars and discs near: all sway as they sink, and stars turn.</summary>
internal static class Snow
{
    private const float Lean = 0.16f;

    public static IReadOnlyList<Layer> Layers(ShotPlan shot, Scene scene, Stage stage)
    {
        var random = new Random(unchecked((int)(shot.Seed * 31 + 2)));
        var soft = scene.Light with { Shadow = scene.Light.Shadow.WithAlpha((byte)(scene.Light.Shadow.Alpha * 0.6f)) };
        var painter = new SheetPainter(stage, soft);
        var unit = stage.Unit;
        return
        [
            Sheet(stage, random, 0.5f, 330, (34, 56), 14,
                [Flakes.Disc(painter, 2.2f * unit), Flakes.Disc(painter, 3.1f * unit), Flakes.Disc(painter, 1.7f * unit)]),
            Sheet(stage, random, 1f, 150, (62, 96), 26,
                [Flakes.Disc(painter, 3.8f * unit), Flakes.Star(painter, 7f * unit, 1), Flakes.Disc(painter, 4.8f * unit), Flakes.Star(painter, 8.5f * unit, 2)]),
            Sheet(stage, random, 1.5f, 22, (110, 150), 42,
                [Flakes.Star(painter, 10.5f * unit, 2), Flakes.Disc(painter, 5.5f * unit), Flakes.Disc(painter, 4.5f * unit)]),
        ];
    }

    /// <summary>Snow beyond a window.</summary>
    /// <param name="window">The part of the stage where it is seen.</param>
    public static Layer Beyond(Studio studio, SKRect window, float depth)
    {
        var unit = studio.Unit;
        var random = new Random(unchecked((int)(studio.Shot.Seed * 31 + 2)));
        return Sheet(studio.Stage, random, depth, 620, (34, 56), 14,
            [Flakes.Disc(studio.Painter, 2.2f * unit), Flakes.Disc(studio.Painter, 3.1f * unit), Flakes.Star(studio.Painter, 6f * unit, 1)], window);
    }

    /// <param name="speed">Units per second.</param>
    /// <param name="sway">Units to either side.</param>
    private static MovingLayer Sheet(
        Stage stage, Random random, float depth, int count, (float Slow, float Fast) speed, float sway, IReadOnlyList<Sprite> flakes, SKRect? window = null)
    {
        var unit = stage.Unit;
        var fall = new Fall(stage, random, count, (speed.Slow * unit, speed.Fast * unit), Lean, (sway + 30) * unit);
        return new MovingLayer((canvas, moment) =>
        {
            foreach (var (at, kind) in fall.At(moment.Seconds))
            {
                if (window is { } seen && !seen.Contains(at))
                    continue;
                var (own, phase) = (kind * flakes.Count, kind * 977 % 1 * MathF.Tau);
                var swing = moment.Seconds * (0.9f + 0.6f * (own % 1)) + phase;
                var turn = MathF.Sin(swing * 0.7f) * 70 + phase * 57;
                var matrix = SKMatrix.CreateRotationDegrees(turn).PostConcat(
                    SKMatrix.CreateTranslation(at.X + MathF.Sin(swing) * sway * unit, at.Y + MathF.Cos(swing * 2) * sway * 0.12f * unit));
                flakes[(int)own].Draw(canvas, matrix);
            }
        })
        { Depth = depth, Box = window };
    }
}

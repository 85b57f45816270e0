using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>The light box: full-frame sheets with ever larger wavy holes round the sun, bright inside, deep at the rim.</summary>
internal static class SkyRings
{
    private const int Count = 8;
    private const int Corners = 96;

    /// <param name="window">The part of the stage where sky is seen; null: all of it.</param>
    public static void Lay(Studio studio, SKRect? window = null)
    {
        var phase = studio.Between(0, 6);
        var sun = studio.Lines.Sun;
        var unit = studio.Unit * (studio.Stage.IsTall ? 1.05f : 1);
        var rings = new List<(SKPath Sheet, SKRect Seen, SKColor Color, float Lift)>();
        for (var i = 0; i < Count; i++)
        {
            var radius = (88 + 56 * i * (1 + i * 0.14f)) * unit;
            var hole = WavyHole(sun, radius, phase + i * 1.7f);
            // The sheet before this one is seen through this one's hole and nowhere else.
            if (i > 0)
                rings[^1] = rings[^1] with { Seen = SKRect.Inflate(hole.Bounds, 2, 2) };
            var sheet = Knife.Box(studio.Reach.Left, studio.Reach.Top, studio.Reach.Right, studio.Reach.Bottom).Hole(hole);
            rings.Add((sheet, studio.Reach, Tint.Along(studio.Air.Sky, (i + 1f) / Count), 0.9f + i * 0.1f));
        }

        var painter = studio.Painter;
        studio.Behind.Still(0, canvas =>
        {
            if (window is { } box)
                canvas.ClipRect(box);
            canvas.Clear(painter.Flat(studio.Air.Sky[0]));
            foreach (var (sheet, seen, color, lift) in rings)
            {
                canvas.Save();
                canvas.ClipRect(seen);
                painter.Sheet(canvas, sheet, color, lift, 1.8f);
                canvas.Restore();
            }
        }, window);
    }

    private static SKPath WavyHole(SKPoint centre, float radius, float phase)
    {
        var points = new SKPoint[Corners];
        for (var i = 0; i < Corners; i++)
        {
            var angle = i * MathF.Tau / Corners;
            var r = radius * (1 + 0.035f * MathF.Sin(angle * 5 + phase) + 0.022f * MathF.Sin(angle * 9 - phase * 2));
            var (sin, cos) = MathF.SinCos(angle);
            // A little wider than high, as the light of a low sun spreads.
            points[i] = new SKPoint(centre.X + cos * r * 1.12f, centre.Y + sin * r);
        }

        var path = new SKPath();
        path.AddPoly(points);
        return path;
    }
}

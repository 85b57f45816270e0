using OmniReel.Media.Frames;
using OmniReel.Media.Native;
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
        // A moon that rises takes its light along: the sheets reach as far above the stage as they come down.
        var way = window is null ? Moon.WayOf(studio) : 0;
        var reach = studio.Reach with { Top = studio.Reach.Top - way };
        var rings = Cut(studio, reach);
        var painter = studio.Painter;
        var bright = painter.Flat(Tint.Along(studio.Air.Sky, (float)First(studio) / Count));
        void Draw(SKCanvas canvas)
        {
            canvas.Clear(bright);
            foreach (var (sheet, seen, color, lift) in rings)
            {
                canvas.Save();
                canvas.ClipRect(seen);
                painter.Sheet(canvas, sheet, color, lift, 1.8f);
                canvas.Restore();
            }
        }

        if (way > 0)
        {
            var sky = Sprite.Bake(studio.Stage, reach, Draw);
            studio.Behind.Moving(0, null, (canvas, moment) => sky.Draw(canvas, 0, way * (1 - moment.Progress)));
            return;
        }

        studio.Behind.Still(0, canvas =>
        {
            if (window is { } box)
                canvas.ClipRect(box);
            Draw(canvas);
        }, window);
    }

    /// <summary>Clouds close the hole in the middle: their light comes from a wide pale place.</summary>
    private static int First(Studio studio) => studio.Air.IsClear ? 0 : 3;

    private static List<(SKPath Sheet, SKRect Seen, SKColor Color, float Lift)> Cut(Studio studio, SKRect reach)
    {
        var phase = studio.Between(0, 6);
        var unit = studio.Unit * (studio.Stage.IsTall ? 1.05f : 1);
        var rings = new List<(SKPath Sheet, SKRect Seen, SKColor Color, float Lift)>();
        for (var i = First(studio); i < Count; i++)
        {
            var radius = (88 + 56 * i * (1 + i * 0.14f)) * unit;
            var hole = WavyHole(studio.Lines.Sun, radius, phase + i * 1.7f, i);
            // The sheet before this one is seen through this one's hole and nowhere else.
            if (rings.Count > 0)
                rings[^1] = rings[^1] with { Seen = SKRect.Inflate(hole.Bounds, 2, 2) };
            rings.Add((Knife.Box(reach.Left, reach.Top, reach.Right, reach.Bottom).Hole(hole), reach, Tint.Along(studio.Air.Sky, (i + 1f) / Count), 0.9f + i * 0.1f));
        }

        return rings;
    }

    /// <param name="ring">The wider a ring, the more it waves: an even one would be seen as a straight seam.</param>
    private static SKPath WavyHole(SKPoint centre, float radius, float phase, int ring)
    {
        var points = new SKPoint[Corners];
        for (var i = 0; i < Corners; i++)
        {
            var angle = i * MathF.Tau / Corners;
            var r = radius * (1 + (0.035f + 0.003f * ring) * MathF.Sin(angle * 5 + phase) + (0.022f + 0.0045f * ring) * MathF.Sin(angle * 9 - phase * 2));
            var (sin, cos) = MathF.SinCos(angle);
            // A little wider than high, as the light of a low sun spreads.
            points[i] = new SKPoint(centre.X + cos * r * 1.12f, centre.Y + sin * r);
        }

        var path = Held.Path();
        path.AddPoly(points);
        return path;
    }
}

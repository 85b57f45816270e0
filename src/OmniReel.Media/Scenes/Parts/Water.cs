using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A stretch of water from a far line to a near one.</summary>
/// <param name="Far">Pixels.</param>
/// <param name="Near">Pixels: crest of the nearest strip.</param>
/// <param name="Bottom">Pixels: what is nearer covers the water from here on.</param>
/// <param name="FarCrest">Height of the farthest waves, in units.</param>
/// <param name="NearCrest">Height of the nearest waves, in units.</param>
/// <param name="FarDepth">Camera depth of the farthest strip.</param>
/// <param name="NearDepth">Camera depth of the nearest strip.</param>
internal sealed record WaterPlace(
    float Far, float Near, float Bottom, int Strips, float FarCrest, float NearCrest, float FarDepth, float NearDepth);

/// <summary>Strips of water that slide and heave, each with its own phase; slivers of sun glint between them.</summary>
internal static class Water
{
    private const int SliversPerStrip = 7;
    private const float LensHalfWidth = 66;

    /// <param name="afterStrip">Told the strip's index, its depth and the pixel line at which the next strip begins.</param>
    public static void Lay(Studio studio, WaterPlace place, SKColor[] ramp, Action<int, float, float>? afterStrip = null)
    {
        var lens = Lens(studio);
        for (var i = 0; i < place.Strips; i++)
        {
            var u = place.Strips > 1 ? i / (place.Strips - 1f) : 0;
            var y = LineAt(place, u);
            var next = i + 1 < place.Strips ? LineAt(place, (i + 1f) / (place.Strips - 1)) : place.Bottom;
            var depth = place.FarDepth + (place.NearDepth - place.FarDepth) * u;
            LayStrip(studio, y, next, place.FarCrest + (place.NearCrest - place.FarCrest) * u, u, depth, Tint.Along(ramp, u), i, lens);
            afterStrip?.Invoke(i, depth, next);
        }
    }

    /// <summary>Strips lie closer together toward the horizon.</summary>
    private static float LineAt(WaterPlace place, float u) => place.Far + (place.Near - place.Far) * MathF.Pow(u, 1.35f);

    private static void LayStrip(Studio studio, float y, float next, float crest, float u, float depth, SKColor color, int index, Sprite lens)
    {
        var unit = studio.Unit;
        var slide = (8 + 22 * u) * unit;
        var heave = (0.5f + 2.6f * u) * unit;
        crest *= unit;
        // The camera may pull neighbouring strips apart: each reaches well below the next one's edge.
        var bottom = next + (18 + 34 * u) * unit + heave;
        var length = 46 * unit + crest * 6.4f;
        var left = studio.Reach.Left - slide - 2 * unit;
        var right = studio.Reach.Right + slide + 2 * unit;
        var strip = Strip(left, right, y, bottom + 40 * unit, crest, length, index * 0.37f % 1);
        var shadowRoom = 16 * unit;
        var box = new SKRect(left, y - crest - shadowRoom, right, bottom);
        var sheet = studio.Bake(box, (canvas, painter) => painter.Sheet(canvas, strip, color, 0.5f + u * 0.8f, 2.2f));
        var slivers = Slivers(studio, y, crest, u);
        var phase = index * 1.9f + studio.Between(0, 1);
        var pace = 1.05f - 0.35f * u;
        // Water has no marks that pass: the sun's path on it stays below the sun.
        studio.Behind.Add(new MovingLayer((canvas, moment) =>
        {
            var t = moment.Seconds * pace + phase;
            float dx = slide * MathF.Sin(t), dy = heave * MathF.Sin(t * 1.7f + 1);
            sheet.Draw(canvas, dx, dy);
            foreach (var (at, size, own) in slivers)
            {
                var beat = 0.5f + 0.5f * MathF.Sin(moment.Seconds * 2.1f + own);
                var width = size * (0.55f + 0.6f * beat) / LensHalfWidth;
                lens.Draw(canvas, SKMatrix.CreateScaleTranslation(width, 0.6f + 0.4f * beat, at.X + dx * 0.35f, at.Y + dy), (byte)(90 + 125 * beat));
            }
        })
        {
            Depth = depth,
            Box = new SKRect(studio.Reach.Left, box.Top - heave, studio.Reach.Right, bottom + heave),
        });
    }

    /// <summary>Pointed crests; two crescents cut under each.</summary>
    private static SKPath Strip(float left, float right, float y, float bottom, float crest, float length, float phase)
    {
        var path = Held.Path();
        var start = left - length * (1 + phase);
        path.MoveTo(start, bottom);
        path.LineTo(start, y);
        var x = start;
        for (; x < right; x += length)
        {
            path.QuadTo(x + length * 0.30f, y + crest * 0.1f, x + length * 0.5f, y - crest);
            path.QuadTo(x + length * 0.70f, y + crest * 0.1f, x + length, y);
        }

        path.LineTo(x, bottom);
        path.Close();
        for (x = start; x < right; x += length)
        {
            path.Hole(Knife.Crescent(x + length * 0.5f, y + crest * 0.55f, length * 0.26f, crest * 0.13f, 0));
            path.Hole(Knife.Crescent(x + length * 0.5f, y + crest * 1.05f, length * 0.16f, crest * 0.10f, 0));
        }

        return path;
    }

    private static (SKPoint At, float Size, float Phase)[] Slivers(Studio studio, float y, float crest, float u)
    {
        var slivers = new (SKPoint, float, float)[studio.Air.IsClear ? SliversPerStrip : 0];
        for (var j = 0; j < slivers.Length; j++)
        {
            var x = studio.Lines.Sun.X + (studio.Random.NextSingle() - 0.5f) * (46 + 116 * u) * studio.Unit;
            var at = new SKPoint(x, y + crest * 1.5f + j * (3.6f + 5 * u) * studio.Unit);
            slivers[j] = (at, (16 + 44 * u) * (1 - j * 0.08f), studio.Between(0, 6));
        }

        return slivers;
    }

    /// <summary>A lens of light as wide as any sliver gets: an image scaled up would blur.</summary>
    private static Sprite Lens(Studio studio)
    {
        float half = LensHalfWidth * studio.Unit, thick = 3.4f * studio.Unit;
        return Sprite.Bake(studio.Stage, new SKRect(-half, -thick, half, thick), canvas =>
        {
            using var lens = Held.Path();
            lens.MoveTo(-half, 0);
            lens.QuadTo(0, -thick, half, 0);
            lens.QuadTo(0, thick, -half, 0);
            lens.Close();
            studio.Painter.Tissue(canvas, lens, studio.Air.Rim);
        });
    }
}

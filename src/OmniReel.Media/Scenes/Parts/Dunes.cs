using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A row of dunes: long slopes that rise to a sharp crest, and the lee side below it as a sheet of its own.</summary>
internal static class Dunes
{
    private const int Steps = 180;

    /// <summary>Share of a wave from its foot to the crest.</summary>
    private const float Windward = 0.66f;

    /// <param name="y">Foot of the row, in pixels; crests rise from it by up to <paramref name="height"/> units.</param>
    /// <param name="length">From crest to crest, in units.</param>
    /// <param name="bottom">Where the row may end, in pixels.</param>
    public static SKPath Lay(Studio studio, float depth, float y, float height, float length, float phase, float bottom, SKColor sand, SKColor lee)
    {
        var (left, right) = studio.Strip;
        var waves = studio.Waves(length * studio.Unit);
        var mirrored = studio.Lines.Sun.X < studio.Width * 0.5f;
        bottom = Math.Min(bottom, studio.Reach.Bottom);
        float Edge(float x) => y - height * studio.Unit * Profile(mirrored ? -x * waves + phase : x * waves + phase);
        var points = new SKPoint[Steps + 3];
        for (var i = 0; i <= Steps; i++)
        {
            var x = left + (right - left) * i / Steps;
            points[i] = new SKPoint(x, Edge(x));
        }

        points[Steps + 1] = new SKPoint(right, bottom);
        points[Steps + 2] = new SKPoint(left, bottom);
        var row = Held.Path();
        row.AddPoly(points);
        var shade = Held.Path();
        var wave = 1 / waves;
        var first = (int)MathF.Floor(Math.Min(left * waves, -right * waves)) - 2;
        for (var n = first; n < first + (right - left) * waves * 2 + 6; n++)
        {
            var crest = (n + Windward - phase) * wave;
            crest = mirrored ? -crest : crest;
            var side = mirrored ? -1 : 1;
            if (crest < left - wave || crest > right + wave)
                continue;
            AddLee(shade, crest, side * wave, Edge, bottom);
        }

        using var frame = Knife.Box(left, studio.Reach.Top, right, bottom);
        var cut = shade.Combine(frame, SKPathOp.Intersect) ?? shade;
        studio.Behind.Still(depth, canvas =>
        {
            studio.Painter.Sheet(canvas, row, sand, 0.8f, 2.2f);
            studio.Painter.Sheet(canvas, cut, lee, 0.18f, 1.1f);
        }, studio.Band(row.Bounds.Top, bottom));
        return row;
    }

    /// <summary>From the crest down the slip face, and back along a ridge that winds toward the one who looks.</summary>
    private static void AddLee(SKPath shade, float crest, float wave, Func<float, float> edge, float bottom)
    {
        float top = edge(crest), foot = crest + (1 - Windward) * wave, deep = Math.Min(bottom, edge(foot) + 0.9f * (edge(foot) - top));
        var face = Held.Path();
        face.MoveTo(crest, top + 0.5f);
        for (var i = 1; i <= 12; i++)
        {
            var x = crest + (foot - crest) * i / 12;
            face.LineTo(x, edge(x) + 0.5f);
        }

        float fall = deep - top;
        face.CubicTo(foot - 0.02f * wave, top + 0.72f * fall, crest + 0.10f * wave, top + 0.80f * fall, crest - 0.04f * wave, deep);
        face.CubicTo(crest - 0.02f * wave, top + 0.70f * fall, crest + 0.10f * wave, top + 0.62f * fall, crest + 0.045f * wave, top + 0.40f * fall);
        face.CubicTo(crest + 0.01f * wave, top + 0.26f * fall, crest - 0.03f * wave, top + 0.20f * fall, crest, top + 0.5f);
        face.Close();
        shade.AddPath(face);
    }

    /// <summary>0 at the foot, up to 1 at the crest; every other dune is lower.</summary>
    private static float Profile(float u)
    {
        var n = MathF.Floor(u);
        var share = u - n;
        var tall = 0.74f + 0.26f * MathF.Sin(n * 2.4f);
        return tall * (share < Windward ? MathF.Pow(share / Windward, 1.55f) : MathF.Pow(1 - (share - Windward) / (1 - Windward), 1.45f));
    }
}

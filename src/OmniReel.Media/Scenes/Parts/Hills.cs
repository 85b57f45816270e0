using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A strip of land as wide as the stage: rolling, or with peaks.</summary>
internal static class Hills
{
    private const int Steps = 180;

    /// <summary>Soft hills.</summary>
    /// <param name="y">Mean foot of the strip, in pixels; crests rise from it by up to <paramref name="height"/> units.</param>
    /// <param name="length">Distance between crests, in units.</param>
    /// <param name="bottom">Where the strip may end (something nearer covers it), in pixels.</param>
    public static SKPath Rolling(Studio studio, float y, float height, float length, float phase, float bottom) =>
        Strip(studio, y, height, bottom, length, 14.3f / 6.28f, 1, (u, v, _) =>
            0.5f + 0.34f * MathF.Sin((u + phase) * MathF.Tau) + 0.16f * MathF.Sin(v * MathF.Tau + phase * 15.3f));

    /// <summary>Sharp peaks: the highest of three saw-tooths, because a sum of them makes flat tops.</summary>
    public static SKPath Peaks(Studio studio, float y, float height, float length, float phase, float bottom) =>
        Strip(studio, y, height, bottom, length, 1.7f, 3.1f, (u, v, w) =>
            MathF.Max(Tooth(u + phase), MathF.Max(0.74f * Tooth(v + phase * 1.7f + 0.37f), 0.5f * Tooth(w + phase * 3.1f + 0.2f))));

    /// <summary>Height of the rolling strip's edge at an x, so that things can stand on it.</summary>
    public static float EdgeOf(SKPath strip, float x)
    {
        var best = float.MaxValue;
        var nearest = float.MaxValue;
        // The edge comes first; what follows are the strip's bottom and any holes.
        foreach (var point in strip.GetPoints(Steps + 1))
        {
            var distance = MathF.Abs(point.X - x);
            if (distance < nearest - 0.01f || (distance < nearest + 0.01f && point.Y < best))
                (nearest, best) = (distance, point.Y);
        }

        return best;
    }

    /// <param name="edge">Height from 0 to 1 by three counts of waves: of <paramref name="length"/>, and the given times as many.</param>
    private static SKPath Strip(
        Studio studio, float y, float height, float bottom, float length, float more, float most, Func<float, float, float, float> edge)
    {
        var (left, right) = studio.Strip;
        length *= studio.Unit;
        float u = studio.Waves(length), v = studio.Waves(length / more), w = studio.Waves(length / most);
        var points = new SKPoint[Steps + 3];
        for (var i = 0; i <= Steps; i++)
        {
            var x = left + (right - left) * i / Steps;
            points[i] = new SKPoint(x, y - edge(x * u, x * v, x * w) * height * studio.Unit);
        }

        bottom = Math.Min(bottom, studio.Reach.Bottom);
        points[Steps + 1] = new SKPoint(right, bottom);
        points[Steps + 2] = new SKPoint(left, bottom);
        var path = Held.Path();
        path.AddPoly(points);
        return path;
    }

    private static float Tooth(float u)
    {
        u -= MathF.Floor(u);
        return 1 - MathF.Abs(u * 2 - 1);
    }
}

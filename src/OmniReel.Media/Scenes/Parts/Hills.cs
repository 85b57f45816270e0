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
        Strip(studio, y, height, length, bottom, u => 0.5f + 0.34f * MathF.Sin((u + phase) * 6.28f) + 0.16f * MathF.Sin((u + phase) * 14.3f + phase));

    /// <summary>Sharp peaks: the highest of three saw-tooths, because a sum of them makes flat tops.</summary>
    public static SKPath Peaks(Studio studio, float y, float height, float length, float phase, float bottom) =>
        Strip(studio, y, height, length, bottom, u => MathF.Max(Tooth(u + phase), MathF.Max(0.74f * Tooth((u + phase) * 1.7f + 0.37f), 0.5f * Tooth((u + phase) * 3.1f + 0.2f))));

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

    private static SKPath Strip(Studio studio, float y, float height, float length, float bottom, Func<float, float> edge)
    {
        var reach = studio.Reach;
        var points = new SKPoint[Steps + 3];
        for (var i = 0; i <= Steps; i++)
        {
            var x = reach.Left + reach.Width * i / Steps;
            points[i] = new SKPoint(x, y - edge(x / (length * studio.Unit)) * height * studio.Unit);
        }

        bottom = Math.Min(bottom, reach.Bottom);
        points[Steps + 1] = new SKPoint(reach.Right, bottom);
        points[Steps + 2] = new SKPoint(reach.Left, bottom);
        var path = new SKPath();
        path.AddPoly(points);
        return path;
    }

    private static float Tooth(float u)
    {
        u -= MathF.Floor(u);
        return 1 - MathF.Abs(u * 2 - 1);
    }
}

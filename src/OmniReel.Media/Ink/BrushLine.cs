using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Ink;

/// <summary>
/// Contours as a hand draws them with a brush: a little beside where they are, broad where the brush lies flat and thin where it goes
/// on edge. The same contour gives the same line.
/// </summary>
internal static class BrushLine
{
    /// <summary>The direction, in radians, in which the line is thinnest.</summary>
    private const float Edge = -0.75f;

    private const int FewestSteps = 14, MostSteps = 900;

    /// <summary>The line as a shape to be filled. The caller disposes of it.</summary>
    /// <param name="contours">Any number, open or closed.</param>
    /// <param name="unit">Pixels of a stage unit.</param>
    /// <param name="width">Of the line where it is broad, in pixels.</param>
    /// <param name="astray">How far it wanders, in pixels.</param>
    /// <param name="hand">Another number draws another line along the same contour.</param>
    public static SKPath Along(SKPath contours, float unit, float width, float astray, int hand = 0)
    {
        var line = Held.Path(SKPathFillType.Winding);
        using var measure = new SKPathMeasure(contours, false, 1);
        var number = (uint)hand * 7919;
        do
        {
            if (measure.Length > 2.5f * unit)
                Contour(line, measure, unit, width, astray, number++);
        }
        while (measure.NextContour());
        return line;
    }

    private static void Contour(SKPath line, SKPathMeasure measure, float unit, float width, float astray, uint seed)
    {
        var length = measure.Length;
        var steps = Math.Clamp((int)(length / (5 * unit)), FewestSteps, MostSteps);
        // Small cuts have fine lines, whatever they are cut into.
        width = Math.Min(width, 0.8f * unit + length / 130);
        var closed = measure.IsClosed;
        var points = steps + 1;
        var (left, right) = (new SKPoint[points], new SKPoint[points]);
        // Whole waves of both wanderings, so that a closed line meets itself.
        int slow = Math.Max(2, (int)(length / (64 * unit))), quick = Math.Max(3, (int)(length / (21 * unit)));
        for (var i = 0; i < points; i++)
        {
            var share = i / (float)steps;
            if (!measure.GetPositionAndTangent(share * length, out var at, out var along))
                return;
            var beside = astray * (0.65f * Wander(seed, share, slow) + 0.35f * Wander(seed + 31, share, quick));
            var flat = MathF.Abs(MathF.Sin(MathF.Atan2(along.Y, along.X) - Edge));
            var half = 0.5f * width * (0.42f + 0.58f * flat) * (0.80f + 0.34f * Wander(seed + 77, share, slow));
            if (!closed)
                half *= MathF.Min(1, 0.25f + 6 * MathF.Min(share, 1 - share));
            left[i] = new SKPoint(at.X - along.Y * (beside + half), at.Y + along.X * (beside + half));
            right[points - 1 - i] = new SKPoint(at.X - along.Y * (beside - half), at.Y + along.X * (beside - half));
        }

        line.AddPoly(left, false);
        foreach (var point in right)
            line.LineTo(point);
        line.Close();
    }

    /// <summary>−1 to 1, smooth, and the same at 0 and at 1.</summary>
    private static float Wander(uint seed, float share, int waves)
    {
        var at = share * waves;
        var first = (int)at;
        var t = at - first;
        t = t * t * (3 - 2 * t);
        float a = Level(seed, first % waves), b = Level(seed, (first + 1) % waves);
        return a + (b - a) * t;
    }

    private static float Level(uint seed, int index)
    {
        var mixed = unchecked((seed + 1) * 2654435761u ^ (uint)index * 2246822519u);
        mixed = unchecked((mixed ^ mixed >> 15) * 2246822519u);
        mixed = unchecked((mixed ^ mixed >> 13) * 3266489917u);
        return ((mixed ^ mixed >> 16) & 0xFFFF) / 32767.5f - 1;
    }
}

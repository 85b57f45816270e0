using System.Collections.Concurrent;
using OmniReel.Media.Native;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>A thing's drawing made ready for the knife: its outline with every hole filled, and the drawn lines above it.</summary>
/// <remarks>Both lie on a field of 1 by 1 and look to the left unless the drawing does not.</remarks>
internal sealed class ThingCut
{
    private const int AreaField = 256;

    private static readonly ConcurrentDictionary<string, ThingCut> Made = new();

    private ThingCut(SKPath whole, SKPath ink)
    {
        (Whole, Ink, Box) = (whole, ink, whole.TightBounds);
        Share = (float)Area(ink) / Math.Max(1, Area(whole));
    }

    public SKPath Whole { get; }

    public SKPath Ink { get; }

    public SKRect Box { get; }

    /// <summary>How much of the outline's area the lines cover, 0 to 1.</summary>
    public float Share { get; }

    /// <summary>Width by height.</summary>
    public float Aspect => Box.Width / Box.Height;

    /// <summary>
    /// Where another thing can stand on it, as a share of the height from the top: the upper edge of its middle, whatever towers beside
    /// it (the lamp of a sofa).
    /// </summary>
    public float Surface
    {
        get
        {
            float[] tops = [.. Enumerable.Range(0, 9).Select(i => Top(Box.Left + (0.30f + 0.05f * i) * Box.Width)).Order()];
            return tops[4];
        }
    }

    /// <summary>Where the legs are, as shares of the width from the head's side: what stands apart just above the ground.</summary>
    public IReadOnlyList<float> Legs(bool facesRight)
    {
        const int steps = 100;
        var legs = new List<float>();
        var start = -1;
        for (var i = 0; i <= steps; i++)
        {
            var isLeg = i < steps && Whole.Contains(Box.Left + (i + 0.5f) / steps * Box.Width, Box.Top + 0.90f * Box.Height);
            if (isLeg && start < 0)
                start = i;
            if (isLeg || start < 0)
                continue;
            if (i - start > 1)
                legs.Add((start + i) / 2f / steps);
            start = -1;
        }

        return facesRight ? [.. legs.Select(l => 1 - l).Reverse()] : legs;
    }

    private float Top(float x)
    {
        for (var share = 0.01f; share < 1; share += 0.02f)
        {
            if (Whole.Contains(x, Box.Top + share * Box.Height))
                return share;
        }

        return 1;
    }

    /// <summary>The drawing of a thing of the catalogue; made once.</summary>
    public static ThingCut Of(string id) => Made.GetOrAdd(id, static id => Make(id));

    private static ThingCut Make(string id)
    {
        var ink = ThingCatalog.Instance.Ink(id);
        using var builder = new SKPath.OpBuilder();
        foreach (var contour in Contours(ink))
            builder.Add(contour, SKPathOp.Union);
        var whole = Held.Path();
        return new ThingCut(builder.Resolve(whole) && !whole.IsEmpty ? whole : ink, ink);
    }

    /// <summary>Each contour alone: filled by itself it has no holes.</summary>
    private static IEnumerable<SKPath> Contours(SKPath path)
    {
        var points = new SKPoint[4];
        using var verbs = path.CreateRawIterator();
        SKPath? contour = null;
        for (var verb = verbs.Next(points); verb != SKPathVerb.Done; verb = verbs.Next(points))
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    if (contour is not null)
                        yield return contour;
                    contour = Held.Path();
                    contour.MoveTo(points[0]);
                    break;
                case SKPathVerb.Line: contour!.LineTo(points[1]); break;
                case SKPathVerb.Quad: contour!.QuadTo(points[1], points[2]); break;
                case SKPathVerb.Conic: contour!.ConicTo(points[1], points[2], verbs.ConicWeight()); break;
                case SKPathVerb.Cubic: contour!.CubicTo(points[1], points[2], points[3]); break;
                default: contour!.Close(); break;
            }
        }

        if (contour is not null)
            yield return contour;
    }

    /// <summary>Whole cells of a field of 256 by 256: the same on every processor.</summary>
    private static long Area(SKPath path)
    {
        using var scaled = Held.Path(path);
        scaled.Transform(SKMatrix.CreateScale(AreaField, AreaField));
        using var region = new SKRegion(new SKRectI(-AreaField, -AreaField, 2 * AreaField, 2 * AreaField));
        if (!region.SetPath(scaled))
            return 0;
        using var rects = region.CreateRectIterator();
        var area = 0L;
        while (rects.Next(out var rect))
            area += (long)rect.Width * rect.Height;
        return area;
    }
}

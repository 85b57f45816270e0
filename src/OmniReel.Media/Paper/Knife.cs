using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Paper;

/// <summary>
/// Cuts shapes and ornament holes. A hole is a contour added to an even-odd path (<see cref="Hole"/>): no boolean operation,
/// so it is cheap enough for shapes that change every frame. Holes must lie inside the outline and not overlap each other.
/// </summary>
public static class Knife
{
    public static SKPath At(this SKPath path, SKMatrix matrix)
    {
        var moved = Held.Path(path);
        moved.Transform(matrix);
        return moved;
    }

    /// <summary>Cuts a hole into this path and returns it.</summary>
    public static SKPath Hole(this SKPath path, SKPath hole)
    {
        path.FillType = SKPathFillType.EvenOdd;
        path.AddPath(hole);
        return path;
    }

    /// <summary>The first contour alone: the sheet as it was before anything was cut out of it.</summary>
    public static SKPath Whole(this SKPath path)
    {
        var whole = Held.Path();
        using var contours = path.CreateRawIterator();
        Span<SKPoint> at = stackalloc SKPoint[4];
        for (var verb = contours.Next(at); verb is not (SKPathVerb.Close or SKPathVerb.Done); verb = contours.Next(at))
        {
            switch (verb)
            {
                case SKPathVerb.Move: whole.MoveTo(at[0]); break;
                case SKPathVerb.Line: whole.LineTo(at[1]); break;
                case SKPathVerb.Quad: whole.QuadTo(at[1], at[2]); break;
                case SKPathVerb.Conic: whole.ConicTo(at[1], at[2], contours.ConicWeight()); break;
                case SKPathVerb.Cubic: whole.CubicTo(at[1], at[2], at[3]); break;
            }
        }

        whole.Close();
        return whole;
    }

    /// <summary>Boolean difference, for holes that may cross the outline. Dear: only while baking.</summary>
    public static SKPath Less(this SKPath path, SKPath other) => path.Combine(other, SKPathOp.Difference) ?? path;

    /// <summary>Boolean union. Dear: only while baking.</summary>
    public static SKPath Joined(params ReadOnlySpan<SKPath> parts)
    {
        using var builder = new SKPath.OpBuilder();
        foreach (var part in parts)
            builder.Add(part, SKPathOp.Union);
        var result = Held.Path();
        builder.Resolve(result);
        return result;
    }

    public static SKPath Disc(float x, float y, float radius)
    {
        var path = Held.Path();
        path.AddCircle(x, y, radius);
        return path;
    }

    public static SKPath Box(float left, float top, float right, float bottom)
    {
        var path = Held.Path();
        path.AddRect(new SKRect(left, top, right, bottom));
        return path;
    }

    /// <summary>Straight-edged closed shape through points given as x, y pairs.</summary>
    public static SKPath Polygon(params ReadOnlySpan<float> xy)
    {
        var path = Held.Path();
        path.MoveTo(xy[0], xy[1]);
        for (var i = 2; i < xy.Length; i += 2)
            path.LineTo(xy[i], xy[i + 1]);
        path.Close();
        return path;
    }

    /// <summary>Catmull-Rom curve through points given as x, y pairs.</summary>
    public static SKPath Smooth(bool close, params ReadOnlySpan<float> xy)
    {
        var path = Held.Path();
        var count = xy.Length / 2;
        path.MoveTo(xy[0], xy[1]);
        for (var i = 0; i < (close ? count : count - 1); i++)
        {
            SKPoint a = At(xy, i - 1), b = At(xy, i), c = At(xy, i + 1), d = At(xy, i + 2);
            path.CubicTo(
                b.X + (c.X - a.X) / 6, b.Y + (c.Y - a.Y) / 6,
                c.X - (d.X - b.X) / 6, c.Y - (d.Y - b.Y) / 6,
                c.X, c.Y);
        }

        if (close)
            path.Close();
        return path;

        SKPoint At(ReadOnlySpan<float> v, int i)
        {
            i = close ? (i % count + count) % count : Math.Clamp(i, 0, count - 1);
            return new SKPoint(v[2 * i], v[2 * i + 1]);
        }
    }

    /// <summary>Crescent slit, the basic ornament of waves, leaves, eyelids and hems.</summary>
    public static SKPath Crescent(float x, float y, float radius, float thickness, float degrees)
    {
        var path = Held.Path();
        path.MoveTo(-radius, 0);
        path.QuadTo(0, -radius * 0.9f - thickness, radius, 0);
        path.QuadTo(0, -radius * 0.9f + thickness, -radius, 0);
        path.Close();
        path.Transform(SKMatrix.CreateRotationDegrees(degrees).PostConcat(SKMatrix.CreateTranslation(x, y)));
        return path;
    }

    /// <summary>A limb from <paramref name="from"/> to <paramref name="to"/> with round ends (room for the brads) and a slight swell.</summary>
    public static SKPath Limb(SKPoint from, SKPoint to, float fromRadius, float toRadius, float swell = 1.12f)
    {
        var length = SKPoint.Distance(from, to);
        var middle = (fromRadius * 0.6f + toRadius * 0.4f) * swell;
        // Handles of this length make half a circle of two cubics, so that both ends turn in their joints without a corner.
        float start = fromRadius * 0.552f, end = toRadius * 0.552f;
        var path = Held.Path();
        path.MoveTo(0, -fromRadius);
        path.CubicTo(start, -fromRadius, fromRadius, -start, fromRadius, 0);
        path.CubicTo(middle, length * 0.36f, toRadius, length * 0.70f, toRadius, length);
        path.CubicTo(toRadius, length + end, end, length + toRadius, 0, length + toRadius);
        path.CubicTo(-end, length + toRadius, -toRadius, length + end, -toRadius, length);
        path.CubicTo(-toRadius, length * 0.70f, -middle, length * 0.36f, -fromRadius, 0);
        path.CubicTo(-fromRadius, -start, -start, -fromRadius, 0, -fromRadius);
        path.Close();
        var angle = MathF.Atan2(to.Y - from.Y, to.X - from.X) - MathF.PI / 2;
        path.Transform(SKMatrix.CreateRotation(angle).PostConcat(SKMatrix.CreateTranslation(from.X, from.Y)));
        return path;
    }
}

using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Watermarks;

/// <summary>The name and its sign as outlines of our own: no font decides how a film's mark looks. Units: a small letter is 1 high, y points down from the line.</summary>
internal static class Wordmark
{
    /// <summary>Width of a pen's stroke.</summary>
    public const float Stroke = 0.21f;

    /// <summary>Height of capitals.</summary>
    public const float Capital = 1.44f;

    /// <summary>Width of all.</summary>
    public const float Width = 11.55f;

    /// <summary>The letters of the name, to be stroked with round ends.</summary>
    public static SKPath Letters()
    {
        var path = Held.Path();
        path.AddOval(new SKRect(2.25f, -Capital, 3.65f, 0));
        Arch(path, 4.2f, 0.68f, stem: true);
        Arch(path, 4.88f, 0.68f, stem: false);
        Arch(path, 6.08f, 0.72f, stem: true);
        Line(path, 7.32f, 0, 7.32f, -1);
        path.AddCircle(7.32f, -1.4f, 0.03f);
        BigR(path, 7.84f);
        SmallE(path, 9.12f);
        SmallE(path, 10.34f);
        Line(path, 11.5f, 0, 11.5f, -Capital);
        return path;
    }

    /// <summary>The sign before the name, to be filled: a reel with a notch that points onward.</summary>
    public static SKPath Sign()
    {
        var path = Held.Path(SKPathFillType.EvenOdd);
        const float middle = -Capital / 2, radius = 0.86f;
        path.AddCircle(radius, middle, radius);
        path.MoveTo(0.6f, middle - 0.44f);
        path.LineTo(1.34f, middle);
        path.LineTo(0.6f, middle + 0.44f);
        path.Close();
        return path;
    }

    private static void Arch(SKPath path, float x, float width, bool stem)
    {
        if (stem)
            Line(path, x, 0, x, -1);
        path.MoveTo(x, -0.5f);
        path.CubicTo(x, -0.86f, x + width * 0.2f, -1, x + width * 0.52f, -1);
        path.CubicTo(x + width * 0.88f, -1, x + width, -0.86f, x + width, -0.52f);
        path.LineTo(x + width, 0);
    }

    private static void BigR(SKPath path, float x)
    {
        path.MoveTo(x, 0);
        path.LineTo(x, -Capital);
        path.LineTo(x + 0.4f, -Capital);
        path.CubicTo(x + 1.02f, -Capital, x + 1.02f, -0.66f, x + 0.4f, -0.66f);
        path.LineTo(x, -0.66f);
        Line(path, x + 0.45f, -0.66f, x + 0.94f, 0);
    }

    private static void SmallE(SKPath path, float x)
    {
        Line(path, x, -0.52f, x + 0.9f, -0.52f);
        path.ArcTo(new SKRect(x, -1, x + 0.9f, 0), -2, -308, true);
    }

    private static void Line(SKPath path, float x, float y, float toX, float toY)
    {
        path.MoveTo(x, y);
        path.LineTo(toX, toY);
    }
}

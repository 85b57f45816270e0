using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>Where the pixels of a frame fall in a picture that was moved, turned, stretched or skewed into it.</summary>
/// <param name="X">Picture pixel on which the centre of the frame's first pixel falls; centres lie at whole numbers.</param>
/// <param name="RightX">What the next pixel to the right adds to <paramref name="X"/>.</param>
/// <param name="DownX">What the next pixel below adds to <paramref name="X"/>.</param>
internal readonly record struct Slant(double X, double RightX, double DownX, double Y, double RightY, double DownY)
{
    /// <summary>Null when the picture is seen edge-on, so that nothing of it is left.</summary>
    /// <param name="toFrame">Takes the picture's pixels to the frame's.</param>
    public static Slant? Of(in SKMatrix toFrame)
    {
        double a = toFrame.ScaleX, b = toFrame.SkewX, c = toFrame.TransX, d = toFrame.SkewY, e = toFrame.ScaleY, f = toFrame.TransY;
        var size = a * e - b * d;
        if (Math.Abs(size) < 1e-6)
            return null;
        double rightX = e / size, downX = -b / size, rightY = -d / size, downY = a / size;
        return new Slant(
            rightX * (0.5 - c) + downX * (0.5 - f) - 0.5, rightX, downX,
            rightY * (0.5 - c) + downY * (0.5 - f) - 0.5, rightY, downY);
    }
}

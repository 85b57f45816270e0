using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Motion;

/// <summary>A camera's path as far as a stage has room for it: longer ways are told smaller, in their own shape.</summary>
internal sealed class CameraCourse
{
    /// <summary>Most that the scene goes to each side, as shares of the longer and of the shorter side of the frame.</summary>
    private const float ReachOfLonger = 0.085f, ReachOfShorter = 0.15f, ReachDown = 0.08f;

    /// <summary>What is far follows less: at depth 1 the way is longer, so that the whole of the scene goes as far as the path says.</summary>
    private const float Gain = 1.22f;

    private readonly float[] _x, _y, _zoom;

    /// <param name="sink">See <see cref="Camera"/>.</param>
    public CameraCourse(CameraPath path, Stage stage, float? sink)
    {
        float shorter = Math.Min(stage.Width, stage.Height), across = Math.Min(ReachOfLonger * Math.Max(stage.Width, stage.Height), ReachOfShorter * shorter);
        _x = Fitted(path.X, stage.Width, across);
        _y = Fitted(path.Y, stage.Width, ReachDown * shorter);
        var low = sink is { } most ? Math.Max(0, _y.Max() - most) : 0;
        _y = [.. _y.Select(y => y - low)];
        _zoom = Closer(path.Zoom);
    }

    /// <summary>Pixels right and down, and scale, of what stands at depth 1; the scale is at least 1.</summary>
    public (float X, float Y, float Scale) At(float progress)
    {
        var at = progress * (_x.Length - 1);
        // A curve through points at 1 may swing below it between them.
        return (Along(_x, at), Along(_y, at), Math.Max(1, Along(_zoom, at)));
    }

    /// <summary>The middle of the way lies in the middle of the frame.</summary>
    private static float[] Fitted(IReadOnlyList<double> way, float unit, float reach)
    {
        double middle = (way.Min() + way.Max()) / 2, half = (way.Max() - way.Min()) / 2 * unit * Gain;
        var scale = unit * Gain * (half > reach ? reach / half : 1);
        return [.. way.Select(x => (float)((x - middle) * scale))];
    }

    /// <summary>The whole frame is the farthest that can be seen.</summary>
    private static float[] Closer(IReadOnlyList<double> zoom)
    {
        double least = zoom.Min(), most = (zoom.Max() / least - 1) * Gain, scale = most > Camera.Closest - 1 ? (Camera.Closest - 1) / most * Gain : Gain;
        return [.. zoom.Select(z => (float)(1 + (z / least - 1) * scale))];
    }

    /// <summary>A curve through the points.</summary>
    private static float Along(float[] points, float at)
    {
        var i = Math.Clamp((int)at, 0, points.Length - 2);
        float t = at - i, b = points[i], c = points[i + 1];
        float a = i > 0 ? points[i - 1] : 2 * b - c, d = i + 2 < points.Length ? points[i + 2] : 2 * c - b;
        return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}

using OmniReel.Media.Plans;

namespace OmniReel.Media.References;

/// <summary>Adds steps up to a camera's way, smoothed as a head on a tripod is, and names it.</summary>
internal static class WayFinder
{
    /// <summary>Frames on each side over which a way is evened out, twice.</summary>
    private const int Evening = 4;

    /// <summary>Frames from one point of a path to the next.</summary>
    private const int Spacing = 6;

    /// <summary>Share of the frame's width, and growth, below which a camera is taken to stand.</summary>
    private const double LeastWay = 0.012, LeastGrowth = 0.015;

    /// <param name="steps">Of the shot's frames; the first does not count.</param>
    /// <param name="frames">Length of the new shot.</param>
    public static CameraPath Path(IReadOnlyList<Step> steps, int frames)
    {
        double[] x = new double[steps.Count], y = new double[steps.Count], grown = new double[steps.Count];
        for (var i = 1; i < steps.Count; i++)
        {
            // A shift is as large as what is seen of it: at twice the size, twice as far.
            x[i] = x[i - 1] + steps[i].X;
            y[i] = y[i - 1] + steps[i].Y;
            grown[i] = grown[i - 1] + steps[i].Grow;
        }

        var points = Math.Max(2, frames / Spacing + 1);
        return new CameraPath(Points(Evened(x), points), Points(Evened(y), points), [.. Points(Evened(grown), points).Select(g => Math.Round(1 + g + g * g / 2, 4))]);
    }

    public static CameraMove Name(CameraPath path)
    {
        double across = path.X[^1] - path.X[0], down = path.Y[^1] - path.Y[0], growth = path.Zoom[^1] / path.Zoom[0] - 1;
        // A growth of a tenth moves what is at the edge by a twentieth.
        double pan = Math.Abs(across), tilt = Math.Abs(down), zoom = Math.Abs(growth) / 2;
        if (pan < LeastWay && tilt < LeastWay && Math.Abs(growth) < LeastGrowth)
            return Spread(path.X) + Spread(path.Y) + Spread(path.Zoom) / 2 < 2 * LeastWay ? CameraMove.Static : CameraMove.Drift;
        if (zoom >= pan && zoom >= tilt)
            return growth > 0 ? CameraMove.Push : CameraMove.Pull;
        return pan >= tilt ? (across > 0 ? CameraMove.PanLeft : CameraMove.PanRight) : down > 0 ? CameraMove.TiltUp : CameraMove.TiltDown;
    }

    private static double Spread(IReadOnlyList<double> values) => values.Max() - values.Min();

    private static double[] Points(double[] way, int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var at = (double)i / (count - 1) * (way.Length - 1);
        int low = Math.Min((int)at, way.Length - 1), high = Math.Min(low + 1, way.Length - 1);
        return Math.Round(way[low] + (way[high] - way[low]) * (at - low), 4);
    })];

    /// <summary>Beyond its ends a way goes on as it does there, so that neither is pulled in.</summary>
    private static double[] Evened(double[] way)
    {
        for (var round = 0; round < 2; round++)
        {
            var from = way;
            way = [.. from.Select((_, i) => Enumerable.Range(i - Evening, 2 * Evening + 1).Average(n => At(from, n)))];
        }

        return way;
    }

    private static double At(double[] way, int n) =>
        n < 0 ? 2 * way[0] - way[Math.Min(-n, way.Length - 1)]
        : n >= way.Length ? 2 * way[^1] - way[Math.Max(0, 2 * way.Length - 2 - n)]
        : way[n];
}

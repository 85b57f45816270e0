namespace OmniReel.Media.Tests.Obedience;

/// <summary>Where a part of one frame is found in another.</summary>
internal static class BlockMatch
{
    /// <summary>The shift in pixels at which a part of <paramref name="from"/> looks most like <paramref name="to"/>; the smallest of those that are equal.</summary>
    /// <param name="left">The part's sides as shares of the frame.</param>
    public static (int X, int Y) Shift(Gray from, Gray to, (double Left, double Top, double Right, double Bottom) part, int across, int down)
    {
        int x0 = (int)(part.Left * from.Width), x1 = (int)(part.Right * from.Width), y0 = (int)(part.Top * from.Height), y1 = (int)(part.Bottom * from.Height);
        var best = (Cost: double.MaxValue, X: 0, Y: 0);
        for (var dy = -down; dy <= down; dy++)
        for (var dx = -across; dx <= across; dx++)
        {
            if (x0 + dx < 0 || x1 + dx > to.Width || y0 + dy < 0 || y1 + dy > to.Height)
                continue;
            var cost = Cost(dx, dy) + 1e-6 * (dx * dx + dy * dy);
            if (cost < best.Cost)
                best = (cost, dx, dy);
        }

        return (best.X, best.Y);

        double Cost(int dx, int dy)
        {
            long sum = 0;
            for (var y = y0; y < y1; y += 2)
            for (var x = x0; x < x1; x++)
                sum += Math.Abs(from[x, y] - to[x + dx, y + dy]);
            return sum / (double)((x1 - x0) * ((y1 - y0 + 1) / 2));
        }
    }

    /// <summary>How much wider apart two parts beside each other lie than before, as a share of their distance.</summary>
    public static double Growth(Gray from, Gray to, double top, double bottom, int across)
    {
        const double left = 0.20, right = 0.64, wide = 0.16;
        var a = Shift(from, to, (left, top, left + wide, bottom), across, across / 2);
        var b = Shift(from, to, (right, top, right + wide, bottom), across, across / 2);
        return (b.X - a.X) / ((right - left) * from.Width);
    }
}

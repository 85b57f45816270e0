using OmniReel.Media.Frames;

namespace OmniReel.Media.References;

/// <summary>
/// The motion of a whole scene from one small frame to the next: whole steps are tried on the coarsest of three sizes, then least squares on
/// brightness refine shift and growth, in which what moves for itself counts less and less.
/// </summary>
internal sealed class StepFinder
{
    private const int Levels = 3, Rounds = 4;

    /// <summary>Levels of brightness beyond which a pixel is taken to move for itself.</summary>
    private const float Tolerance = 10;

    /// <summary>Of the coarsest frame's sides: as far as a camera goes in a frame.</summary>
    private const float Reach = 0.2f;

    private readonly Level[] _levels = new Level[Levels];

    public StepFinder(I420Frame frame)
    {
        var luma = new float[frame.Width * frame.Height];
        for (var i = 0; i < luma.Length; i++)
            luma[i] = frame.Bytes[i];
        _levels[0] = new Level(frame.Width, frame.Height, luma);
        for (var i = 1; i < Levels; i++)
            _levels[i] = _levels[i - 1].Half();
    }

    /// <summary>From this frame to the next.</summary>
    public Step To(StepFinder next)
    {
        var last = Levels - 1;
        var (x, y) = Search(_levels[last], next._levels[last]);
        var found = new Motion(x, y, 0);
        for (var level = last; level >= 0; level--)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var better = Improved(_levels[level], next._levels[level], found);
                var moved = Math.Abs(better.X - found.X) + Math.Abs(better.Y - found.Y) + Math.Abs(better.Grow - found.Grow) * _levels[level].Width / 2;
                found = better;
                if (moved < 0.004f)
                    break;
            }

            if (level > 0)
                found = found with { X = found.X * 2, Y = found.Y * 2 };
        }

        double width = _levels[0].Width;
        var step = new Step(found.X / width, found.Y / width, found.Grow);
        // Nothing that cameras do from one frame to the next.
        return !double.IsFinite(step.X + step.Y + step.Grow) || Math.Abs(step.X) > 0.25 || Math.Abs(step.Y) > 0.25 || Math.Abs(step.Grow) > 0.12 ? Step.None : step;
    }

    /// <summary>The whole step at which the frames differ least; standing still is preferred.</summary>
    private static (int X, int Y) Search(Level from, Level to)
    {
        int across = Math.Max(1, (int)(from.Width * Reach)), down = Math.Max(1, (int)(from.Height * Reach));
        var (best, found) = (float.MaxValue, (0, 0));
        for (var y = -down; y <= down; y++)
        {
            for (var x = -across; x <= across; x++)
            {
                var difference = Difference(from, to, x, y) * (1 + 0.002f * (Math.Abs(x) + Math.Abs(y))) + 0.01f * (Math.Abs(x) + Math.Abs(y));
                if (difference < best)
                    (best, found) = (difference, (x, y));
            }
        }

        return found;
    }

    private static float Difference(Level from, Level to, int x, int y)
    {
        int left = Math.Max(0, -x), right = Math.Min(from.Width, from.Width - x), top = Math.Max(0, -y), bottom = Math.Min(from.Height, from.Height - y);
        var sum = 0f;
        for (var row = top; row < bottom; row++)
        {
            ReadOnlySpan<float> a = from.Luma.AsSpan(row * from.Width + left, right - left), b = to.Luma.AsSpan((row + y) * to.Width + left + x, right - left);
            for (var i = 0; i < a.Length; i++)
                sum += Math.Min(24, Math.Abs(a[i] - b[i]));
        }

        return sum / ((right - left) * (bottom - top));
    }

    private static Motion Improved(Level from, Level to, Motion now)
    {
        float gg = 0, gx = 0, gy = 0, xx = 0, xy = 0, yy = 0, eg = 0, ex = 0, ey = 0;
        float middleX = (from.Width - 1) / 2f, middleY = (from.Height - 1) / 2f;
        // Large frames are looked at in every other row.
        var stride = from.Width > 100 ? 2 : 1;
        for (var y = 1; y < from.Height - 1; y += stride)
        {
            var v = y - middleY;
            var ty = y + now.Grow * v + now.Y;
            var row = (int)ty;
            if (ty < 1 || row >= to.Height - 2)
                continue;
            var fy = ty - row;
            for (var x = 1; x < from.Width - 1; x++)
            {
                var u = x - middleX;
                var tx = x + now.Grow * u + now.X;
                var column = (int)tx;
                if (tx < 1 || column >= to.Width - 2)
                    continue;
                var fx = tx - column;
                var at = row * to.Width + column;
                float a = to.Luma[at], b = to.Luma[at + 1], c = to.Luma[at + to.Width], d = to.Luma[at + to.Width + 1];
                float above = a + (b - a) * fx, below = c + (d - c) * fx;
                float dx = b - a + (d - c - b + a) * fy, dy = below - above;
                var error = from.Luma[y * from.Width + x] - (above + dy * fy);
                var fits = 1 / (1 + error * error / (Tolerance * Tolerance));
                fits *= fits;
                float dg = dx * u + dy * v, wx = dx * fits, wy = dy * fits, wg = dg * fits;
                gg += dg * wg;
                gx += dx * wg;
                gy += dy * wg;
                xx += dx * wx;
                xy += dx * wy;
                yy += dy * wy;
                eg += error * wg;
                ex += error * wx;
                ey += error * wy;
            }
        }

        return Solved(gg + 1e3f, gx, gy, xx + 10, xy, yy + 10, eg, ex, ey, now);
    }

    /// <summary>Three equations of three unknowns; what cannot be told from the picture stays as it was.</summary>
    private static Motion Solved(double gg, double gx, double gy, double xx, double xy, double yy, double eg, double ex, double ey, Motion now)
    {
        double a = xx * yy - xy * xy, b = gy * xy - gx * yy, c = gx * xy - gy * xx;
        var whole = gg * a + gx * b + gy * c;
        if (Math.Abs(whole) < 1e-6)
            return now;
        var grow = (eg * a + ex * b + ey * c) / whole;
        var x = (eg * b + ex * (gg * yy - gy * gy) + ey * (gx * gy - gg * xy)) / whole;
        var y = (eg * c + ex * (gx * gy - gg * xy) + ey * (gg * xx - gx * gx)) / whole;
        return new Motion(now.X + (float)x, now.Y + (float)y, now.Grow + (float)grow);
    }

    private readonly record struct Motion(float X, float Y, float Grow);

    private sealed record Level(int Width, int Height, float[] Luma)
    {
        public Level Half()
        {
            int width = Width / 2, height = Height / 2;
            var half = new float[width * height];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var at = 2 * y * Width + 2 * x;
                    half[y * width + x] = (Luma[at] + Luma[at + 1] + Luma[at + Width] + Luma[at + Width + 1]) / 4;
                }
            }

            return new Level(width, height, half);
        }
    }
}

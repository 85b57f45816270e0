using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Insets;

/// <summary>One small frame in halves of halves of its size, and the motion from it to the next: least squares on brightness, coarse to fine, in which pixels that do not fit count less and less.</summary>
internal sealed class ShiftFinder
{
    private const int Levels = 3, Rounds = 7;

    /// <summary>Levels of brightness beyond which a pixel is taken to move for itself.</summary>
    private const double Tolerance = 9;

    /// <summary>Mean difference in levels beyond which two frames are of two scenes.</summary>
    private const double Cut = 38;

    private readonly (int Width, int Height, float[] Luma)[] _levels = new (int, int, float[])[Levels];

    public ShiftFinder(I420Frame frame)
    {
        var luma = new float[frame.Width * frame.Height];
        for (var i = 0; i < luma.Length; i++)
            luma[i] = frame.Bytes[i];
        _levels[0] = (frame.Width, frame.Height, luma);
        for (var i = 1; i < Levels; i++)
            _levels[i] = Half(_levels[i - 1]);
    }

    /// <summary>Where this frame's scene is in the next one; none where it is another scene.</summary>
    public Similarity To(ShiftFinder next)
    {
        var found = Similarity.None;
        for (var level = Levels - 1; level >= 0; level--)
        {
            double scale = 1 << level, before = double.MaxValue;
            var here = found with { X = found.X / scale, Y = found.Y / scale };
            for (var round = 0; round < Rounds; round++)
            {
                var (better, difference) = Step(_levels[level], next._levels[level], here);
                if (level == Levels - 1 && round == 0)
                    before = difference;
                if (level == 0 && round == 0 && difference > Cut)
                    return Similarity.None;
                var moved = Math.Abs(better.X - here.X) + Math.Abs(better.Y - here.Y);
                here = better;
                if (moved < 0.003)
                    break;
            }

            found = here with { X = here.X * scale, Y = here.Y * scale };
        }

        // Nothing that cameras do from one frame to the next.
        return Math.Abs(found.Grow) > 0.12 || Math.Abs(found.Turn) > 0.12 || Math.Abs(found.X) > _levels[0].Width * 0.2 || Math.Abs(found.Y) > _levels[0].Height * 0.2 ? Similarity.None : found;
    }

    private static (Similarity Better, double Difference) Step((int Width, int Height, float[] Luma) from, (int Width, int Height, float[] Luma) to, Similarity now)
    {
        Span<double> sums = stackalloc double[14];
        double difference = 0, count = 1e-9, cx = from.Width / 2.0, cy = from.Height / 2.0;
        for (var y = 2; y < from.Height - 2; y++)
        {
            for (var x = 2; x < from.Width - 2; x++)
            {
                double u = x - cx, v = y - cy;
                double tx = x + now.Grow * u - now.Turn * v + now.X, ty = y + now.Turn * u + now.Grow * v + now.Y;
                if (tx < 1 || ty < 1 || tx >= to.Width - 2 || ty >= to.Height - 2)
                    continue;
                var (value, gx, gy) = Sample(to, tx, ty);
                var error = from.Luma[y * from.Width + x] - value;
                difference += Math.Abs(error);
                count++;
                var fits = 1 / (1 + error * error / (Tolerance * Tolerance));
                Add(sums, gx * u + gy * v, gy * u - gx * v, gx, gy, error, fits * fits);
            }
        }

        return (Solved(sums, now), difference / count);
    }

    private static void Add(Span<double> sums, double a, double b, double c, double d, double error, double weight)
    {
        ReadOnlySpan<double> row = [a, b, c, d];
        var at = 0;
        for (var i = 0; i < 4; i++)
        {
            for (var j = i; j < 4; j++)
                sums[at++] += row[i] * row[j] * weight;
        }

        for (var i = 0; i < 4; i++)
            sums[10 + i] += row[i] * error * weight;
    }

    /// <summary>The four unknowns by elimination; what cannot be told from the picture stays 0.</summary>
    private static Similarity Solved(ReadOnlySpan<double> sums, Similarity now)
    {
        Span<double> m =
        [
            sums[0] + 1, sums[1], sums[2], sums[3], sums[10],
            sums[1], sums[4] + 1, sums[5], sums[6], sums[11],
            sums[2], sums[5], sums[7] + 1e-3, sums[8], sums[12],
            sums[3], sums[6], sums[8], sums[9] + 1e-3, sums[13],
        ];
        for (var i = 0; i < 4; i++)
        {
            for (var j = i + 1; j < 4; j++)
            {
                var share = m[j * 5 + i] / m[i * 5 + i];
                for (var k = i; k < 5; k++)
                    m[j * 5 + k] -= share * m[i * 5 + k];
            }
        }

        Span<double> found = stackalloc double[4];
        for (var i = 3; i >= 0; i--)
        {
            var rest = m[i * 5 + 4];
            for (var k = i + 1; k < 4; k++)
                rest -= m[i * 5 + k] * found[k];
            found[i] = rest / m[i * 5 + i];
        }

        return new(now.Grow + found[0], now.Turn + found[1], now.X + found[2], now.Y + found[3]);
    }

    private static (double Value, double X, double Y) Sample((int Width, int Height, float[] Luma) level, double x, double y)
    {
        int column = (int)x, row = (int)y;
        double u = x - column, v = y - row;
        var at = row * level.Width + column;
        double a = level.Luma[at], b = level.Luma[at + 1], c = level.Luma[at + level.Width], d = level.Luma[at + level.Width + 1];
        return ((a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v, (b - a) * (1 - v) + (d - c) * v, (c - a) * (1 - u) + (d - b) * u);
    }

    private static (int Width, int Height, float[] Luma) Half((int Width, int Height, float[] Luma) level)
    {
        int width = level.Width / 2, height = level.Height / 2;
        var luma = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = 2 * y * level.Width + 2 * x;
                luma[y * width + x] = (level.Luma[at] + level.Luma[at + 1] + level.Luma[at + level.Width] + level.Luma[at + level.Width + 1]) / 4;
            }
        }

        return (width, height, luma);
    }
}

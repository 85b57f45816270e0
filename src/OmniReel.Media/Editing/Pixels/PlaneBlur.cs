using System.Runtime.Intrinsics;

namespace OmniReel.Media.Editing.Pixels;

/// <summary>Gaussian and box blurs of planes. What is beyond an edge is as the edge.</summary>
internal static unsafe class PlaneBlur
{
    /// <summary>From here on boxes stand in for the bell, at a price that does not grow.</summary>
    private const float Wide = 4.5f;

    /// <param name="sigma">Pixels.</param>
    /// <param name="target">May be the source.</param>
    /// <param name="scratch">Neither of them.</param>
    public static void Gauss(Plane source, Plane target, Plane scratch, float sigma)
    {
        if (sigma >= Wide)
        {
            // Three boxes of one width have the variance of the bell.
            var radius = Math.Max(1, (int)MathF.Round((MathF.Sqrt(4 * sigma * sigma + 1) - 1) / 2));
            Box(source, target, scratch, radius);
            Box(target, target, scratch, radius);
            Box(target, target, scratch, radius);
            return;
        }

        var reach = Math.Max(1, (int)MathF.Ceiling(sigma * 2.6f));
        var bell = stackalloc float[reach + 1];
        var sum = 0f;
        for (var i = 0; i <= reach; i++)
        {
            bell[i] = MathF.Exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? bell[i] : 2 * bell[i];
        }

        for (var i = 0; i <= reach; i++)
            bell[i] /= sum;
        Down(source, scratch, bell, reach);
        scratch.Extend();
        Across(scratch, target, bell, reach);
    }

    /// <summary>The mean of a square of 2·radius + 1.</summary>
    /// <param name="target">May be the source.</param>
    /// <param name="scratch">Neither of them.</param>
    public static void Box(Plane source, Plane target, Plane scratch, int radius)
    {
        BoxAcross(source, scratch, radius);
        BoxDown(scratch, target, radius);
    }

    private static void Down(Plane source, Plane target, float* bell, int reach)
    {
        var rows = stackalloc float*[2 * reach + 1];
        for (var y = 0; y < source.Height; y++)
        {
            for (var i = -reach; i <= reach; i++)
                rows[i + reach] = source.NearRow(y + i);
            var to = target.Row(y);
            for (var x = 0; x < source.Width; x += 8)
            {
                var sum = Vector256.Load(rows[reach] + x) * bell[0];
                for (var i = 1; i <= reach; i++)
                    sum += (Vector256.Load(rows[reach - i] + x) + Vector256.Load(rows[reach + i] + x)) * bell[i];
                sum.Store(to + x);
            }
        }
    }

    private static void Across(Plane source, Plane target, float* bell, int reach)
    {
        for (var y = 0; y < source.Height; y++)
        {
            float* from = source.Row(y), to = target.Row(y);
            for (var x = 0; x < source.Width; x += 8)
            {
                var sum = Vector256.Load(from + x) * bell[0];
                for (var i = 1; i <= reach; i++)
                    sum += (Vector256.Load(from + x - i) + Vector256.Load(from + x + i)) * bell[i];
                sum.Store(to + x);
            }
        }
    }

    private static void BoxAcross(Plane source, Plane target, int radius)
    {
        var share = 1f / (2 * radius + 1);
        var last = source.Width - 1;
        for (var y = 0; y < source.Height; y++)
        {
            float* from = source.Row(y), to = target.Row(y);
            double sum = from[0] * (double)(radius + 1);
            for (var i = 1; i <= radius; i++)
                sum += from[Math.Min(i, last)];
            for (var x = 0; x <= last; x++)
            {
                to[x] = (float)sum * share;
                sum += from[Math.Min(x + radius + 1, last)] - (double)from[Math.Max(x - radius, 0)];
            }
        }
    }

    private static void BoxDown(Plane source, Plane target, int radius)
    {
        var share = 1f / (2 * radius + 1);
        var sums = stackalloc float[64];
        // Columns in blocks that stay in the cache.
        for (var left = 0; left < source.Width; left += 64)
        {
            for (var x = 0; x < 64; x += 8)
                (Vector256.Load(source.Row(0) + left + x) * (radius + 1)).Store(sums + x);
            for (var i = 1; i <= radius; i++)
                Add(sums, source.NearRow(i) + left);
            for (var y = 0; y < source.Height; y++)
            {
                float* to = target.Row(y) + left, enter = source.NearRow(y + radius + 1) + left, leave = source.NearRow(y - radius) + left;
                for (var x = 0; x < 64; x += 8)
                {
                    var sum = Vector256.Load(sums + x);
                    (sum + Vector256.Load(enter + x) - Vector256.Load(leave + x)).Store(sums + x);
                    (sum * share).Store(to + x);
                }
            }
        }
    }

    private static void Add(float* sums, float* row)
    {
        for (var x = 0; x < 64; x += 8)
            (Vector256.Load(sums + x) + Vector256.Load(row + x)).Store(sums + x);
    }
}

using System.Runtime.Intrinsics;

namespace OmniReel.Media.Editing.Pixels;

/// <summary>The direction that a picture's edges run in, everywhere: what brushes and pens follow.</summary>
internal static unsafe class Flow
{
    /// <summary>Unit vectors along the edges, from the smoothed structure tensor of the luma.</summary>
    /// <param name="luma">Extended.</param>
    /// <param name="along">Gets their horizontal parts.</param>
    /// <param name="down">Gets their vertical parts.</param>
    /// <param name="sigma">Pixels over which directions agree with each other.</param>
    public static void Along(Plane luma, Plane along, Plane down, Plane third, Plane scratch, float sigma)
    {
        for (var y = 0; y < luma.Height; y++)
        {
            float* above = luma.NearRow(y - 1), row = luma.Row(y), below = luma.NearRow(y + 1);
            float* e = along.Row(y), g = down.Row(y), f = third.Row(y);
            for (var x = 0; x < luma.Width; x += 8)
            {
                var dx = (At(above, x + 1) - At(above, x - 1)) + ((At(row, x + 1) - At(row, x - 1)) * 2f) + (At(below, x + 1) - At(below, x - 1));
                var dy = (At(below, x - 1) - At(above, x - 1)) + ((At(below, x) - At(above, x)) * 2f) + (At(below, x + 1) - At(above, x + 1));
                (dx * dx).Store(e + x);
                (dy * dy).Store(g + x);
                (dx * dy).Store(f + x);
            }
        }

        PlaneBlur.Gauss(along, along, scratch, sigma);
        PlaneBlur.Gauss(down, down, scratch, sigma);
        PlaneBlur.Gauss(third, third, scratch, sigma);
        for (var y = 0; y < luma.Height; y++)
        {
            float* e = along.Row(y), g = down.Row(y), f = third.Row(y);
            for (var x = 0; x < luma.Width; x += 8)
            {
                Vector256<float> xx = Vector256.Load(e + x), yy = Vector256.Load(g + x), xy = Vector256.Load(f + x);
                var half = (xx - yy) * 0.5f;
                var strong = ((xx + yy) * 0.5f) + Vector256.Sqrt((half * half) + (xy * xy));
                // The eigenvector of the weaker one; where nothing runs anywhere, across.
                Vector256<float> tx = strong - xx + Vector256.Create(1e-7f), ty = -xy;
                var length = Vector256.Sqrt((tx * tx) + (ty * ty)) + Vector256.Create(1e-12f);
                (tx / length).Store(e + x);
                (ty / length).Store(g + x);
            }
        }
    }

    /// <summary>The mean of a plane along the flow, so many steps either way.</summary>
    /// <param name="stride">Pixels of a step.</param>
    public static void Smooth(Plane source, Plane along, Plane down, Plane target, int steps, float stride = 1.3f)
    {
        for (var y = 0; y < source.Height; y++)
        {
            var to = target.Row(y);
            for (var x = 0; x < source.Width; x++)
                to[x] = Mean(source, along, down, x, y, steps, stride);
        }
    }

    private static float Mean(Plane source, Plane along, Plane down, int x, int y, int steps, float stride)
    {
        float sum = source.Row(y)[x], weight = 1;
        for (var side = -1; side <= 1; side += 2)
        {
            float px = x + 0.5f, py = y + 0.5f;
            float dx = along.Row(y)[x] * side * stride, dy = down.Row(y)[x] * side * stride;
            for (var i = 1; i <= steps; i++)
            {
                px += dx;
                py += dy;
                int column = (int)px, row = (int)py;
                if ((uint)column >= (uint)source.Width || (uint)row >= (uint)source.Height)
                    break;
                var share = 1 - i / (steps + 1f);
                sum += source.Row(row)[column] * share;
                weight += share;
                float nx = along.Row(row)[column], ny = down.Row(row)[column];
                var sign = nx * dx + ny * dy < 0 ? -stride : stride;
                (dx, dy) = (nx * sign, ny * sign);
            }
        }

        return sum / weight;
    }

    private static Vector256<float> At(float* row, int x) => Vector256.Load(row + x);
}

using System.Runtime.Intrinsics;

namespace OmniReel.Media.Editing.Pixels;

/// <summary>
/// Smooths like a brush: each pixel takes the mean of that of eight neighbourhoods around it which is the most uniform, so that patches
/// become flat and edges become sharp. The eight overlap and are weighed, so that nothing jumps.
/// </summary>
internal static unsafe class Kuwahara
{
    /// <param name="color">Red, green and blue; smoothed in place.</param>
    /// <param name="scratch">Five planes besides.</param>
    /// <param name="radius">Pixels, at most a third of <see cref="Plane.Margin"/>.</param>
    /// <param name="sharp">How much more than its neighbours the most uniform one counts: 2 is soft, 4 like paper cut.</param>
    public static void Run(ReadOnlySpan<Plane> color, ReadOnlySpan<Plane> scratch, int radius, int sharp)
    {
        var (red, green, blue) = (color[0], color[1], color[2]);
        Plane luma = scratch[0], square = scratch[1], box = scratch[2];
        for (var y = 0; y < red.Height; y++)
        {
            float* r = red.Row(y), g = green.Row(y), b = blue.Row(y), l = luma.Row(y), s = square.Row(y);
            for (var x = 0; x < red.Width; x += 8)
            {
                var value = (Vector256.Load(r + x) * 0.3f) + (Vector256.Load(g + x) * 0.55f) + (Vector256.Load(b + x) * 0.15f);
                value.Store(l + x);
                (value * value).Store(s + x);
            }
        }

        foreach (var plane in (Plane[])[luma, square, red, green, blue])
        {
            PlaneBlur.Box(plane, plane, box, radius);
            plane.Extend();
        }

        Weigh(red, green, blue, luma, square, [box, scratch[3], scratch[4]], radius, sharp);
    }

    private static void Weigh(Plane red, Plane green, Plane blue, Plane luma, Plane square, Plane[] results, int radius, int sharp)
    {
        ReadOnlySpan<(int X, int Y)> places = [(radius, 0), (-radius, 0), (0, radius), (0, -radius), (Side(radius), Side(radius)), (-Side(radius), Side(radius)), (Side(radius), -Side(radius)), (-Side(radius), -Side(radius))];
        for (var y = 0; y < red.Height; y++)
        {
            float* outRed = results[0].Row(y), outGreen = results[1].Row(y), outBlue = results[2].Row(y);
            for (var x = 0; x < red.Width; x += 8)
            {
                Vector256<float> r = default, g = default, b = default, total = default;
                foreach (var (dx, dy) in places)
                {
                    var row = y + dy;
                    var mean = Vector256.Load(luma.NearRow(row) + x + dx);
                    var spread = Vector256.Abs(Vector256.Load(square.NearRow(row) + x + dx) - (mean * mean)) + Vector256.Create(2e-4f);
                    var weight = Vector256<float>.One / spread;
                    weight *= weight;
                    if (sharp > 2)
                        weight *= weight;
                    total += weight;
                    r += weight * Vector256.Load(red.NearRow(row) + x + dx);
                    g += weight * Vector256.Load(green.NearRow(row) + x + dx);
                    b += weight * Vector256.Load(blue.NearRow(row) + x + dx);
                }

                (r / total).Store(outRed + x);
                (g / total).Store(outGreen + x);
                (b / total).Store(outBlue + x);
            }
        }

        Copy(results[0], red);
        Copy(results[1], green);
        Copy(results[2], blue);
    }

    private static int Side(int radius) => Math.Max(1, (int)MathF.Round(radius * 0.707f));

    private static void Copy(Plane source, Plane target)
    {
        for (var y = 0; y < source.Height; y++)
            new Span<float>(source.Row(y), source.Width).CopyTo(new Span<float>(target.Row(y), target.Width));
    }
}

using SkiaSharp;

namespace OmniReel.Media.Tests.Obedience;

/// <summary>Connected pixels of one kind.</summary>
internal static class Blobs
{
    public readonly record struct Blob(int Pixels, double X, double Y);

    /// <summary>Those of at least <paramref name="least"/> pixels; their middles as shares of the frame.</summary>
    public static List<Blob> Of(SKColor[] frame, int width, Func<SKColor, bool> counts, int least)
    {
        var height = frame.Length / width;
        var left = frame.Select(counts).ToArray();
        var found = new List<Blob>();
        var open = new Stack<int>();
        for (var start = 0; start < left.Length; start++)
        {
            if (!left[start])
                continue;
            open.Push(start);
            left[start] = false;
            int pixels = 0;
            long x = 0, y = 0;
            while (open.TryPop(out var at))
            {
                (pixels, x, y) = (pixels + 1, x + at % width, y + at / width);
                for (var side = 0; side < 4; side++)
                {
                    var next = side switch { 0 => at % width > 0 ? at - 1 : -1, 1 => at % width < width - 1 ? at + 1 : -1, 2 => at - width, _ => at + width };
                    if (next < 0 || next >= left.Length || !left[next])
                        continue;
                    left[next] = false;
                    open.Push(next);
                }
            }

            if (pixels >= least)
                found.Add(new Blob(pixels, (double)x / pixels / width, (double)y / pixels / height));
        }

        return found;
    }

    public static bool IsRed(SKColor c) => c.Red > 90 && c.Red - Math.Max(c.Green, c.Blue) > 50 && Math.Abs(c.Green - c.Blue) < 60;
}

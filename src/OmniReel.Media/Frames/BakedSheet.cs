using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>What stays the same during a shot at one depth, drawn once and cut to what is there. Threads may share it.</summary>
internal sealed class BakedSheet : IDisposable
{
    /// <summary>A transparent border keeps edges smooth when the sheet is moved by parts of a pixel.</summary>
    private const int Border = 1;

    /// <summary>Large sheets are drawn in this many bands at once: the sky is most of what baking takes.</summary>
    private const int LargeSheetBands = 4;

    /// <summary>Pixels from which bands are worth their while.</summary>
    private const int LargeSheet = 1 << 18;

    private BakedSheet(PixelBlock pixels, RowRuns runs, int left, int top)
    {
        Pixels = pixels;
        Runs = runs;
        Left = left;
        Top = top;
    }

    public PixelBlock Pixels { get; }

    public RowRuns Runs { get; }

    /// <summary>Stage pixel of the first column.</summary>
    public int Left { get; }

    /// <summary>Stage pixel of the first row.</summary>
    public int Top { get; }

    /// <summary>Draws the layers in order; null when they have nothing within reach of the camera.</summary>
    /// <param name="threads">Most threads to use; the pixels are the same with any number.</param>
    public static BakedSheet? Of(IReadOnlyList<Layer> layers, Stage stage, Moment moment, int threads = 1)
    {
        var box = layers.Select(layer => layer.Bounds(stage)).Aggregate(SKRect.Union);
        if (!box.IntersectsWith(stage.Reach))
            return null;
        box.Intersect(stage.Reach);
        int left = (int)MathF.Floor(box.Left) - Border, top = (int)MathF.Floor(box.Top) - Border;
        var pixels = new PixelBlock((int)MathF.Ceiling(box.Right) + Border - left, (int)MathF.Ceiling(box.Bottom) + Border - top);
        // The number of bands must not follow the number of threads: smooth edges may round otherwise beside a clip.
        var bands = pixels.Width * pixels.Height > LargeSheet ? LargeSheetBands : 1;
        Parallel.For(0, bands, new ParallelOptions { MaxDegreeOfParallelism = threads }, band =>
        {
            int from = Math.Max(Border, pixels.Height * band / bands);
            int to = Math.Min(pixels.Height - Border, pixels.Height * (band + 1) / bands);
            using var surface = pixels.Surface();
            surface.Canvas.ClipRect(new SKRect(Border, from, pixels.Width - Border, to));
            surface.Canvas.Translate(-left, -top);
            foreach (var layer in layers)
            {
                surface.Canvas.Save();
                layer.Draw(surface.Canvas, moment);
                surface.Canvas.Restore();
            }
        });
        return new BakedSheet(pixels, RowRuns.Scan(pixels), left, top);
    }

    /// <summary>True when nothing behind shows through anywhere in the box but its outermost pixels.</summary>
    public bool Covers(SKRect box)
    {
        int from = (int)box.Left + 2 - Left, to = (int)box.Right - 2 - Left;
        int first = (int)box.Top + 2 - Top, last = (int)box.Bottom - 2 - Top;
        if (first < 0 || last > Pixels.Height - 1)
            return false;
        for (var row = first; row < last; row++)
        {
            var covered = false;
            foreach (var run in Runs.Of(row))
                covered |= run.Opaque && run.From <= from && run.To >= to;
            if (!covered)
                return false;
        }

        return true;
    }

    public void Dispose() => Pixels.Dispose();
}

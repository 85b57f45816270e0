using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>What stays the same during a shot at one depth, drawn once and cut to what is there. Threads may share it.</summary>
internal sealed class BakedSheet : IDisposable
{
    /// <summary>A transparent border keeps edges smooth when the sheet is moved by parts of a pixel.</summary>
    public const int Border = 1;

    public BakedSheet(PixelBlock pixels, int left, int top)
    {
        Pixels = pixels;
        Runs = RowRuns.Scan(pixels);
        Left = left;
        Top = top;
    }

    public PixelBlock Pixels { get; }

    public RowRuns Runs { get; }

    /// <summary>Stage pixel of the first column.</summary>
    public int Left { get; }

    /// <summary>Stage pixel of the first row.</summary>
    public int Top { get; }

    /// <summary>Stage pixels that the sheet covers.</summary>
    public SKRect Box => SKRect.Create(Left, Top, Pixels.Width, Pixels.Height);

    /// <summary>Draws the layers in order; null when they have nothing within reach of the camera.</summary>
    public static BakedSheet? Of(IReadOnlyList<Layer> layers, Stage stage, Moment moment)
    {
        var drawing = SheetDrawing.Of(layers, stage, moment);
        for (var band = 0; band < drawing?.Bands; band++)
            drawing.Draw(band);
        return drawing?.Sheet;
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

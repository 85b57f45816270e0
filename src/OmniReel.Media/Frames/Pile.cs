using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// Sheets of one puppet that lie over each other with a light behind them: where two overlap it is darker. Holds from
/// <see cref="On"/> until it is disposed of; what lies outside of the box, or was there before, is background and no sheet.
/// Canvases that are no frames know no piles: there a sheet hides what is below it.
/// </summary>
internal readonly ref struct Pile
{
    private readonly FrameCanvas? _frame;
    private readonly SKRectI _box;

    private Pile(FrameCanvas frame, SKRectI box)
    {
        (_frame, _box) = (frame, box);
        frame.BeginPile(box);
    }

    /// <param name="box">All that the sheets can touch, in the canvas's own coordinates.</param>
    public static Pile On(SKCanvas canvas, SKRect box)
    {
        if (canvas is not FrameCanvas frame)
            return default;
        var seen = SKRectI.Ceiling(canvas.TotalMatrix.MapRect(box), true);
        seen.Inflate(1, 1);
        return seen.IntersectsWith(canvas.DeviceClipBounds) ? new Pile(frame, SKRectI.Intersect(seen, canvas.DeviceClipBounds)) : default;
    }

    public void Dispose() => _frame?.EndPile(_box);
}

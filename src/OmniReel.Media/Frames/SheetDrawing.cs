using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// A sheet while it is drawn: bands that any threads may take in any order, each once. Whoever draws the last band has
/// finished the sheet.
/// </summary>
internal sealed class SheetDrawing : IDisposable
{
    /// <summary>Large sheets are drawn in this many bands at once: the sky is most of what baking takes.</summary>
    private const int LargeSheetBands = 4;

    /// <summary>Pixels from which bands are worth their while.</summary>
    private const int LargeSheet = 1 << 18;

    private readonly IReadOnlyList<Layer> _layers;
    private readonly Moment _moment;
    private readonly PixelBlock _pixels;
    private readonly int _left;
    private readonly int _top;
    private int _bandsLeft;

    private SheetDrawing(IReadOnlyList<Layer> layers, SKRect box, Moment moment)
    {
        (_layers, _moment) = (layers, moment);
        _left = (int)MathF.Floor(box.Left) - BakedSheet.Border;
        _top = (int)MathF.Floor(box.Top) - BakedSheet.Border;
        _pixels = new PixelBlock(
            (int)MathF.Ceiling(box.Right) + BakedSheet.Border - _left, (int)MathF.Ceiling(box.Bottom) + BakedSheet.Border - _top);
        // The number of bands must not follow the number of threads: smooth edges may round otherwise beside a clip.
        Bands = _bandsLeft = _pixels.Width * _pixels.Height > LargeSheet ? LargeSheetBands : 1;
    }

    public int Bands { get; }

    /// <summary>The finished sheet; null until its last band is drawn.</summary>
    public BakedSheet? Sheet { get; private set; }

    /// <summary>Null when the layers have nothing within reach of the camera.</summary>
    public static SheetDrawing? Of(IReadOnlyList<Layer> layers, Stage stage, Moment moment)
    {
        var box = layers.Select(layer => layer.Bounds(stage)).Aggregate(SKRect.Union);
        if (!box.IntersectsWith(stage.Reach))
            return null;
        box.Intersect(stage.Reach);
        return new SheetDrawing(layers, box, moment);
    }

    /// <summary>Draws one band, all layers in order.</summary>
    public void Draw(int band)
    {
        int from = Math.Max(BakedSheet.Border, _pixels.Height * band / Bands);
        int to = Math.Min(_pixels.Height - BakedSheet.Border, _pixels.Height * (band + 1) / Bands);
        using (var surface = _pixels.Surface())
        {
            surface.Canvas.ClipRect(new SKRect(BakedSheet.Border, from, _pixels.Width - BakedSheet.Border, to));
            surface.Canvas.Translate(-_left, -_top);
            foreach (var layer in _layers)
            {
                surface.Canvas.Save();
                layer.Draw(surface.Canvas, _moment);
                surface.Canvas.Restore();
            }
        }

        if (Interlocked.Decrement(ref _bandsLeft) == 0)
            Sheet = new BakedSheet(_pixels, _left, _top);
    }

    /// <summary>For a drawing that was given up; a finished sheet goes with it.</summary>
    public void Dispose() => _pixels.Dispose();
}

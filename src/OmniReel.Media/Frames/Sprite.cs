using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// A part cut once and then only moved: an image that remembers where it lay. Immutable, so threads may share it.
/// Premultiplied BGRA with a transparent margin, so that its edges stay smooth when it turns.
/// </summary>
public sealed class Sprite : IDisposable
{
    private const int Margin = 2;

    /// <summary>Pixels from which it pays to know which of them are opaque.</summary>
    private const int Large = 1 << 15;

    private static readonly SKSamplingOptions Linear = new(SKFilterMode.Linear);

    private readonly PixelBlock _pixels;
    private readonly SKImage _image;
    private readonly Octagon _drawn;
    private readonly Lazy<BakedSheet>? _sheet;
    private readonly SKRect _place;
    private readonly SKMatrix _toPlace;
    private bool _disposed;

    private Sprite(PixelBlock pixels, int left, int top, float scale)
    {
        _pixels = pixels;
        _image = pixels.Image();
        _drawn = Octagon.Around(pixels);
        _place = new SKRect(left / scale, top / scale, (left + pixels.Width) / scale, (top + pixels.Height) / scale);
        _toPlace = SKMatrix.CreateScaleTranslation(1 / scale, 1 / scale, _place.Left, _place.Top);
        if (scale == 1 && pixels.Width * pixels.Height > Large)
            _sheet = new Lazy<BakedSheet>(() => new BakedSheet(pixels, left, top));
    }

    /// <summary>What the sprite covers in the coordinates it was drawn in, margin included.</summary>
    public SKRect Bounds => _place;

    /// <summary>Draws a part once and keeps the picture.</summary>
    /// <param name="stage">The frame; sprites larger than four frames are refused as a mistake of scale.</param>
    /// <param name="boundsPixels">All that <paramref name="draw"/> may touch, shadows included, in the coordinates it draws in.</param>
    /// <param name="draw">Draws the part in its own coordinates.</param>
    /// <param name="scale">Picture pixels per coordinate: above 1 keeps a part sharp that is enlarged later.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are empty, or larger than four frames.</exception>
    public static Sprite Bake(Stage stage, SKRect boundsPixels, Action<SKCanvas> draw, float scale = 1)
    {
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        int left = (int)MathF.Floor(boundsPixels.Left * scale) - Margin, top = (int)MathF.Floor(boundsPixels.Top * scale) - Margin;
        int right = (int)MathF.Ceiling(boundsPixels.Right * scale) + Margin, bottom = (int)MathF.Ceiling(boundsPixels.Bottom * scale) + Margin;
        var limit = 4.0 * stage.Width * stage.Height * scale * scale;
        if (boundsPixels.Width <= 0 || boundsPixels.Height <= 0 || (double)(right - left) * (bottom - top) > limit)
            throw new ArgumentOutOfRangeException(nameof(boundsPixels), boundsPixels, "A sprite covers at least a pixel and at most four frames.");

        var pixels = new PixelBlock(right - left, bottom - top);
        using (var surface = pixels.Surface())
        {
            surface.Canvas.Translate(-left, -top);
            surface.Canvas.Scale(scale);
            draw(surface.Canvas);
        }

        return new Sprite(pixels, left, top, scale);
    }

    /// <summary>Draws the picture where <paramref name="matrix"/> takes the coordinates that it was baked in.</summary>
    /// <param name="paint">Opacity, blend mode or colour filter; null draws it as it is.</param>
    public void Draw(SKCanvas canvas, SKMatrix matrix, SKPaint? paint = null)
    {
        if (canvas is not FrameCanvas frame || !TryLay(frame, matrix, paint))
        {
            canvas.Save();
            canvas.Concat(matrix);
            canvas.DrawImage(_image, _place, Linear, paint);
            canvas.Restore();
        }

        // A sprite that is drawn once and dropped must not be collected while its pixels are read.
        GC.KeepAlive(this);
    }

    /// <summary>Draws the picture as a sheet of a <see cref="Pile"/>.</summary>
    /// <param name="sheer">Of 256: how far the sheets below shine through; 0 hides them; below 0, and is not seen through those above.</param>
    internal void Lay(SKCanvas canvas, SKMatrix matrix, int sheer)
    {
        if (sheer == 0 || canvas is not FrameCanvas frame || !frame.TryLay(_pixels, _drawn, matrix.PreConcat(_toPlace), null, sheer))
            Draw(canvas, matrix);
        GC.KeepAlive(this);
    }

    /// <summary>The picture as paint, in the coordinates that it was baked in; clear outside of it.</summary>
    internal SKShader Shader()
    {
        var shader = _image.ToShader(SKShaderTileMode.Decal, SKShaderTileMode.Decal, Linear, _toPlace);
        GC.KeepAlive(this);
        return shader;
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _image.Dispose();
        _pixels.Dispose();
    }

    private bool TryLay(FrameCanvas frame, in SKMatrix matrix, SKPaint? paint) =>
        (_sheet is not null && paint is null && frame.TryLay(_sheet, matrix))
        || frame.TryLay(_pixels, _drawn, matrix.PreConcat(_toPlace), paint);

    private long Weight => 4L * _pixels.Width * _pixels.Height;
}

using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// A part cut once and then only moved: an image that remembers where it lay. Immutable, so threads may share it.
/// Premultiplied BGRA with a transparent margin, so that its edges stay smooth when it turns.
/// </summary>
public sealed class Sprite : IDisposable
{
    private const int Margin = 2;

    private static readonly SKSamplingOptions Linear = new(SKFilterMode.Linear);

    private readonly SKImage _image;
    private readonly SKRect _place;
    private readonly int _width, _height;
    private bool _disposed;

    private Sprite(SKImage image, SKRect place)
    {
        _image = image;
        _place = place;
        (_width, _height) = (image.Width, image.Height);
        // Layers keep sprites in closures and nobody disposes of those: the collector must know what they weigh.
        GC.AddMemoryPressure(Weight);
    }

    ~Sprite() => GC.RemoveMemoryPressure(Weight);

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

        var info = new SKImageInfo(right - left, bottom - top, SKColorType.Bgra8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Translate(-left, -top);
        surface.Canvas.Scale(scale);
        draw(surface.Canvas);
        return new Sprite(surface.Snapshot(), new SKRect(left / scale, top / scale, right / scale, bottom / scale));
    }

    /// <summary>Draws the picture where <paramref name="matrix"/> takes the coordinates that it was baked in.</summary>
    /// <param name="paint">Opacity, blend mode or colour filter; null draws it as it is.</param>
    public void Draw(SKCanvas canvas, SKMatrix matrix, SKPaint? paint = null)
    {
        canvas.Save();
        canvas.Concat(matrix);
        canvas.DrawImage(_image, _place, Linear, paint);
        canvas.Restore();
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        GC.RemoveMemoryPressure(Weight);
        GC.SuppressFinalize(this);
        _image.Dispose();
    }

    private long Weight => 4L * _width * _height;
}

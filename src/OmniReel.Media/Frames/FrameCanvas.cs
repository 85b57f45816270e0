using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// A canvas over pixels that are within our reach as well: sprites, most of what moves in a frame, are laid by wide vectors
/// of our own, which Skia's builds lack. Layers of a canvas (<c>SaveLayer</c>) would be passed by, and are banned.
/// </summary>
internal sealed class FrameCanvas : SKCanvas
{
    private readonly PixelBlock _pixels;
    private readonly SKBitmap _bitmap;
    private readonly SheetBlit _sheets;
    private bool _piles;

    /// <param name="pixels">Must outlive the canvas.</param>
    public FrameCanvas(PixelBlock pixels)
        : this(pixels, pixels.Bitmap())
    {
    }

    private FrameCanvas(PixelBlock pixels, SKBitmap bitmap)
        : base(bitmap)
    {
        (_pixels, _bitmap) = (pixels, bitmap);
        _sheets = new SheetBlit(pixels);
    }

    /// <summary>Lays a large sprite that is neither turned nor made smaller.</summary>
    /// <param name="sheet">The sprite's pixels; looked at closer when it is first laid so.</param>
    /// <returns>False when it is slanted or clipped.</returns>
    public bool TryLay(Lazy<BakedSheet> sheet, in SKMatrix matrix)
    {
        var toFrame = TotalMatrix.PreConcat(matrix);
        if (toFrame is not { SkewX: 0, SkewY: 0, Persp0: 0, Persp1: 0, Persp2: 1, ScaleX: >= 1, ScaleY: >= 1 }
            || !IsClipRect || DeviceClipBounds != new SKRectI(0, 0, _pixels.Width, _pixels.Height))
            return false;
        _sheets.Lay(sheet.Value, toFrame);
        return true;
    }

    /// <summary>Lays a picture where the canvas's own matrix after <paramref name="matrix"/> takes its pixels.</summary>
    /// <param name="sheer">See <see cref="Sprite.Lay"/>.</param>
    /// <returns>False when it is not for us: another blend, a slanted clip, perspective.</returns>
    public bool TryLay(PixelBlock picture, in Octagon drawn, in SKMatrix matrix, SKPaint? paint, int sheer = 0)
    {
        if (!IsClipRect || (paint is not null && !OnlyFades(paint)))
            return false;
        var toFrame = TotalMatrix.PreConcat(matrix);
        if (toFrame is not { Persp0: 0, Persp1: 0, Persp2: 1 })
            return false;
        var box = SKRectI.Ceiling(toFrame.MapRect(SKRect.Create(picture.Width, picture.Height)), true);
        box.Inflate(1, 1);
        box.Intersect(DeviceClipBounds);
        var alpha = paint?.Color.Alpha ?? 255;
        if (!drawn.IsEmpty && !box.IsEmpty && Slant.Of(toFrame) is { } slant)
            SlantedBlit.Lay(picture, drawn, slant, alpha + (alpha >> 7), box, _pixels, _piles ? sheer : 0);
        return true;
    }

    /// <summary>From now on sheets of a pile are told from what was in the box before.</summary>
    public void BeginPile(SKRectI box)
    {
        _piles = true;
        SheerBlend.Cover(_pixels, box.Left, box.Top, box.Right, box.Bottom, covered: false);
    }

    /// <summary>What lies there is a picture again.</summary>
    public void EndPile(SKRectI box)
    {
        _piles = false;
        SheerBlend.Cover(_pixels, box.Left, box.Top, box.Right, box.Bottom, covered: true);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        _bitmap.Dispose();
        _sheets.Dispose();
    }

    private static bool OnlyFades(SKPaint paint) =>
        paint is { BlendMode: SKBlendMode.SrcOver, Shader: null, ColorFilter: null, ImageFilter: null, MaskFilter: null };
}

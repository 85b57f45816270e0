using System.Runtime.InteropServices;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// Premultiplied BGRA pixels outside the collected heap, transparent at first. Pages that nothing was drawn on cost no
/// memory. Not for use after <see cref="Dispose"/>.
/// </summary>
internal sealed unsafe class PixelBlock : IDisposable, IDeferred
{
    /// <summary>Vector loops may read this far behind the last pixel.</summary>
    private const int Slack = 64;

    private uint* _pixels;

    public PixelBlock(int width, int height)
    {
        Width = width;
        Height = height;
        _pixels = (uint*)NativeMemory.AllocZeroed((nuint)width * (nuint)height * sizeof(uint) + Slack);
        // Layers keep sprites in closures and nobody disposes of those: the collector must know what they weigh.
        GC.AddMemoryPressure(Math.Max(1, Weight));
    }

    /// <summary>For what layers hold, which nobody disposes of.</summary>
    ~PixelBlock() => DeferredRelease.Shared.Add(this);

    public int Width { get; }

    public int Height { get; }

    public uint* Row(int y) => _pixels + (nint)y * Width;

    /// <summary>A canvas that draws into these pixels.</summary>
    public SKSurface Surface() => SKSurface.Create(Info, (nint)_pixels, Width * sizeof(uint));

    /// <summary>These pixels as a bitmap, which must not outlive them.</summary>
    public SKBitmap Bitmap()
    {
        var bitmap = new SKBitmap();
        bitmap.InstallPixels(Info, (nint)_pixels, Width * sizeof(uint));
        return bitmap;
    }

    /// <summary>
    /// These pixels as an image; they must not change any more. Until it is gone, with all that was made of it (a shader outlives the
    /// sprite that it came from), the block is not collected.
    /// </summary>
    public SKImage Image()
    {
        using var pixmap = new SKPixmap(Info, (nint)_pixels, Width * sizeof(uint));
        return SKImage.FromPixels(pixmap, static (_, block) => GC.KeepAlive(block), this);
    }

    public void Clear() => NativeMemory.Clear(_pixels, (nuint)Width * (nuint)Height * sizeof(uint));

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    void IDeferred.Release() => Free();

    private long Weight => 4L * Width * Height;

    private SKImageInfo Info => new(Width, Height, SKColorType.Bgra8888, SKAlphaType.Premul);

    private void Free()
    {
        if (_pixels is null)
            return;
        NativeMemory.Free(_pixels);
        _pixels = null;
        GC.RemoveMemoryPressure(Math.Max(1, Weight));
    }
}

using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>A frame as the encoder takes it: luma, then the blue and the red difference at half size, without padding.</summary>
internal sealed class I420Frame(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Bytes { get; } = new byte[width * height * 3 / 2];

    public int UStart => Width * Height;

    public int VStart => UStart + UStart / 4;

    /// <summary>What a player shows, chroma repeated.</summary>
    public SKBitmap ToBitmap()
    {
        var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        var pixels = bitmap.GetPixelSpan();
        for (var i = 0; i < Width * Height; i++)
        {
            var chroma = i / Width / 2 * (Width / 2) + i % Width / 2;
            double y = (Bytes[i] - 16) * (255 / 219.0);
            double u = (Bytes[UStart + chroma] - 128) * (255 / 224.0), v = (Bytes[VStart + chroma] - 128) * (255 / 224.0);
            pixels[4 * i] = Level(y + 1.8556 * u);
            pixels[4 * i + 1] = Level(y - 0.1873 * u - 0.4681 * v);
            pixels[4 * i + 2] = Level(y + 1.5748 * v);
            pixels[4 * i + 3] = 255;
        }

        return bitmap;
    }

    private static byte Level(double value) => (byte)Math.Clamp(value + 0.5, 0, 255);
}

using OmniReel.Media.Native;
using OmniReel.Media.Script;
using OmniReel.Media.Tests.Pictures;
using SkiaSharp;

namespace OmniReel.Media.Tests.Things;

/// <summary>Pictures as people give them to films.</summary>
internal static class PrintPictures
{
    public static readonly SKColor Body = new(0xFF, 0x20, 0xE0), Ground = new(0x40, 0xF0, 0x60);

    /// <summary>A magenta figure on nothing.</summary>
    public static GivenPicture Figure(string name) => Drawn(name, SKColors.Transparent);

    /// <summary>The same on a plain green ground.</summary>
    public static GivenPicture OnGround(string name) => Drawn(name, Ground);

    /// <summary>No cut-out of it is sure.</summary>
    public static GivenPicture Photograph(string name)
    {
        var still = TestPictures.Photograph(480, 360);
        return new GivenPicture(name, still.Width, still.Height, still.Pixels);
    }

    private static GivenPicture Drawn(string name, SKColor ground)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(300, 480, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(ground);
        using var paint = new HeldPaint { IsAntialias = true, Color = Body };
        canvas.DrawOval(150, 110, 60, 70, paint);
        canvas.DrawRoundRect(new SKRect(80, 170, 220, 440), 50, 50, paint);
        return new GivenPicture(name, 300, 480, bitmap.Bytes);
    }
}

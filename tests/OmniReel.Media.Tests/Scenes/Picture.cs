using OmniReel.Media.Frames;
using OmniReel.Media.Scenes;
using SkiaSharp;

namespace OmniReel.Media.Tests.Scenes;

/// <summary>A scene's scenery drawn onto one bitmap, as the frame loop would with a camera that stands still.</summary>
internal static class Picture
{
    public static SKBitmap Of(Scene scene, Stage stage, Moment moment)
    {
        var bitmap = new SKBitmap(new SKImageInfo(stage.Width, stage.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        foreach (var layer in scene.Behind.Concat(scene.InFront))
        {
            canvas.Save();
            canvas.ClipRect(layer.Bounds(stage));
            layer.Draw(canvas, moment);
            canvas.Restore();
        }

        return bitmap;
    }

    /// <summary>Mean luma, 0..255.</summary>
    public static double Luma(SKBitmap bitmap) =>
        bitmap.Pixels.Average(p => 0.2126 * p.Red + 0.7152 * p.Green + 0.0722 * p.Blue);
}

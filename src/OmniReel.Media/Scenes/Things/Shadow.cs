using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>The soft pool below what stands on the ground: it shrinks and pales when the thing leaves the ground.</summary>
internal sealed class Shadow
{
    private readonly Sprite _pool;
    private readonly SKPoint _at;

    /// <param name="width">Of what touches the ground, in pixels.</param>
    public Shadow(Stage stage, SKPoint at, float width, SKColor color)
    {
        _at = at;
        float half = width * 0.5f, flat = Math.Max(width * 0.055f, 2.5f * stage.Unit), blur = Math.Max(flat * 0.6f, 2 * stage.Unit);
        var box = new SKRect(at.X - half - 3 * blur, at.Y - flat - 3 * blur, at.X + half + 3 * blur, at.Y + flat + 3 * blur);
        _pool = Sprite.Bake(stage, box, canvas =>
        {
            using var mask = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, blur);
            using var paint = new HeldPaint { IsAntialias = true, Color = color, MaskFilter = mask };
            canvas.DrawOval(at.X, at.Y, half, flat, paint);
        });
    }

    /// <param name="dx">Pixels that the thing has gone.</param>
    /// <param name="height">Of the thing above the ground, in its own heights.</param>
    public void Draw(SKCanvas canvas, float dx, float height)
    {
        var size = 1 / (1 + 0.55f * Math.Max(0, height));
        var matrix = SKMatrix.CreateScale(size, size, _at.X, _at.Y).PostConcat(SKMatrix.CreateTranslation(dx, 0));
        _pool.Draw(canvas, matrix, (byte)(255 / (1 + 1.6f * Math.Max(0, height))));
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes;

/// <summary>The few ways in which scenery moves a sprite.</summary>
internal static class SpriteMotion
{
    /// <summary>Draws it shifted from where it was baked.</summary>
    public static void Draw(this Sprite sprite, SKCanvas canvas, float dx, float dy) =>
        sprite.Draw(canvas, SKMatrix.CreateTranslation(dx, dy));

    /// <summary>Draws it partly transparent.</summary>
    public static void Draw(this Sprite sprite, SKCanvas canvas, SKMatrix matrix, byte alpha)
    {
        using var paint = new HeldPaint { Color = SKColors.White.WithAlpha(alpha) };
        sprite.Draw(canvas, matrix, paint);
    }

    /// <summary>Draws it turned about a point of the stage.</summary>
    public static void DrawTurned(this Sprite sprite, SKCanvas canvas, SKPoint about, float degrees) =>
        sprite.Draw(canvas, SKMatrix.CreateRotationDegrees(degrees, about.X, about.Y));
}

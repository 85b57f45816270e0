using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>The light around what burns or shines.</summary>
internal sealed class Halo
{
    private readonly Sprite _light;

    /// <param name="strength">0 to 1: in the dark it is 1.</param>
    public Halo(Stage stage, SKPoint at, float radius, SKColor color, float strength)
    {
        var box = new SKRect(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius);
        SKColor[] colors = [color.WithAlpha((byte)(225 * strength)), color.WithAlpha((byte)(120 * strength)), color.WithAlpha((byte)(36 * strength)), color.WithAlpha(0)];
        _light = Sprite.Bake(stage, box, canvas =>
        {
            using var shader = SKShader.CreateRadialGradient(at, radius, colors, [0, 0.30f, 0.62f, 1], SKShaderTileMode.Clamp);
            using var paint = new HeldPaint { IsAntialias = true, Shader = shader };
            canvas.DrawCircle(at, radius, paint);
        });
    }

    public void Draw(SKCanvas canvas, SKMatrix matrix, float strength) => _light.Draw(canvas, matrix, (byte)(255 * Math.Clamp(strength, 0, 1)));
}

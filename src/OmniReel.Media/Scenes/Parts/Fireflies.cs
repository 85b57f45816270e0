using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Points of warm light that wander over dark grass.</summary>
internal static class Fireflies
{
    private const int Count = 22;

    /// <param name="top">Pixels.</param>
    /// <param name="bottom">Pixels.</param>
    public static void Lay(Studio studio, LayerStack stack, float depth, float top, float bottom)
    {
        var side = 16 * studio.Unit;
        var light = Sprite.Bake(studio.Stage, new SKRect(-side, -side, side, side), canvas =>
        {
            studio.Painter.Tissue(canvas, Knife.Disc(0, 0, 6 * studio.Unit), new SKColor(0xFF, 0xE0, 0x70, 110), 5);
            studio.Painter.Tissue(canvas, Knife.Disc(0, 0, 2.4f * studio.Unit), new SKColor(0xFF, 0xF6, 0xC0));
        });
        var flies = new (SKPoint At, float Phase, float Size)[Count];
        for (var i = 0; i < Count; i++)
            flies[i] = (new SKPoint(studio.Between(0, studio.Width), studio.Between(top, bottom)), studio.Between(0, 6), studio.Between(0.6f, 1.2f));
        stack.Moving(depth, null, (canvas, moment) =>
        {
            foreach (var (at, phase, size) in flies)
            {
                var t = moment.Seconds;
                var x = at.X + 22 * studio.Unit * MathF.Sin(t * 0.7f + phase);
                var y = at.Y + 12 * studio.Unit * MathF.Sin(t * 1.1f + phase * 2);
                var glow = Math.Clamp(0.5f + 0.8f * MathF.Sin(t * 1.9f + phase * 3), 0, 1);
                light.Draw(canvas, SKMatrix.CreateScaleTranslation(size, size, x, y), (byte)(255 * glow));
            }
        });
    }
}

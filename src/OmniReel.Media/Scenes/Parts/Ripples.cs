using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Rings that raindrops make on wet ground or water.</summary>
internal static class Ripples
{
    private const int Count = 34;

    public static void Lay(Studio studio, float depth, float top, float bottom)
    {
        if (studio.Shot.Weather != Plans.Weather.Rain || bottom - top < 4)
            return;
        var drops = new (SKPoint At, float Phase, float Size)[Count];
        for (var i = 0; i < Count; i++)
        {
            var y = studio.Between(top, bottom);
            // Nearer rings are larger.
            drops[i] = (new SKPoint(studio.Between(studio.Reach.Left, studio.Reach.Right), y), studio.Between(0, 1), (10 + 20 * (y - top) / (bottom - top)) * studio.Unit);
        }

        var color = Paper.Tint.Mix(studio.Air.Rim, new SKColor(0xD0, 0xDC, 0xFF), 0.6f);
        studio.Behind.Moving(depth, new SKRect(studio.Reach.Left, top, studio.Reach.Right, bottom), (canvas, moment) =>
        {
            using var paint = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 1.6f * studio.Unit };
            foreach (var (at, phase, size) in drops)
            {
                var age = (moment.Seconds * 0.9f + phase) % 1;
                paint.Color = color.WithAlpha((byte)(150 * (1 - age)));
                canvas.DrawOval(at.X, at.Y, size * (0.25f + age), size * (0.25f + age) * 0.30f, paint);
            }
        });
    }
}

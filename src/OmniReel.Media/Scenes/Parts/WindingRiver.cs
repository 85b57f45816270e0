using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A river that comes from the light on the horizon in bends that widen, and leaves the frame below.</summary>
internal static class WindingRiver
{
    private const int Steps = 60;

    /// <summary>Its banks and its water over ground that begins at the horizon.</summary>
    /// <param name="bottom">Where it leaves the picture, in stage pixels.</param>
    public static void Lay(Studio studio, float depth, float top, float bottom, SKColor bank)
    {
        var unit = studio.Unit;
        var sun = studio.Lines.Sun;
        // Toward the side where nobody stands.
        var side = sun.X > studio.Width * 0.5f ? 1 : -1;
        SKPoint Middle(float share)
        {
            var near = share * share;
            return new SKPoint(
                sun.X - side * (0.30f * near * studio.Width) + (10 + 235 * share) * unit * MathF.Sin(share * 8.6f) * side,
                top + (bottom - top) * MathF.Pow(share, 1.35f));
        }

        float Half(float share) => (2.5f + 118 * MathF.Pow(share, 1.9f)) * unit;
        var water = Band(Middle, Half);
        var banks = Band(Middle, s => Half(s) + (1 + 9 * s) * unit);
        var air = studio.Air;
        var box = SKRect.Intersect(SKRect.Inflate(banks.Bounds, 20 * unit, 20 * unit), studio.Reach);
        studio.Behind.Still(depth, canvas =>
        {
            studio.Painter.Sheet(canvas, banks, bank, 0.5f, 2);
            studio.Painter.Sheet(canvas, water, Tint.Mix(air.Sky[2], air.Cast(0x3E7CB8), 0.74f), 0.25f, 1.6f);
            using var glow = SKShader.CreateLinearGradient(new SKPoint(0, top), new SKPoint(0, bottom), [air.Disc.WithAlpha(235), air.Glow.WithAlpha(110), air.Glow.WithAlpha(0)], [0, 0.16f, 0.50f], SKShaderTileMode.Clamp);
            using var paint = new SKPaint { IsAntialias = true, Shader = glow };
            canvas.DrawPath(water, paint);
        }, box);
        var glints = new (SKPoint At, float Half, float Phase)[26];
        for (var i = 0; i < glints.Length; i++)
        {
            var share = (i + studio.Between(0.2f, 0.8f)) / glints.Length;
            var at = Middle(share);
            glints[i] = (at + new SKPoint(studio.Between(-0.5f, 0.5f) * Half(share), 0), Half(share) * studio.Between(0.12f, 0.3f) + 2 * unit, studio.Between(0, 6));
        }

        studio.Behind.Moving(depth, box, (canvas, moment) =>
        {
            using var paint = new SKPaint { IsAntialias = true };
            foreach (var (at, half, phase) in glints)
            {
                paint.Color = air.Disc.WithAlpha((byte)(110 + 100 * MathF.Sin(moment.Seconds * 2.4f + phase)));
                canvas.DrawOval(at.X, at.Y, half, 0.5f * unit + 0.035f * half, paint);
            }
        });
    }

    private static SKPath Band(Func<float, SKPoint> middle, Func<float, float> half)
    {
        var points = new SKPoint[2 * (Steps + 1)];
        for (var i = 0; i <= Steps; i++)
        {
            var share = i / (float)Steps;
            points[i] = middle(share) - new SKPoint(half(share), 0);
            points[^(i + 1)] = middle(share) + new SKPoint(half(share), 0);
        }

        var band = new SKPath();
        band.AddPoly(points);
        return band;
    }
}

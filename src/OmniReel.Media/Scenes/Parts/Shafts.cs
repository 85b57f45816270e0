using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>Slanting shafts of light between trunks, slowly growing and fading.</summary>
internal static class Shafts
{
    private const int Count = 4;

    /// <param name="bottom">Pixels: where they meet the ground.</param>
    public static void Lay(Studio studio, float depth, float bottom)
    {
        var sun = studio.Lines.Sun;
        var slant = sun.X > studio.Width * 0.5f ? -1 : 1;
        // By day they fall through gaps of the leaves; at night all come from the moon.
        var isNight = studio.Shot.Time == TimeOfDay.Night;
        if (isNight && !studio.Shot.HasMoon)
            return;
        var top = isNight ? sun.Y : -0.05f * studio.Height;
        for (var i = 0; i < Count; i++)
        {
            var x = sun.X + (isNight ? 0 : slant * (i * 0.17f - 0.10f) * studio.Width);
            float run = slant * (bottom - top) * (isNight ? 0.10f + 0.36f * i : 0.42f), width = studio.Between(26, 58) * studio.Unit;
            var narrow = width * (isNight ? 0.12f : 0.5f);
            var shaft = Knife.Polygon(x - narrow, top, x + narrow, top, x + run + width * 1.5f, bottom, x + run - width * 1.1f, bottom);
            var box = shaft.Bounds;
            box.Inflate(12 * studio.Unit, 12 * studio.Unit);
            box.Intersect(studio.Reach);
            if (box.Width <= 2)
                continue;
            var glow = studio.Air.Glow;
            var sprite = studio.Bake(box, (canvas, _) => Draw(canvas, studio.Unit, shaft, glow, top, bottom));
            var phase = studio.Between(0, 6);
            studio.Behind.Add(new MovingLayer((canvas, moment) =>
                sprite.Draw(canvas, SKMatrix.Identity, (byte)(170 + 80 * MathF.Sin(moment.Seconds * 0.9f + phase)))) { Depth = depth, Box = box });
        }
    }

    private static void Draw(SKCanvas canvas, float unit, SKPath shaft, SKColor glow, float top, float bottom)
    {
        using var fade = SKShader.CreateLinearGradient(
            new SKPoint(0, top), new SKPoint(0, bottom), [glow.WithAlpha(0), glow.WithAlpha(105), glow.WithAlpha(64), glow.WithAlpha(0)], [0, 0.22f, 0.65f, 1], SKShaderTileMode.Clamp);
        using var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 3 * unit);
        using var paint = new HeldPaint { IsAntialias = true, Shader = fade, MaskFilter = soft };
        canvas.DrawPath(shaft, paint);
    }
}

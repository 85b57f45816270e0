using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>One thin column of smoke that goes straight up in still air, from a beacon tower on the horizon.</summary>
internal static class SmokeColumn
{
    private const int Puffs = 26;

    /// <param name="foot">Where it rises from, in stage pixels.</param>
    public static void Lay(Studio studio, float depth, SKPoint foot)
    {
        var unit = studio.Unit;
        var air = studio.Air;
        float top = 0.10f * studio.Height, high = foot.Y - top - 26 * unit;
        var tower = Knife.Polygon(-15, 4, -11, -26, -14, -26, -14, -33, -8, -33, -8, -29, -3, -29, -3, -33, 3, -33, 3, -29, 8, -29, 8, -33, 14, -33, 14, -26, 11, -26, 15, 4)
            .At(SKMatrix.CreateScale(unit, unit).PostConcat(SKMatrix.CreateTranslation(foot.X, foot.Y)));
        var clay = air.Cast(0x8A5A44);
        studio.Behind.Still(depth, canvas => studio.Painter.Sheet(canvas, tower, clay, 0.5f, 1.6f), SKRect.Inflate(tower.Bounds, 14 * unit, 14 * unit));
        // A column that is hardly broader above than below, of rings that climb in it.
        var column = Knife.Polygon(-2.6f * unit, 0, 2.6f * unit, 0, 7.5f * unit, -high, -7.5f * unit, -high).At(SKMatrix.CreateTranslation(foot.X, foot.Y - 30 * unit));
        var smoke = Tint.Mix(air.Cast(0xF4EEF0), air.Clouds[1], 0.15f);
        var reach = new SKRect(foot.X - 40 * unit, top - 20 * unit, foot.X + 40 * unit, foot.Y);
        var body = Sprite.Bake(studio.Stage, reach, canvas =>
        {
            using var fade = SKShader.CreateLinearGradient(new SKPoint(0, foot.Y), new SKPoint(0, top), [smoke.WithAlpha(235), smoke.WithAlpha(215), smoke.WithAlpha(20)], [0, 0.62f, 1], SKShaderTileMode.Clamp);
            using var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 1.1f * unit);
            using var paint = new SKPaint { IsAntialias = true, Shader = fade, MaskFilter = soft };
            canvas.DrawPath(column, paint);
        });
        var puff = Sprite.Bake(studio.Stage, Sun.Around(default, 14 * unit), canvas => studio.Painter.Tissue(canvas, Knife.Disc(0, 0, 6.2f * unit), smoke.WithAlpha(150), 1.4f));
        studio.Behind.Moving(depth, reach, (canvas, moment) =>
        {
            body.Draw(canvas, 0, 0);
            for (var i = 0; i < Puffs; i++)
            {
                var share = (i / (float)Puffs + moment.Seconds * 0.055f) % 1;
                var size = 0.45f + 0.85f * share;
                var at = new SKPoint(foot.X + 2.2f * unit * (0.3f + share) * MathF.Sin(i * 2.4f + moment.Seconds * 0.6f), foot.Y - 30 * unit - share * high);
                puff.Draw(canvas, SKMatrix.CreateScaleTranslation(size, size, at.X, at.Y), (byte)(230 * Math.Min(1, 1.5f * (1 - share))));
            }
        });
    }
}

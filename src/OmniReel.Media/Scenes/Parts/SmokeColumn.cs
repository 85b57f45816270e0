using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>One column of smoke that goes straight up in still air, from a beacon tower on the horizon, and is lost in the height.</summary>
internal static class SmokeColumn
{
    private const int Puffs = 30;

    /// <summary>Units that the tower's battlements lie above its foot.</summary>
    private const float Tall = 78;

    /// <param name="foot">Where the tower stands, in stage pixels.</param>
    public static void Lay(Studio studio, float depth, SKPoint foot)
    {
        var unit = studio.Unit;
        LayTower(studio, depth, foot);
        float from = foot.Y - (Tall - 6) * unit, top = 0.02f * studio.Height, high = from - top;
        var smoke = Tint.Mix(studio.Air.Cast(0xF6ECEC), studio.Air.Clouds[1], 0.12f);
        // Broader above than below; it turns a little, as smoke does where no wind is.
        float Half(float share) => (7 + 19 * MathF.Pow(share, 0.8f)) * unit;
        float Middle(float share) => foot.X + 5 * unit * share * MathF.Sin(share * 7);
        var column = new SKPoint[84];
        for (var i = 0; i < 42; i++)
        {
            var share = i / 41f;
            column[i] = new SKPoint(Middle(share) - Half(share), from - share * high);
            column[^(i + 1)] = new SKPoint(Middle(share) + Half(share), from - share * high);
        }

        var reach = new SKRect(foot.X - 70 * unit, Math.Max(studio.Reach.Top, top - 20 * unit), foot.X + 70 * unit, foot.Y - 40 * unit);
        var body = Sprite.Bake(studio.Stage, reach, canvas =>
        {
            using var path = Held.Path();
            path.AddPoly(column);
            using var fade = SKShader.CreateLinearGradient(
                new SKPoint(0, from), new SKPoint(0, top), [smoke.WithAlpha(225), smoke.WithAlpha(170), smoke.WithAlpha(84), smoke.WithAlpha(0)], [0, 0.35f, 0.72f, 1], SKShaderTileMode.Clamp);
            using var soft = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 5 * unit);
            using var paint = new HeldPaint { IsAntialias = true, Shader = fade, MaskFilter = soft };
            canvas.DrawPath(path, paint);
        });
        var puff = Sprite.Bake(studio.Stage, Sun.Around(default, 34 * unit), canvas => studio.Painter.Tissue(canvas, Knife.Disc(0, 0, 15 * unit), smoke.WithAlpha(120), 5));
        studio.Behind.Moving(depth, reach, (canvas, moment) =>
        {
            body.Draw(canvas, 0, 0);
            for (var i = 0; i < Puffs; i++)
            {
                var share = (i / (float)Puffs + moment.Seconds * 0.045f) % 1;
                var size = Half(share) / (19 * unit);
                var at = new SKPoint(Middle(share) + 0.45f * Half(share) * MathF.Sin(i * 2.4f + moment.Seconds * 0.5f), from - share * high);
                puff.Draw(canvas, SKMatrix.CreateScaleTranslation(size, size, at.X, at.Y), (byte)(190 * MathF.Pow(1 - share, 1.2f)));
            }
        });
    }

    /// <summary>A beacon tower of rammed earth: a tapering body with a gate and courses, battlements above, a fire on top.</summary>
    private static void LayTower(Studio studio, float depth, SKPoint foot)
    {
        var clay = studio.Air.Cast(0x8A5A44);
        var tower = new Prop()
            .Tissue(Knife.Disc(0, -82, 11), new SKColor(0xFF, 0xB0, 0x4A, 190), 6)
            .Sheet(Knife.Smooth(true, -7, -74, -3, -92, 0, -84, 4, -97, 8, -74), new SKColor(0xFF, 0xC2, 0x58), 0.2f, 0.8f)
            .Sheet(Knife.Polygon(-38, 6, -27, -62, 27, -62, 38, 6).Hole(Knife.Smooth(true, -7, 2, -7, -16, 0, -23, 7, -16, 7, 2)), clay, 0.7f, 1.8f)
            .Sheet(Knife.Polygon(-33, -22, 33, -22, 32.6f, -25, -32.6f, -25), Tint.Mix(clay, SKColors.Black, 0.2f), 0.1f, 0.6f)
            .Sheet(Knife.Polygon(-30, -43, 30, -43, 29.6f, -46, -29.6f, -46), Tint.Mix(clay, SKColors.Black, 0.2f), 0.1f, 0.6f)
            .Sheet(Knife.Polygon(-33, -60, -33, -78, -22, -78, -22, -70, -11, -70, -11, -78, 11, -78, 11, -70, 22, -70, 22, -78, 33, -78, 33, -60), Tint.Mix(clay, SKColors.White, 0.08f), 0.6f, 1.6f);
        studio.Still(studio.Behind, depth, tower.At(foot, studio.Unit));
    }
}

using System.Collections.Concurrent;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Paper;

/// <summary>The fibres of the paper: one tile of mottle and thousands of fine curved hairs, multiplied over every sheet.</summary>
internal static class Fibre
{
    private const int Side = 512;

    /// <summary>Units beyond the stage's reach that its sheets of fibre go: strips of water slide.</summary>
    private const float Beyond = 64;

    private static readonly Lazy<SKImage> Image = new(Draw);

    private static readonly ConcurrentDictionary<Stage, Lazy<SKImage>> Sheets = new();

    /// <summary>Fibres for what is drawn within <paramref name="box"/>, in stage pixels.</summary>
    public static SKShader For(Stage stage, SKRect box)
    {
        var sheet = Around(stage);
        if (!sheet.Contains(box))
            return Tile(stage.Unit);
        // Skia takes a picture that need not repeat by a pipeline several times as fast.
        var image = Sheets.GetOrAdd(stage, s => new Lazy<SKImage>(() => Spread(s))).Value;
        return image.ToShader(SKShaderTileMode.Clamp, SKShaderTileMode.Clamp, SKSamplingOptions.Default, SKMatrix.CreateTranslation(sheet.Left, sheet.Top));
    }

    private static SKRect Around(Stage stage)
    {
        var box = stage.Reach;
        box.Inflate(Beyond * stage.Unit, Beyond * stage.Unit);
        return SKRectI.Ceiling(box, true);
    }

    private static SKImage Spread(Stage stage)
    {
        var box = Around(stage);
        using var surface = SKSurface.Create(new SKImageInfo((int)box.Width, (int)box.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using var tile = Tile(stage.Unit);
        using var paint = new HeldPaint { Shader = tile };
        surface.Canvas.Translate(-box.Left, -box.Top);
        surface.Canvas.DrawPaint(paint);
        return surface.Snapshot();
    }

    /// <summary>A repeating shader whose hairs keep their size relative to the frame.</summary>
    public static SKShader Tile(float unit) => Image.Value.ToShader(
        SKShaderTileMode.Repeat, SKShaderTileMode.Repeat,
        unit is > 0.9f and < 1.1f ? SKSamplingOptions.Default : new SKSamplingOptions(SKFilterMode.Linear),
        SKMatrix.CreateScale(unit, unit));

    private static SKImage Draw()
    {
        var random = new Random(7);
        using var surface = SKSurface.Create(new SKImageInfo(Side, Side, SKColorType.Bgra8888, SKAlphaType.Premul));
        var canvas = surface.Canvas;
        // A base below 250 makes white paper dirty.
        canvas.Clear(new SKColor(253, 253, 253));
        using var paint = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeCap = SKStrokeCap.Round };
        for (var i = 0; i < 5200; i++)
        {
            float x = random.Next(Side), y = random.Next(Side), angle = random.NextSingle() * MathF.Tau;
            float length = 4 + random.NextSingle() * 20, bend = (random.NextSingle() - 0.5f) * length;
            var grey = (byte)(random.Next(2) == 0 ? 150 : 255);
            paint.Color = new SKColor(grey, grey, grey, (byte)random.Next(8, 34));
            paint.StrokeWidth = 0.5f + random.NextSingle() * 0.9f;
            using var hair = Held.Path();
            var (sin, cos) = MathF.SinCos(angle);
            hair.MoveTo(x, y);
            hair.QuadTo(x + cos * length * 0.5f - sin * bend, y + sin * length * 0.5f + cos * bend, x + cos * length, y + sin * length);
            foreach (var (dx, dy) in new[] { (0, 0), (Side, 0), (-Side, 0), (0, Side), (0, -Side) })
            {
                canvas.Save();
                canvas.Translate(dx, dy);
                canvas.DrawPath(hair, paint);
                canvas.Restore();
            }
        }

        return surface.Snapshot();
    }
}

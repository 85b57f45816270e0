using System.Collections.Concurrent;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Ink;

/// <summary>What thinned ink leaves as it dries: clouds and grains, and the strokes that are hatched over what lies in the dark.</summary>
internal static class WashTexture
{
    private const int Side = 512;

    /// <summary>Units beyond the stage's reach that textures go: strips of water slide.</summary>
    private const float Beyond = 64;

    private static readonly Lazy<SKImage> Plain = new(() => Draw(false)), Hatched = new(() => Draw(true));

    private static readonly ConcurrentDictionary<(Stage, bool), Lazy<SKImage>> Sheets = new();

    /// <summary>The texture for what is drawn within a box, in stage pixels; null: anywhere.</summary>
    public static SKShader For(Stage stage, bool hatched, SKRect? box)
    {
        var sheet = Around(stage);
        if (box is not { } near || !sheet.Contains(near))
            return Tile(stage.Unit, hatched);
        // Skia takes a picture that need not repeat by a pipeline several times as fast.
        var image = Sheets.GetOrAdd((stage, hatched), key => new Lazy<SKImage>(() => Spread(key.Item1, key.Item2))).Value;
        return image.ToShader(SKShaderTileMode.Clamp, SKShaderTileMode.Clamp, SKSamplingOptions.Default, SKMatrix.CreateTranslation(sheet.Left, sheet.Top));
    }

    private static SKRect Around(Stage stage)
    {
        var box = stage.Reach;
        box.Inflate(Beyond * stage.Unit, Beyond * stage.Unit);
        return SKRectI.Ceiling(box, true);
    }

    private static SKImage Spread(Stage stage, bool hatched)
    {
        var box = Around(stage);
        using var surface = SKSurface.Create(new SKImageInfo((int)box.Width, (int)box.Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using var tile = Tile(stage.Unit, hatched);
        using var paint = new HeldPaint { Shader = tile };
        surface.Canvas.Translate(-box.Left, -box.Top);
        surface.Canvas.DrawPaint(paint);
        return surface.Snapshot();
    }

    private static SKShader Tile(float unit, bool hatched) => (hatched ? Hatched : Plain).Value.ToShader(
        SKShaderTileMode.Repeat, SKShaderTileMode.Repeat, new SKSamplingOptions(SKFilterMode.Linear), SKMatrix.CreateScale(unit, unit));

    private static SKImage Draw(bool hatched)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Side, Side, SKColorType.Bgra8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        using (var clouds = Clouds())
            canvas.DrawImage(clouds, 0, 0);
        if (hatched)
            Hatch(canvas);
        return surface.Snapshot();
    }

    /// <summary>Noise of four sizes, each of which repeats with the tile.</summary>
    private static SKImage Clouds()
    {
        var levels = new byte[Side * Side * 4];
        (int Cells, float Depth)[] sizes = [(4, 0.075f), (9, 0.05f), (23, 0.028f), (128, 0.022f)];
        var fields = sizes.Select((size, i) => Random(size.Cells, 11 + i)).ToArray();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var light = 1f;
                for (var i = 0; i < sizes.Length; i++)
                    light -= sizes[i].Depth * (Smooth(fields[i], sizes[i].Cells, x, y) - 0.28f);
                var level = (byte)Math.Min(255, 255 * light);
                levels.AsSpan((y * Side + x) * 4, 3).Fill(level);
                levels[(y * Side + x) * 4 + 3] = 255;
            }
        }

        return SKImage.FromPixelCopy(new SKImageInfo(Side, Side, SKColorType.Bgra8888, SKAlphaType.Opaque), levels);
    }

    private static float[] Random(int cells, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, cells * cells).Select(_ => random.NextSingle())];
    }

    private static float Smooth(float[] field, int cells, int x, int y)
    {
        float u = x * (float)cells / Side, v = y * (float)cells / Side;
        int left = (int)u, top = (int)v;
        float a = u - left, b = v - top;
        a = a * a * (3 - 2 * a);
        b = b * b * (3 - 2 * b);
        int right = (left + 1) % cells, below = (top + 1) % cells * cells;
        top *= cells;
        var upper = field[top + left] + (field[top + right] - field[top + left]) * a;
        var lower = field[below + left] + (field[below + right] - field[below + left]) * a;
        return upper + (lower - upper) * b;
    }

    /// <summary>Strokes from the upper right to the lower left, in bunches as a wrist draws them.</summary>
    private static void Hatch(SKCanvas canvas)
    {
        var random = new Random(5);
        using var paint = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Fill };
        for (var bunch = 0; bunch < 120; bunch++)
        {
            float x = random.Next(Side), y = random.Next(Side), gap = 6.5f + 2.5f * random.NextSingle(), lean = 0.62f + 0.10f * random.NextSingle();
            var strokes = random.Next(5, 11);
            for (var i = 0; i < strokes; i++)
            {
                float length = 46 + 34 * random.NextSingle(), half = 0.45f + 0.4f * random.NextSingle();
                float fromX = x + i * gap + 3 * random.NextSingle(), fromY = y + i * 1.2f + 8 * random.NextSingle();
                paint.Color = Wash.Black.WithAlpha((byte)random.Next(34, 62));
                using var stroke = Held.Path();
                stroke.MoveTo(fromX, fromY);
                stroke.QuadTo(fromX - length * lean * 0.5f + half * 2, fromY + length * 0.5f, fromX - length * lean, fromY + length);
                stroke.QuadTo(fromX - length * lean * 0.5f - half * 2, fromY + length * 0.5f, fromX, fromY);
                stroke.Close();
                foreach (var (dx, dy) in new[] { (0, 0), (Side, 0), (-Side, 0), (0, Side), (0, -Side), (Side, -Side), (-Side, Side) })
                {
                    canvas.Save();
                    canvas.Translate(dx, dy);
                    canvas.DrawPath(stroke, paint);
                    canvas.Restore();
                }
            }
        }
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Ink;

/// <summary>
/// Draws what would be sheets of paper as shapes of wash with their contours in ink. A nearer shape hides the lines of those behind it.
/// Safe to share between threads.
/// </summary>
internal sealed class InkPainter(Stage stage, Light light, Inking ink)
{
    /// <summary>Below this brightness a wash is hatched over.</summary>
    private const float Dark = 0.60f;

    private float Unit => stage.Unit;

    /// <inheritdoc cref="SheetPainter.Sheet"/>
    /// <param name="away">Unit vector from the light to the sheet.</param>
    public void Sheet(SKCanvas canvas, SKPath path, SKColor color, float lift, float rim, SKPoint away, SKRect seen)
    {
        var box = path.Bounds;
        var size = MathF.Sqrt(Math.Min(box.Width, stage.Width) * Math.Min(box.Height, stage.Height)) / Unit;
        using var face = Face(color, seen);
        if (IsSky(box))
        {
            canvas.DrawPath(path, face);
            Pool(canvas, path, 9 * Unit, 20);
            return;
        }

        if (lift > 0 && size > 14)
            Cast(canvas, path, away, lift);
        canvas.DrawPath(path, face);
        if (size > 34)
            Pool(canvas, path, 4.5f * Unit, 24);
        Line(canvas, path, size, rim > 0 ? 1 : 0.7f, Wash.Luma(Wash.Of(color, 0, ink.Darkest)));
        if (size > 70)
            Pencil(canvas, path);
    }

    /// <inheritdoc cref="SheetPainter.Tissue"/>
    public void Tissue(SKCanvas canvas, SKPath path, SKColor color, float blur)
    {
        using var paint = new HeldPaint { IsAntialias = true, Color = Wash.Of(color, Math.Max(0.5f, ink.Pigment), ink.Darkest) };
        using var mask = blur > 0 ? SKMaskFilter.CreateBlur(SKBlurStyle.Normal, blur * Unit) : null;
        paint.MaskFilter = mask;
        canvas.DrawPath(path, paint);
        if (blur > 0 || color.Alpha < 255)
            return;
        var box = path.Bounds;
        Line(canvas, path, MathF.Sqrt(box.Width * box.Height) / Unit, 0.62f, 0.9f);
    }

    /// <summary>A dot of the pen: brads hold paper, and ink needs none.</summary>
    public void Dot(SKCanvas canvas, SKPoint at, float radius)
    {
        using var paint = new HeldPaint { IsAntialias = true, Color = Wash.Black.WithAlpha(170) };
        canvas.DrawCircle(at, Math.Max(0.8f * Unit, radius * 0.30f), paint);
    }

    /// <summary>Paint of a wash: thinner toward the light, with the traces of its drying, hatched where it is dark.</summary>
    public SKPaint Face(SKColor color, SKRect? box)
    {
        var tone = Wash.Of(color, ink.Pigment, ink.Darkest);
        SKColor[] stops = [Tint.Mix(tone, Wash.Paper, 0.34f), Tint.Mix(tone, Wash.Paper, 0.14f), tone, Tint.Mix(tone, Wash.Black, 0.06f)];
        var radius = Math.Max(stage.Width, stage.Height);
        using var gradient = light.IsLevel
            ? SKShader.CreateLinearGradient(light.Sun, light.Sun + new SKPoint(0, radius), stops[1..], [0, 0.40f, 1], SKShaderTileMode.Mirror)
            : SKShader.CreateRadialGradient(light.Sun, radius, stops, [0, 0.2f, 0.45f, 1], SKShaderTileMode.Clamp);
        using var texture = WashTexture.For(stage, Wash.Luma(tone) < Dark, box);
        using var shader = SKShader.CreateCompose(gradient, texture, SKBlendMode.Multiply);
        return new HeldPaint { IsAntialias = true, Shader = shader };
    }

    /// <summary>A sheet with a hole for the sun: its edge is where one wash ends and the next begins, and no thing.</summary>
    private bool IsSky(SKRect box) => box.Width >= stage.Reach.Width - 1 && box.Height >= stage.Reach.Height - 1;

    /// <summary>What the shape keeps the light from, as one flat tone.</summary>
    private void Cast(SKCanvas canvas, SKPath path, SKPoint away, float lift)
    {
        using var paint = new HeldPaint { IsAntialias = true, Color = Wash.Black.WithAlpha(34) };
        canvas.Save();
        canvas.Translate(away.X * 3.4f * lift * Unit, (away.Y * 3.4f + 1.2f) * lift * Unit);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    /// <summary>Wash gathers along its edge.</summary>
    private static void Pool(SKCanvas canvas, SKPath path, float width, byte strength)
    {
        using var paint = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = width, Color = Wash.Black.WithAlpha(strength) };
        canvas.DrawPath(path, paint);
    }

    /// <param name="size">Of the shape, in units.</param>
    /// <param name="lightness">Of its wash: what is far is pale, and has paler lines.</param>
    private void Line(SKCanvas canvas, SKPath path, float size, float share, float lightness)
    {
        var width = Math.Clamp(1.05f + size / 150, 1.1f, 2.9f) * share * ink.Pen * Unit;
        using var paint = new HeldPaint { IsAntialias = true, Color = Wash.Black.WithAlpha((byte)(255 * Math.Clamp(1.22f - 0.42f * lightness, 0.72f, 1))) };
        using var line = BrushLine.Along(path, Unit, width, Math.Clamp(size / 55, 0.25f, 1.15f) * Unit);
        canvas.DrawPath(line, paint);
    }

    /// <summary>The line that was tried before the ink.</summary>
    private void Pencil(SKCanvas canvas, SKPath path)
    {
        using var paint = new HeldPaint { IsAntialias = true, Color = Wash.Black.WithAlpha(58) };
        using var line = BrushLine.Along(path, Unit, 1.1f * Unit, 3.2f * Unit, 1);
        canvas.DrawPath(line, paint);
    }
}

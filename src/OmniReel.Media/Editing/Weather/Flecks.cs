using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Editing.Weather;

/// <summary>The small pictures that drift over films, each baked once.</summary>
internal static class Flecks
{
    /// <summary>A soft disc.</summary>
    /// <param name="radius">Pixels.</param>
    /// <param name="soft">Share of the radius over which it fades.</param>
    public static Sprite Disc(Stage stage, float radius, float soft, SKColor color) => Sprite.Bake(stage, new SKRect(-radius, -radius, radius, radius), canvas =>
    {
        using var shader = SKShader.CreateRadialGradient(SKPoint.Empty, radius, [color, color, color.WithAlpha(0)], [0, Math.Clamp(1 - soft, 0, 0.98f), 1], SKShaderTileMode.Clamp);
        using var paint = new HeldPaint { IsAntialias = true, Shader = shader };
        canvas.DrawCircle(0, 0, radius, paint);
    });

    /// <summary>A drop as a shutter sees it: a streak that is thinnest and faintest at both ends.</summary>
    public static Sprite Streak(Stage stage, float length, float width, float lean, SKColor color)
    {
        var to = new SKPoint(lean * length, length);
        var box = new SKRect(Math.Min(0, to.X) - width, -width, Math.Max(0, to.X) + width, length + width);
        return Sprite.Bake(stage, box, canvas =>
        {
            using var shader = SKShader.CreateLinearGradient(SKPoint.Empty, to, [color.WithAlpha(0), color, color.WithAlpha((byte)(color.Alpha * 0.8f)), color.WithAlpha(0)], [0, 0.55f, 0.85f, 1], SKShaderTileMode.Clamp);
            using var paint = new HeldPaint { IsAntialias = true, Shader = shader, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round };
            canvas.DrawLine(SKPoint.Empty, to, paint);
        });
    }

    /// <summary>A pointed leaf with its rib, lighter on one half.</summary>
    public static Sprite Leaf(Stage stage, float size, SKColor color, float blur) => Shape(stage, size, color, blur, path =>
    {
        path.MoveTo(0, -size);
        path.CubicTo(size * 0.62f, -size * 0.62f, size * 0.66f, size * 0.30f, 0, size * 0.82f);
        path.CubicTo(-size * 0.66f, size * 0.30f, -size * 0.62f, -size * 0.62f, 0, -size);
        path.Close();
    }, rib: true);

    /// <summary>A petal: round, with a notch.</summary>
    public static Sprite Petal(Stage stage, float size, SKColor color, float blur) => Shape(stage, size, color, blur, path =>
    {
        path.MoveTo(0, size * 0.8f);
        path.CubicTo(-size * 0.85f, size * 0.2f, -size * 0.66f, -size * 0.9f, -size * 0.12f, -size * 0.82f);
        path.LineTo(0, -size * 0.62f);
        path.LineTo(size * 0.12f, -size * 0.82f);
        path.CubicTo(size * 0.66f, -size * 0.9f, size * 0.85f, size * 0.2f, 0, size * 0.8f);
        path.Close();
    }, rib: false);

    /// <summary>A soap bubble: a rim in the colours of oil on water, and two lights in it.</summary>
    public static Sprite Bubble(Stage stage, float radius) => Sprite.Bake(stage, new SKRect(-radius, -radius, radius, radius), canvas =>
    {
        using var skin = SKShader.CreateRadialGradient(
            SKPoint.Empty, radius, [new SKColor(0xFFFFFF).WithAlpha(12), new SKColor(0xC8, 0xE8, 0xFF, 40), new SKColor(0xFF, 0xC8, 0xF0, 120), new SKColor(0xD8, 0xFF, 0xF4, 190)],
            [0, 0.72f, 0.90f, 1], SKShaderTileMode.Clamp);
        using var paint = new HeldPaint { IsAntialias = true, Shader = skin };
        canvas.DrawCircle(0, 0, radius * 0.98f, paint);
        using var light = new HeldPaint { IsAntialias = true, Color = SKColors.White.WithAlpha(210), Style = SKPaintStyle.Stroke, StrokeWidth = radius * 0.09f, StrokeCap = SKStrokeCap.Round };
        canvas.DrawArc(new SKRect(-radius * 0.72f, -radius * 0.72f, radius * 0.72f, radius * 0.72f), 200, 50, false, light);
        light.Color = SKColors.White.WithAlpha(120);
        canvas.DrawArc(new SKRect(-radius * 0.70f, -radius * 0.70f, radius * 0.70f, radius * 0.70f), 38, 24, false, light);
    });

    private static Sprite Shape(Stage stage, float size, SKColor color, float blur, Action<SKPath> cut, bool rib)
    {
        var reach = size + blur * 3 + 1;
        return Sprite.Bake(stage, new SKRect(-reach, -reach, reach, reach), canvas =>
        {
            using var path = Held.Path();
            cut(path);
            using var filter = blur > 0.3f ? SKImageFilter.CreateBlur(blur, blur) : null;
            using var shader = SKShader.CreateLinearGradient(new SKPoint(-size * 0.6f, 0), new SKPoint(size * 0.6f, 0), [Lighter(color, 0.20f), color, Lighter(color, -0.24f)], [0, 0.5f, 1], SKShaderTileMode.Clamp);
            using var paint = new HeldPaint { IsAntialias = true, Shader = shader, ImageFilter = filter };
            canvas.DrawPath(path, paint);
            if (!rib)
                return;
            using var line = new HeldPaint { IsAntialias = true, Color = Lighter(color, -0.4f).WithAlpha(170), Style = SKPaintStyle.Stroke, StrokeWidth = size * 0.05f, ImageFilter = filter };
            canvas.DrawLine(0, -size * 0.9f, 0, size * 1.02f, line);
        });
    }

    private static SKColor Lighter(SKColor color, float by)
    {
        return new(Level(color.Red), Level(color.Green), Level(color.Blue), color.Alpha);

        byte Level(byte value) => (byte)Math.Clamp(by > 0 ? value + (255 - value) * by : value * (1 + by), 0, 255);
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Ink;
using OmniReel.Media.Native;
using SkiaSharp;

namespace OmniReel.Media.Paper;

/// <summary>
/// Draws sheets of cut, translucent paper in one light: shadow, lit rim, fibre-textured face, dark lip. Paths come in stage
/// pixels, so the light never turns with a limb. Safe to share between threads.
/// </summary>
public sealed class SheetPainter(Stage stage, Light light)
{
    private readonly InkPainter? _ink = light.Ink is { } ink ? new InkPainter(stage, light, ink) : null;

    public Stage Stage { get; } = stage;

    public Light Light { get; } = light;

    /// <summary>Draws one sheet.</summary>
    /// <param name="lift">Height above the sheet behind: size of the shadow; 0 casts none.</param>
    /// <param name="rim">Width of the bevel in units; 0 draws the face alone.</param>
    /// <param name="thin">Thin cloth or oiled paper glows where there is light behind it.</param>
    public void Sheet(SKCanvas canvas, SKPath path, SKColor color, float lift = 1, float rim = 2.4f, bool thin = false)
    {
        var away = AwayFromSun(path.Bounds);
        if (_ink is not null)
        {
            _ink.Sheet(canvas, path, color, lift, rim, away, Seen(canvas, path));
            return;
        }

        Shadow(canvas, path, away, lift);
        using var face = Face(color, Seen(canvas, path), thin);
        if (rim <= 0)
        {
            canvas.DrawPath(path, face);
            return;
        }

        Bevel(canvas, path, face, color, away, rim * Stage.Unit);
    }

    /// <summary>Glowing tissue without bevel or shadow: slivers of sun, lit windows.</summary>
    public void Tissue(SKCanvas canvas, SKPath path, SKColor color, float blur = 0)
    {
        if (_ink is not null)
        {
            _ink.Tissue(canvas, path, color, blur);
            return;
        }

        using var paint = new HeldPaint { IsAntialias = true, Color = color };
        using var mask = blur > 0 ? SKMaskFilter.CreateBlur(SKBlurStyle.Normal, blur * Stage.Unit) : null;
        paint.MaskFilter = mask;
        canvas.DrawPath(path, paint);
    }

    /// <summary>A brass brad: dark washer, warm dome, glint on the sun side. Radius in pixels.</summary>
    public void Brad(SKCanvas canvas, SKPoint at, float radius, SKColor color)
    {
        if (_ink is not null)
        {
            _ink.Dot(canvas, at, radius);
            return;
        }

        var away = AwayFromSun(new SKRect(at.X, at.Y, at.X, at.Y));
        using var paint = new HeldPaint { IsAntialias = true, Color = new SKColor(20, 10, 14, 150) };
        canvas.DrawCircle(at.X + away.X * radius * 0.3f, at.Y + away.Y * radius * 0.3f, radius * 1.3f, paint);
        paint.Color = color;
        canvas.DrawCircle(at, radius, paint);
        paint.Color = Tint.Mix(color, SKColors.White, 0.65f);
        canvas.DrawCircle(at.X - away.X * radius * 0.35f, at.Y - away.Y * radius * 0.35f, radius * 0.42f, paint);
    }

    /// <summary>
    /// Paint for paper in front of a lamp: warmer and brighter toward the sun, a little darker far from it, fibre over all.
    /// The pure colour dominates, so that a named colour stays readable.
    /// </summary>
    /// <param name="box">Where the paint is used, in stage pixels; null: anywhere.</param>
    /// <param name="thin">See <see cref="Sheet"/>.</param>
    public SKPaint Face(SKColor color, SKRect? box = null, bool thin = false)
    {
        if (_ink is not null)
            return _ink.Face(color, box);
        SKColor[] stops = thin ? Glowing(color) :
        [
            Tint.Mix(color, Light.Glow, Light.Through),
            Tint.Mix(color, Light.Glow, Light.Through * 0.28f),
            color,
            Tint.Mix(color, Light.Shadow.WithAlpha(255), 0.24f),
        ];
        var radius = Math.Max(Stage.Width, Stage.Height);
        using var gradient = Light.IsLevel
            ? SKShader.CreateLinearGradient(Light.Sun, Light.Sun + new SKPoint(0, radius), stops[1..], [0, 0.40f, 1], SKShaderTileMode.Mirror)
            : SKShader.CreateRadialGradient(Light.Sun, radius, stops, [0, 0.2f, 0.45f, 1], SKShaderTileMode.Clamp);
        using var fibre = box is { } near ? Fibre.For(Stage, near) : Fibre.Tile(Stage.Unit);
        using var shader = SKShader.CreateCompose(gradient, fibre, SKBlendMode.Multiply);
        return new HeldPaint { IsAntialias = true, Shader = shader };
    }

    /// <summary>Of cloth before the light: not paler but more colourful toward it, and never as dark as paper.</summary>
    private SKColor[] Glowing(SKColor color)
    {
        var lit = Tint.Vivid(color, 0.9f);
        return
        [
            Tint.Mix(lit, Light.Glow, Light.Through * 0.80f),
            Tint.Mix(lit, Light.Glow, Light.Through * 0.34f),
            Tint.Mix(color, lit, 0.6f),
            Tint.Mix(color, Light.Shadow.WithAlpha(255), 0.16f),
        ];
    }

    /// <summary>The light that stands around thin cloth at a place: clear far from the sun, and where light does not shine through.</summary>
    public SKColor Bloom(SKColor color, SKPoint at)
    {
        if (Light.Ink is not null || Light.IsLevel)
            return SKColors.Transparent;
        var far = SKPoint.Distance(at, Light.Sun) / Math.Max(Stage.Width, Stage.Height);
        var share = Math.Clamp(1 - (far - 0.10f) / 0.45f, 0, 1) * Light.Through;
        return Tint.Mix(Tint.Vivid(color, 1), Light.Glow, 0.6f).WithAlpha((byte)(255 * Math.Min(1, 2f * share)));
    }

    /// <summary>A colour that is laid on flat, as it looks in what all is drawn with.</summary>
    public SKColor Flat(SKColor color) => Light.Ink is { } ink ? Wash.Of(color, ink.Pigment, ink.Darkest) : color;

    /// <summary>Unit vector from the sun to the middle of the box; straight down for sheets as wide as the frame.</summary>
    public SKPoint AwayFromSun(SKRect box)
    {
        if (box.Width > Stage.Width * 0.8f)
            return new SKPoint(0, 1);
        float dx = (Light.IsLevel ? Stage.Width * 0.5f : box.MidX) - Light.Sun.X, dy = box.MidY - Light.Sun.Y, length = MathF.Sqrt(dx * dx + dy * dy) + 0.01f;
        return new SKPoint(dx / length, dy / length);
    }

    /// <summary>What is seen of a sheet, its face slid away from the sun included.</summary>
    private SKRect Seen(SKCanvas canvas, SKPath path)
    {
        var box = path.Bounds;
        box.Intersect(canvas.LocalClipBounds);
        box.Inflate(8 * Stage.Unit, 8 * Stage.Unit);
        return box;
    }

    private void Shadow(SKCanvas canvas, SKPath path, SKPoint away, float lift)
    {
        if (lift <= 0)
            return;
        var distance = 4.5f * lift * Stage.Unit;
        using var mask = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 5f * lift * Stage.Unit);
        using var paint = new HeldPaint { IsAntialias = true, Color = Light.Shadow, MaskFilter = mask };
        canvas.Save();
        canvas.Translate(away.X * distance * 0.7f, away.Y * distance * 0.7f + distance * 0.25f);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    /// <summary>Rim colour first, then the face slid away from the sun inside the outline, then a thin dark lip.</summary>
    private void Bevel(SKCanvas canvas, SKPath path, SKPaint face, SKColor color, SKPoint away, float width)
    {
        using var edge = new HeldPaint { IsAntialias = true, Color = Tint.Mix(Light.Rim, color, 0.22f) };
        canvas.DrawPath(path, edge);
        canvas.Save();
        canvas.ClipPath(path, SKClipOperation.Intersect, true);
        canvas.Translate(away.X * width, away.Y * width);
        canvas.DrawPath(path, face);
        edge.Style = SKPaintStyle.Stroke;
        edge.StrokeWidth = 1.6f * Stage.Unit;
        edge.Color = Tint.Mix(color, new SKColor(20, 8, 24), 0.55f).WithAlpha(70);
        canvas.Translate(-away.X * width * 1.5f, -away.Y * width * 1.5f);
        canvas.DrawPath(path, edge);
        canvas.Restore();
    }
}

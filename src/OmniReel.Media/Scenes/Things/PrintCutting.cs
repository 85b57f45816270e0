using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>A cut-out as one cuts it with scissors: a margin of white paper around the subject, lit on the edge toward the sun.</summary>
internal static class PrintCutting
{
    public static Sprite Bake(PrintPicture picture, SKRect box, SheetPainter painter, SKColor paper)
    {
        var unit = painter.Stage.Unit;
        var margin = Math.Clamp(box.Height * 0.010f, 1.6f * unit, 5f * unit);
        var lift = Math.Clamp(box.Height / (200 * unit), 0.4f, 1.5f);
        var rim = Math.Clamp(box.Height / (220 * unit), 0.8f, 2.2f) * unit;
        var room = 4 * margin + 22 * lift * unit;
        return Sprite.Bake(painter.Stage, SKRect.Inflate(box, room, room), canvas =>
        {
            using var image = PrintPaint.Image(picture);
            using var contour = Contour(margin);
            var away = painter.AwayFromSun(box);
            Shadow(canvas, image, picture, box, painter.Light.Shadow, contour, away, lift * unit);
            Margin(canvas, image, picture, box, painter, paper, contour, away, rim);
            using var colors = PrintPaint.Of(picture, box, painter, paper);
            canvas.DrawRect(box, colors);
        });
    }

    /// <summary>What is opaque, wider by about the margin, with a smooth edge.</summary>
    private static SKImageFilter Contour(float margin)
    {
        var alpha = new byte[256];
        for (var i = 0; i < alpha.Length; i++)
            alpha[i] = (byte)Math.Clamp((i - 24) * 255 / 36, 0, 255);
        var same = new byte[256];
        for (var i = 0; i < same.Length; i++)
            same[i] = 255;
        using var steep = SKColorFilter.CreateTable(alpha, same, same, same);
        using var blurred = SKImageFilter.CreateBlur(margin, margin);
        return SKImageFilter.CreateColorFilter(steep, blurred);
    }

    private static void Shadow(SKCanvas canvas, SKImage image, PrintPicture picture, SKRect box, SKColor color, SKImageFilter contour, SKPoint away, float lift)
    {
        using var dyed = SKColorFilter.CreateBlendMode(color, SKBlendMode.SrcIn);
        using var shade = SKImageFilter.CreateColorFilter(dyed, contour);
        using var soft = SKImageFilter.CreateBlur(4.5f * lift, 4.5f * lift, shade);
        using var paint = new HeldPaint { ImageFilter = soft };
        canvas.DrawImage(image, Moved(box, away.X * 5.5f * lift, away.Y * 4f * lift + 2.5f * lift), PrintPaint.Sampling(picture, box.Width), paint);
    }

    /// <summary>Rim first, then the paper slid away from the sun within the outline.</summary>
    private static void Margin(SKCanvas canvas, SKImage image, PrintPicture picture, SKRect box, SheetPainter painter, SKColor paper, SKImageFilter contour, SKPoint away, float rim)
    {
        var sampling = PrintPaint.Sampling(picture, box.Width);
        using var glow = SKColorFilter.CreateBlendMode(Tint.Mix(painter.Light.Rim, SKColors.White, 0.35f), SKBlendMode.SrcIn);
        using var lit = SKImageFilter.CreateColorFilter(glow, contour);
        using var edge = new HeldPaint { ImageFilter = lit };
        canvas.DrawImage(image, box, sampling, edge);

        var room = SKRectI.Ceiling(SKRect.Inflate(box, 20 * rim, 20 * rim), true);
        using var surface = SKSurface.Create(new SKImageInfo(room.Width, room.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        surface.Canvas.Translate(-room.Left, -room.Top);
        using var outline = new HeldPaint { ImageFilter = contour };
        surface.Canvas.DrawImage(image, Moved(box, away.X * rim, away.Y * rim), sampling, outline);
        using var face = painter.Face(paper);
        face.BlendMode = SKBlendMode.SrcIn;
        surface.Canvas.DrawPaint(face);
        outline.BlendMode = SKBlendMode.DstIn;
        surface.Canvas.DrawImage(image, box, sampling, outline);
        using var cut = surface.Snapshot();
        canvas.DrawImage(cut, room.Left, room.Top);
    }

    private static SKRect Moved(SKRect box, float dx, float dy)
    {
        box.Offset(dx, dy);
        return box;
    }
}

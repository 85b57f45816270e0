using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>A picture as a paper print: a sheet with a white border and a torn edge, a brad in its upper corners.</summary>
internal static class PrintSheet
{
    /// <summary>Of the picture's shorter side.</summary>
    private const float Border = 0.055f;

    /// <summary>Width by height of the sheet.</summary>
    public static float Aspect(PrintPicture picture)
    {
        var border = 2 * Border * Math.Min(picture.Width, picture.Height);
        return (picture.Width + border) / (picture.Height + border);
    }

    /// <param name="tilt">Degrees that the sheet is turned.</param>
    public static Sprite Bake(PrintPicture picture, SKRect box, SheetPainter painter, SKColor paper, float tilt)
    {
        var unit = painter.Stage.Unit;
        var border = box.Height * Border * Math.Min(picture.Width, picture.Height) / (picture.Height + 2 * Border * Math.Min(picture.Width, picture.Height));
        var inner = SKRect.Inflate(box, -border, -border);
        var lift = Math.Clamp(box.Height / (200 * unit), 0.5f, 1.6f);
        var room = 24 * lift * unit + 0.04f * (box.Width + box.Height);
        var turn = SKMatrix.CreateRotationDegrees(tilt, box.MidX, box.MidY);
        using var torn = Torn(box, Math.Clamp(border * 0.10f, 0.5f * unit, 1.6f * unit), picture.Digest[0]);
        var sheet = torn.At(turn);
        return Sprite.Bake(painter.Stage, SKRect.Inflate(box, room, room), canvas =>
        {
            painter.Sheet(canvas, sheet, Tint.Mix(paper, new SKColor(0xF4, 0xEA, 0xD8), 0.5f), lift, 1.8f);
            canvas.Save();
            canvas.RotateDegrees(tilt, box.MidX, box.MidY);
            using var colors = PrintPaint.Of(picture, inner, painter, paper, SKShaderTileMode.Clamp);
            canvas.DrawRect(inner, colors);
            // The plate presses its edge into the paper.
            using var line = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = unit, Color = new SKColor(40, 28, 36, 70) };
            canvas.DrawRect(inner, line);
            canvas.Restore();
        });
    }

    /// <summary>The outline of hand-made paper: never quite straight.</summary>
    private static SKPath Torn(SKRect box, float depth, int seed)
    {
        var random = new Random(seed);
        var path = Held.Path();
        SKPoint[] corners = [new(box.Left, box.Top), new(box.Right, box.Top), new(box.Right, box.Bottom), new(box.Left, box.Bottom)];
        path.MoveTo(corners[0]);
        for (var side = 0; side < corners.Length; side++)
        {
            SKPoint from = corners[side], to = corners[(side + 1) % 4];
            var length = SKPoint.Distance(from, to);
            var steps = Math.Max(4, (int)(length / (depth * 5)));
            var across = new SKPoint((to.Y - from.Y) / length, (from.X - to.X) / length);
            for (var i = 1; i <= steps; i++)
            {
                var away = i == steps ? 0 : depth * (2 * random.NextSingle() - 1);
                path.LineTo(from.X + (to.X - from.X) * i / steps + across.X * away, from.Y + (to.Y - from.Y) * i / steps + across.Y * away);
            }
        }

        path.Close();
        return path;
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>Cuts sheets into sprites, lit from where the sun stands as seen from the part.</summary>
internal sealed class Cutter(Performance performance)
{
    private const int Looks = 12;

    /// <summary>Shadow blur and distance reach this far beyond an outline, in units per lift.</summary>
    private const float ShadowReach = 19;

    /// <summary>Metres that light spreads around cloth.</summary>
    private const float BloomReach = 0.10f;

    /// <summary>Units per metre beyond which pins grow no more: up close a brad would be as large as an eye.</summary>
    private const float PinScale = 420;

    /// <param name="cuts">May be none where there are pins.</param>
    /// <param name="fineness">Sprite pixels per stage pixel; more than 1 for what is stretched.</param>
    /// <param name="fade">Metres below the top of the first cut within which it comes out of nothing.</param>
    /// <param name="wheres">Takes the part's pixels to the stage at a second; the light baked in is the mean over the shot.</param>
    public Sprite Bake(IReadOnlyList<Cut> cuts, IReadOnlyList<Pin> pins, float seconds, Func<float, SKMatrix> wheres, float fineness = 1, float fade = 0)
    {
        var scale = performance.PixelsPerMetre;
        var stage = performance.Painter.Stage;
        var toPixels = SKMatrix.CreateScale(scale, scale);
        var outlines = cuts.Select(c => c.Outline.At(toPixels)).ToList();
        var first = outlines.Count > 0 ? outlines[0].Bounds : Grown(new SKRect(pins[0].At.X, pins[0].At.Y, pins[0].At.X, pins[0].At.Y), pins[0].Radius, scale);
        var reach = first;
        for (var i = 0; i < outlines.Count; i++)
            reach = SKRect.Union(reach, Grown(outlines[i].Bounds, cuts[i].Lift * ShadowReach * stage.Unit + 2));
        foreach (var pin in pins)
            reach = SKRect.Union(reach, Grown(new SKRect(pin.At.X, pin.At.Y, pin.At.X, pin.At.Y), pin.Radius * 2.4f, scale));

        var painter = new SheetPainter(stage, performance.Painter.Light with { Sun = MeanSun(first, seconds, wheres) });
        var sprite = Sprite.Bake(stage, reach, canvas =>
        {
            for (var i = 0; i < outlines.Count; i++)
            {
                // Ink draws holes as lines.
                if (cuts[i].Lining is { } lining && painter.Light.Ink is null)
                    Line(canvas, painter, outlines[i], performance.Dyes[lining]);
                painter.Sheet(canvas, outlines[i], performance.Dyes[cuts[i].Dye], cuts[i].Lift, cuts[i].Rim, Sheerness.IsThin(cuts[i].Dye));
            }

            foreach (var pin in pins)
                painter.Brad(canvas, new SKPoint(pin.At.X * scale, pin.At.Y * scale), Math.Max(1.4f * stage.Unit, pin.Radius * Math.Min(scale, PinScale * stage.Unit)), performance.Dyes[pin.Dye]);
            if (fade > 0)
                Fade(canvas, first.Top, fade * scale);
        }, fineness);
        foreach (var outline in outlines)
            outline.Dispose();
        return sprite;
    }

    /// <summary>The light around a piece of cloth; null where the sun is too far for any.</summary>
    /// <param name="shape">In its bone's metres.</param>
    public Sprite? Bloom(SKPath shape, Dye dye, float seconds, Func<float, SKMatrix> wheres)
    {
        var scale = performance.PixelsPerMetre;
        using var outline = shape.At(SKMatrix.CreateScale(scale, scale));
        var box = outline.Bounds;
        var painter = new SheetPainter(performance.Painter.Stage, performance.Painter.Light with { Sun = MeanSun(box, seconds, wheres) });
        var color = painter.Bloom(performance.Dyes[dye], new SKPoint(box.MidX, box.MidY));
        if (color.Alpha < 8)
            return null;
        var blur = BloomReach * scale;
        return Sprite.Bake(painter.Stage, Grown(box, 2.6f * blur), canvas => painter.Tissue(canvas, outline, color, blur / painter.Stage.Unit), 0.25f);
    }

    /// <summary>Glues paper of another colour behind the holes of a sheet, clear of its edge.</summary>
    private static void Line(SKCanvas canvas, SheetPainter painter, SKPath outline, SKColor color)
    {
        using var whole = outline.Whole();
        var box = whole.Bounds;
        using var inside = whole.At(SKMatrix.CreateScale(0.97f, 0.985f, box.MidX, box.MidY));
        painter.Sheet(canvas, inside, color, 0, 0);
    }

    /// <summary>Below another sheet an edge would be seen as a line through it.</summary>
    private static void Fade(SKCanvas canvas, float top, float length)
    {
        using var shader = SKShader.CreateLinearGradient(new SKPoint(0, top), new SKPoint(0, top + length), [SKColors.Transparent, SKColors.Black], SKShaderTileMode.Clamp);
        using var paint = new HeldPaint { Shader = shader, BlendMode = SKBlendMode.DstIn };
        canvas.DrawPaint(paint);
    }

    private SKPoint MeanSun(SKRect box, float seconds, Func<float, SKMatrix> wheres)
    {
        float x = 0, y = 0, distance = 0;
        for (var i = 0; i < Looks; i++)
        {
            if (!wheres((i + 0.5f) / Looks * seconds).TryInvert(out var back))
                continue;
            var sun = back.MapPoint(performance.Painter.Light.Sun);
            float dx = sun.X - box.MidX, dy = sun.Y - box.MidY, length = MathF.Sqrt(dx * dx + dy * dy) + 0.01f;
            // Edge-on looks of a turning figure throw the sun far away; they say nothing about the light.
            if (length > 3f * performance.Painter.Stage.Width)
                continue;
            x += dx / length;
            y += dy / length;
            distance += length / Looks;
        }

        var norm = MathF.Sqrt(x * x + y * y) + 1e-4f;
        return new SKPoint(box.MidX + x / norm * distance, box.MidY + y / norm * distance);
    }

    private static SKRect Grown(SKRect box, float by, float scale = 1)
    {
        var grown = new SKRect(box.Left * scale, box.Top * scale, box.Right * scale, box.Bottom * scale);
        grown.Inflate(by * scale, by * scale);
        return grown;
    }
}

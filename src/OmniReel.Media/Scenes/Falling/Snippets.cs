using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Falling;

/// <summary>The small pieces of paper that drift: cut about the origin, lit as high in the picture.</summary>
internal static class Snippets
{
    private static readonly SKColor[] s_autumn = Ramps.Ramp(0xE8622C, 0xF0A030, 0xC8402C, 0xE8C040);
    private static readonly SKColor[] s_pink = Ramps.Ramp(0xFFC4D4, 0xFFAAC4, 0xFFE4EA, 0xF890B4);
    private static readonly SKColor[] s_gay = Ramps.Ramp(0xE8384C, 0xFFC830, 0x38A4E0, 0x58BC5C, 0xF47CB0, 0x9068D0);
    private static readonly SKColor[] s_sand = Ramps.Ramp(0xF6DCA8, 0xE8C080, 0xFFF0CC);

    /// <summary>Several kinds of one paper.</summary>
    /// <param name="size">Of the pieces, relative to where people stand.</param>
    public static IReadOnlyList<Sprite> Of(Aloft aloft, SheetPainter painter, Air air, float size)
    {
        var unit = painter.Stage.Unit * size;
        // So small a piece is lost in the dark if it sinks as far as what is large.
        air = air with { DuskShare = 0.5f * air.DuskShare };
        return aloft switch
        {
            Aloft.Leaves => [.. s_autumn.Select((c, i) => Bake(painter, i % 2 == 0 ? Maple(15 * unit) : Leaf.Outline(-13 * unit, 0, 27 * unit, 0), air.Cast(c), 17 * unit))],
            Aloft.Petals => [.. s_pink.Select(c => Bake(painter, Petal(9.5f * unit), air.Cast(c), 10 * unit))],
            Aloft.Confetti => [.. s_gay.Select((c, i) => Bake(painter, i % 3 == 2 ? Curl(8 * unit) : Knife.Box(-5.5f * unit, -3.2f * unit, 5.5f * unit, 3.2f * unit), air.Cast(c), 12 * unit))],
            _ => [.. s_sand.Select((c, i) => Haze(painter.Stage, (20 + 12 * i) * unit, 1.7f * unit, air.Cast(c).WithAlpha(178)))],
        };
    }

    /// <summary>A petal with the notch of a cherry's.</summary>
    private static SKPath Petal(float r)
    {
        var petal = Held.Path();
        petal.MoveTo(-r, 0);
        petal.CubicTo(-r * 0.5f, -r * 0.75f, r * 0.5f, -r * 0.85f, r, -r * 0.30f);
        petal.LineTo(r * 0.66f, 0);
        petal.LineTo(r, r * 0.30f);
        petal.CubicTo(r * 0.5f, r * 0.85f, -r * 0.5f, r * 0.75f, -r, 0);
        petal.Close();
        return petal;
    }

    /// <summary>Five points on a stalk.</summary>
    private static SKPath Maple(float r)
    {
        var leaf = Knife.Polygon(
            r * 1.05f, 0, r * 0.55f, r * 0.16f, r * 0.62f, r * 0.62f, r * 0.28f, r * 0.36f, -r * 0.10f, r * 0.92f, -r * 0.18f, r * 0.44f, -r * 0.66f, r * 0.62f, -r * 0.42f, r * 0.12f,
            -r * 1.05f, r * 0.05f, -r * 1.05f, -r * 0.05f, -r * 0.42f, -r * 0.12f, -r * 0.66f, -r * 0.62f, -r * 0.18f, -r * 0.44f, -r * 0.10f, -r * 0.92f, r * 0.28f, -r * 0.36f, r * 0.62f, -r * 0.62f, r * 0.55f, -r * 0.16f);
        return leaf.Hole(Knife.Polygon(-r * 0.30f, -r * 0.03f, r * 0.62f, 0, -r * 0.30f, r * 0.03f));
    }

    /// <summary>A streamer's end that has curled.</summary>
    private static SKPath Curl(float r) => Knife.Smooth(true, -r, -r * 0.5f, -r * 0.4f, -r * 0.1f, 0, -r * 0.5f, r * 0.5f, -r * 0.1f, r, -r * 0.4f, r, r * 0.1f, r * 0.5f, r * 0.4f, 0, 0, -r * 0.4f, r * 0.4f, -r, 0);

    private static Sprite Bake(SheetPainter painter, SKPath path, SKColor color, float side)
    {
        var stage = painter.Stage;
        var x = painter.Light.Sun.X > stage.Width * 0.5f ? stage.Width * 0.3f : stage.Width * 0.7f;
        var y = stage.Height * 0.35f;
        var room = side + 8 * stage.Unit;
        return Sprite.Bake(stage, new SKRect(-room, -room, room, room), canvas =>
        {
            canvas.Translate(-x, -y);
            painter.Sheet(canvas, path.At(SKMatrix.CreateTranslation(x, y)), color, 0.45f, 1);
        });
    }

    /// <summary>A thin streak of blown sand.</summary>
    private static Sprite Haze(Stage stage, float half, float thick, SKColor color) => Sprite.Bake(stage, new SKRect(-half, -2 * thick, half, 2 * thick), canvas =>
    {
        using var paint = new HeldPaint { IsAntialias = true, Color = color };
        using var streak = Held.Path();
        streak.MoveTo(-half, 0);
        streak.QuadTo(0, -1.6f * thick, half, 0);
        streak.QuadTo(0, 1.6f * thick, -half, 0);
        streak.Close();
        canvas.DrawPath(streak, paint);
    });
}

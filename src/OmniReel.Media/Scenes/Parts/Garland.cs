using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A string across the street: paper flags by day, small lanterns after dark. Each piece swings on its thread.</summary>
internal static class Garland
{
    private const int Pieces = 13;

    /// <summary>It hangs from beyond the upper edge, so that where the street passes by, the next one begins out of sight.</summary>
    /// <param name="low">Its lowest point, in stage pixels.</param>
    public static void Lay(Studio studio, float depth, float low, ReadOnlySpan<SKColor> colors)
    {
        var (left, right) = (studio.Reach.Left, studio.Lap > 0 ? studio.Reach.Left + studio.Lap : studio.Reach.Right);
        var rise = low - studio.Reach.Top;
        SKPoint On(float u) => new(left + (right - left) * u, low - rise * MathF.Pow(MathF.Abs(2 * u - 1), studio.Stage.IsTall ? 3.6f : 2.6f));
        var thread = Held.Path();
        thread.MoveTo(On(0));
        for (var i = 1; i <= 60; i++)
            thread.LineTo(On(i / 60f));
        var unit = studio.Unit;
        var isLantern = studio.Air.Lit >= 0.5f;
        // By night a dark thread would be lost before the sky: the lanterns light it.
        var cord = isLantern ? new SKColor(0x9C, 0x78, 0x60) : studio.Air.Cast(0x4A3A4A);
        var box = thread.Bounds;
        box.Inflate(4 * unit, 4 * unit);
        studio.Behind.Still(depth, canvas =>
        {
            using var paint = new HeldPaint { IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 2 * unit, Color = cord };
            canvas.DrawPath(thread, paint);
        }, box);
        var count = studio.Stage.IsTall ? Pieces * 2 / 3 : Pieces;
        var pieces = new (Sprite Sprite, SKPoint At, float Phase)[count];
        for (var i = 0; i < count; i++)
        {
            var at = On((i + 0.5f) / count);
            var prop = (isLantern ? Lantern(colors[i % colors.Length]) : Flag(colors[i % colors.Length])).At(at, 42 * unit);
            pieces[i] = (Sprite.Bake(studio.Stage, prop.Bounds(unit), canvas => prop.Draw(canvas, studio.Painter)), at, studio.Between(0, 2) + i * 0.5f);
        }

        studio.Behind.Moving(depth, null, (canvas, moment) =>
        {
            foreach (var (sprite, at, phase) in pieces)
                sprite.DrawTurned(canvas, at, 5 * MathF.Sin(moment.Seconds * 1.6f + phase));
        });
    }

    private static Prop Flag(SKColor color) => new Prop().Sheet(
        Knife.Polygon(-0.42f, -0.02f, 0.42f, -0.02f, 0, 0.88f).Hole(Knife.Disc(0, 0.26f, 0.12f)).Hole(Knife.Disc(0, 0.52f, 0.05f)), color, 0.6f, 1.6f, thin: true);

    private static Prop Lantern(SKColor color)
    {
        var warm = Tint.Mix(color, new SKColor(0xFF, 0xA8, 0x48), 0.6f);
        return new Prop()
            .Tissue(Knife.Disc(0, 0.5f, 0.62f), new SKColor(0xFF, 0xB4, 0x5A, 70), 10)
            .Tissue(Knife.Box(-0.28f, 0.22f, 0.28f, 0.78f), new SKColor(0xFF, 0xEE, 0xB4))
            .Sheet(
                Knife.Smooth(true, -0.18f, 0.16f, -0.44f, 0.5f, -0.18f, 0.84f, 0.18f, 0.84f, 0.44f, 0.5f, 0.18f, 0.16f)
                    .Hole(Knife.Smooth(true, -0.04f, 0.26f, -0.05f, 0.5f, -0.04f, 0.74f, 0.04f, 0.74f, 0.05f, 0.5f, 0.04f, 0.26f))
                    .Hole(Knife.Crescent(-0.22f, 0.5f, 0.18f, 0.06f, 90))
                    .Hole(Knife.Crescent(0.22f, 0.5f, 0.18f, 0.06f, -90)),
                warm, 0.4f, 1.4f)
            .Sheet(Knife.Box(-0.20f, 0.08f, 0.20f, 0.18f), new SKColor(0x5A, 0x24, 0x2C), 0.3f, 0.8f)
            .Sheet(Knife.Box(-0.18f, 0.82f, 0.18f, 0.90f), new SKColor(0x5A, 0x24, 0x2C), 0.3f, 0.8f)
            .Sheet(Knife.Box(-0.03f, 0.90f, 0.03f, 1.18f), new SKColor(0xE8, 0x58, 0x3C), 0.2f, 0.6f);
    }
}

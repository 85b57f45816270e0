using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A broad river that comes from the light on the horizon in long flat bends, gold far off and blue near, and leaves the frame below.</summary>
internal static class WindingRiver
{
    private const int Steps = 120;

    /// <summary>How much flatter what lies on the ground is seen than from above.</summary>
    private const float Flat = 0.30f;

    /// <summary>Its banks and its water over ground that begins at the horizon.</summary>
    /// <param name="bottom">Where it leaves the picture, in stage pixels.</param>
    public static void Lay(Studio studio, float depth, float top, float bottom, SKColor bank)
    {
        // Below the crest of the farthest dunes: a river does not climb.
        var course = Course(studio, top + 7 * studio.Unit, bottom + 60 * studio.Unit);
        var (unit, air) = (studio.Unit, studio.Air);
        // A point on the horizon that widens at once.
        float Half(float share) => (9 + 247 * MathF.Pow(share, 1.2f)) * unit * MathF.Sqrt(Math.Min(1, share / 0.06f));
        var water = Band(course, s => -Half(s), Half);
        var banks = Band(course, s => -Half(s) - (2 + 22 * s) * unit, s => Half(s) + (2 + 22 * s) * unit);
        var box = SKRect.Intersect(SKRect.Inflate(banks.Bounds, 20 * unit, 20 * unit), studio.Reach);
        var deep = Tint.Mix(air.Cast(0x1F64A8), Tint.Hex(0x1F6AB8), 0.55f);
        var flow = Flow(studio, course, Half);
        studio.Behind.Still(depth, canvas =>
        {
            studio.Painter.Sheet(canvas, banks, Tint.Mix(bank, SKColors.White, 0.18f), 0.5f, 2);
            studio.Painter.Sheet(canvas, water, deep, 0.25f, 1.6f);
            using var glow = SKShader.CreateLinearGradient(
                new SKPoint(0, top), new SKPoint(0, bottom), [air.Disc.WithAlpha(245), air.Glow.WithAlpha(190), air.Glow.WithAlpha(60), air.Glow.WithAlpha(0)], [0, 0.12f, 0.36f, 0.9f], SKShaderTileMode.Clamp);
            using var paint = new HeldPaint { IsAntialias = true, Shader = glow };
            canvas.DrawPath(water, paint);
            studio.Painter.Tissue(canvas, flow.Dark, Tint.Mix(deep, SKColors.Black, 0.25f).WithAlpha(90));
            studio.Painter.Tissue(canvas, flow.Light, air.Disc.WithAlpha(120));
        }, box);
        LayGlints(studio, depth, box, course, Half);
    }

    /// <summary>The middle of the river, with its direction, from the horizon down. Bends grow wide toward who looks.</summary>
    private static Func<float, (SKPoint At, SKPoint Across)> Course(Studio studio, float top, float bottom)
    {
        var (unit, sun) = (studio.Unit, studio.Lines.Sun);
        // Toward the side where nobody stands.
        var side = sun.X > studio.Width * 0.5f ? 1 : -1;
        var swing = (studio.Stage.IsTall ? 190 : 330) * unit;
        SKPoint At(float share) => new(
            sun.X - side * 0.16f * share * share * studio.Width + side * (0.14f + 0.86f * share) * swing * MathF.Sin(share * 9.6f) * (1 - 0.30f * share),
            top + (bottom - top) * MathF.Pow(share, 1.55f));
        return share =>
        {
            SKPoint a = At(Math.Max(0, share - 0.004f)), b = At(share + 0.004f);
            // The normal as seen from above, laid flat again.
            float dx = b.X - a.X, dy = (b.Y - a.Y) / Flat, length = MathF.Sqrt(dx * dx + dy * dy);
            return (At(share), new SKPoint(dy / length, -dx / length * Flat));
        };
    }

    private static SKPoint Beside(Func<float, (SKPoint At, SKPoint Across)> course, float share, float aside)
    {
        var (at, across) = course(share);
        return new SKPoint(at.X + aside * across.X, at.Y + aside * across.Y);
    }

    private static SKPath Band(Func<float, (SKPoint At, SKPoint Across)> course, Func<float, float> left, Func<float, float> right)
    {
        var points = new SKPoint[2 * (Steps + 1)];
        for (var i = 0; i <= Steps; i++)
        {
            var share = i / (float)Steps;
            points[i] = Beside(course, share, left(share));
            points[^(i + 1)] = Beside(course, share, right(share));
        }

        var band = Held.Path(SKPathFillType.Winding);
        band.AddPoly(points);
        return band;
    }

    /// <summary>Lines of the current that follow the bends.</summary>
    private static (SKPath Dark, SKPath Light) Flow(Studio studio, Func<float, (SKPoint At, SKPoint Across)> course, Func<float, float> half)
    {
        SKPath dark = Held.Path(SKPathFillType.Winding), light = Held.Path(SKPathFillType.Winding);
        for (var i = 0; i < 46; i++)
        {
            float from = MathF.Pow(studio.Between(0.03f, 0.96f), 0.8f), length = studio.Between(0.03f, 0.075f), aside = studio.Between(-0.84f, 0.84f), thick = (0.4f + 2.2f * from) * studio.Unit;
            const int joints = 10;
            var points = new SKPoint[2 * joints + 2];
            for (var k = 0; k <= joints; k++)
            {
                var share = from + length * k / joints;
                var own = thick * MathF.Sin(MathF.PI * k / joints);
                var at = Beside(course, share, aside * half(share));
                (points[k], points[^(k + 1)]) = (new SKPoint(at.X, at.Y - own), new SKPoint(at.X, at.Y + own));
            }

            (i % 3 == 0 ? light : dark).AddPoly(points);
        }

        return (dark, light);
    }

    /// <summary>Slivers of the sun all over the water, thickest below it.</summary>
    private static void LayGlints(Studio studio, float depth, SKRect box, Func<float, (SKPoint At, SKPoint Across)> course, Func<float, float> half)
    {
        var unit = studio.Unit;
        var glints = new (SKPoint At, float Half, float Phase)[88];
        for (var i = 0; i < glints.Length; i++)
        {
            var share = MathF.Pow(studio.Between(0, 1), 1.15f) * 0.97f;
            var at = Beside(course, share, studio.Between(-0.86f, 0.86f) * half(share));
            var near = MathF.Exp(-MathF.Pow((at.X - studio.Lines.Sun.X) / (150 * unit), 2));
            glints[i] = (at, (3 + 15 * share) * (0.35f + 1.1f * near) * unit, studio.Between(0, 6));
        }

        studio.Behind.Moving(depth, box, (canvas, moment) =>
        {
            using var paint = new HeldPaint { IsAntialias = true };
            foreach (var (at, wide, phase) in glints)
            {
                var beat = 0.5f + 0.5f * MathF.Sin(moment.Seconds * 2.4f + phase);
                paint.Color = studio.Air.Disc.WithAlpha((byte)(40 + 190 * beat));
                var own = wide * (0.5f + 0.5f * beat);
                canvas.DrawOval(at.X, at.Y, own, 0.4f * unit + 0.055f * own, paint);
            }
        });
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>What moves in the water: sheets of light from the surface, bubbles, a school of small fish.</summary>
internal static class Depths
{
    private const int Beams = 5, PerVent = 7, School = 9;

    /// <summary>Beams that open from the surface to the floor, each breathing at its own pace.</summary>
    public static void LayBeams(Studio studio, float depth, float bottom)
    {
        var (sun, w, glow) = (studio.Lines.Sun, studio.Width, studio.Air.Glow);
        var top = studio.Reach.Top;
        for (var i = 0; i < Beams; i++)
        {
            var lean = i - (Beams - 1) / 2f + studio.Between(-0.2f, 0.2f);
            float x = sun.X + lean * 0.055f * w, run = lean * 0.105f * w, half = studio.Between(9, 16) * studio.Unit, wide = studio.Between(36, 66) * studio.Unit;
            var beam = Knife.Polygon(x - half, top, x + half, top, x + run + wide, bottom, x + run - wide, bottom);
            var box = beam.Bounds;
            box.Inflate(6 * studio.Unit, 6 * studio.Unit);
            box.Intersect(studio.Reach);
            if (box.Width <= 2 || box.Height <= 2)
                continue;
            var sprite = studio.Bake(box, (canvas, _) => Draw(canvas, beam, glow, top, bottom));
            float phase = studio.Between(0, 6), pace = studio.Between(0.5f, 0.9f);
            studio.Behind.Add(new MovingLayer((canvas, moment) =>
                sprite.Draw(canvas, SKMatrix.Identity, (byte)(165 + 85 * MathF.Sin(moment.Seconds * pace + phase)))) { Depth = depth, Box = box });
        }
    }

    /// <summary>Bubbles that rise from a few places in wavering strings and grow on their way.</summary>
    /// <param name="xs">Shares of the width.</param>
    public static void LayBubbles(Studio studio, LayerStack stack, float depth, float from, float size, params ReadOnlySpan<float> xs)
    {
        var side = 15 * studio.Unit * size;
        var bubble = Sprite.Bake(studio.Stage, new SKRect(-side, -side, side, side), canvas =>
        {
            float r = 11 * studio.Unit * size;
            studio.Painter.Tissue(canvas, Knife.Disc(0, 0, r), SKColors.White.WithAlpha(46));
            studio.Painter.Tissue(canvas, Knife.Disc(0, 0, r).Hole(Knife.Disc(0, 0, r * 0.84f)), SKColors.White.WithAlpha(190));
            studio.Painter.Tissue(canvas, Knife.Crescent(-r * 0.22f, -r * 0.16f, r * 0.42f, r * 0.13f, -38), SKColors.White.WithAlpha(220));
        });
        var strings = new (float X, float Phase, float Pace, int Vent)[xs.Length * PerVent];
        for (var i = 0; i < strings.Length; i++)
            strings[i] = (xs[i / PerVent] * studio.Width + studio.Between(-9, 9) * studio.Unit, (i % PerVent + studio.Between(0, 0.6f)) / PerVent, studio.Between(0.085f, 0.105f), i / PerVent);
        var way = from - studio.Reach.Top;
        stack.Moving(depth, null, (canvas, moment) =>
        {
            foreach (var (x, phase, pace, vent) in strings)
            {
                var age = (moment.Seconds * pace + phase) % 1;
                var scale = 0.35f + 0.65f * age;
                var at = new SKPoint(x + (8 + 20 * age) * studio.Unit * MathF.Sin(age * 17 + vent * 2.1f), from - age * way);
                bubble.Draw(canvas, SKMatrix.CreateScaleTranslation(scale, scale, at.X, at.Y), (byte)(255 * Math.Min(1, age * 12)));
            }
        });
    }

    /// <summary>A school that crosses the picture and comes again; none where the prompt names things, whose number counts.</summary>
    public static void LaySchool(Studio studio, float depth, float y, float length, SKColor color)
    {
        var size = length * studio.Unit;
        var facing = studio.Lines.Sun.X > studio.Width * 0.5f ? 1 : -1;
        var fish = new (float X, float Y, float Scale, float Phase)[School];
        var middle = studio.Between(0.30f, 0.55f);
        for (var i = 0; i < School; i++)
            fish[i] = (((i % 3 - 1) * 1.55f + i / 3 * 0.7f + studio.Between(-0.3f, 0.3f)) * size, ((i / 3 - 1) * 0.72f + studio.Between(-0.16f, 0.16f)) * size, studio.Between(0.75f, 1.05f), studio.Between(0, 6));
        // All choices are made by now: without the school everything else stays as it is.
        if (studio.Shot.Things.Count > 0)
            return;
        var box = new SKRect(-size * 0.62f, -size * 0.36f, size * 0.62f, size * 0.36f);
        var sprite = Sprite.Bake(studio.Stage, box, canvas =>
        {
            // Cut where it is seen, so that it is lit as the water there is.
            canvas.Translate(-studio.Width * 0.4f, -y);
            var place = SKMatrix.CreateScale(facing * size, size).PostConcat(SKMatrix.CreateTranslation(studio.Width * 0.4f, y));
            studio.Painter.Sheet(canvas, Tail().At(place), Tint.Mix(color, SKColors.Black, 0.10f), 0.2f, 0.8f);
            studio.Painter.Sheet(canvas, Body().At(place), color, 0.3f, 1.2f);
        });
        var reach = studio.Reach;
        studio.Behind.Add(new MovingLayer((canvas, moment) =>
        {
            var t = moment.Seconds;
            foreach (var (dx, dy, scale, phase) in fish)
            {
                var x = middle * studio.Width + dx + facing * 30 * studio.Unit * t + 6 * studio.Unit * MathF.Sin(t * 0.9f + phase);
                x = reach.Left - size + Wrapped(x - reach.Left + size, reach.Width + 2 * size);
                var beat = 0.90f + 0.10f * MathF.Sin(t * 9 + phase);
                sprite.Draw(canvas, SKMatrix.CreateScaleTranslation(scale * beat, scale, x, y + dy + 4 * studio.Unit * MathF.Sin(t * 1.3f + phase)));
            }
        })
        { Depth = depth });
    }

    private static float Wrapped(float x, float length) => x - length * MathF.Floor(x / length);

    private static SKPath Body() => Knife.Smooth(true, -0.40f, 0, -0.18f, -0.17f, 0.12f, -0.22f, 0.38f, -0.12f, 0.52f, 0.01f, 0.38f, 0.12f, 0.12f, 0.20f, -0.18f, 0.14f)
        .Hole(Knife.Disc(0.36f, -0.045f, 0.028f)).Hole(Knife.Crescent(0.20f, 0.0f, 0.10f, 0.018f, 84)).Hole(Knife.Crescent(-0.02f, 0.0f, 0.08f, 0.015f, 84));

    private static SKPath Tail() => Knife.Smooth(true, -0.30f, 0, -0.46f, -0.10f, -0.60f, -0.22f, -0.52f, 0, -0.60f, 0.20f, -0.46f, 0.09f);

    /// <summary>A sheet of light with a brighter one inside it, fading toward the floor.</summary>
    private static void Draw(SKCanvas canvas, SKPath beam, SKColor glow, float top, float bottom)
    {
        using var fade = SKShader.CreateLinearGradient(
            new SKPoint(0, top), new SKPoint(0, bottom), [glow.WithAlpha(96), glow.WithAlpha(70), glow.WithAlpha(34), glow.WithAlpha(0)], [0, 0.35f, 0.72f, 1], SKShaderTileMode.Clamp);
        using var paint = new HeldPaint { IsAntialias = true, Shader = fade };
        canvas.DrawPath(beam, paint);
        var box = beam.Bounds;
        using var inner = beam.At(SKMatrix.CreateScale(0.45f, 1, box.MidX, 0));
        canvas.ClipPath(beam, SKClipOperation.Intersect, true);
        canvas.DrawPath(inner, paint);
    }
}

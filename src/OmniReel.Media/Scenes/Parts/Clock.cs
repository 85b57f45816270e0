using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A wall clock whose pendulum swings once a second.</summary>
internal static class Clock
{
    /// <param name="at">Middle of the dial, pixels.</param>
    /// <param name="size">Height of the whole clock, pixels.</param>
    public static void Lay(Studio studio, float depth, SKPoint at, float size, SKColor wood, SKColor dial)
    {
        var brass = studio.Air.Cast(0xF2C35A);
        var body = new Prop()
            .Sheet(Knife.Smooth(true, -0.22f, -0.24f, 0, -0.36f, 0.22f, -0.24f, 0.19f, 0.22f, 0.17f, 0.56f, 0, 0.64f, -0.17f, 0.56f, -0.19f, 0.22f), wood, 0.9f)
            .Sheet(Knife.Box(-0.105f, 0.22f, 0.105f, 0.54f), Tint.Mix(wood, SKColors.Black, 0.35f), 0.2f, 1)
            .Sheet(Knife.Disc(0, -0.02f, 0.165f), dial, 0.4f, 1.4f);
        for (var i = 0; i < 12; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.PI / 6);
            body.Tissue(Knife.Disc(cos * 0.135f, -0.02f + sin * 0.135f, i % 3 == 0 ? 0.012f : 0.007f), wood);
        }

        body.Sheet(Knife.Limb(new SKPoint(0, -0.02f), new SKPoint(0.055f, -0.085f), 0.011f, 0.007f), wood, 0.2f, 0.6f)
            .Sheet(Knife.Limb(new SKPoint(0, -0.02f), new SKPoint(-0.045f, -0.125f), 0.009f, 0.005f), wood, 0.2f, 0.6f);
        studio.Still(studio.Behind, depth, body.At(at, size));
        var pivot = new SKPoint(at.X, at.Y + 0.14f * size);
        var pendulum = new Prop().Sheet(Knife.Box(-0.007f, 0, 0.007f, 0.28f), brass, 0.3f, 0.6f).Sheet(Knife.Disc(0, 0.30f, 0.05f), brass, 0.4f, 1.2f).At(pivot, size);
        var box = pendulum.Bounds(studio.Unit);
        var sprite = Sprite.Bake(studio.Stage, box, canvas => pendulum.Draw(canvas, studio.Painter));
        studio.Behind.Moving(depth, box, (canvas, moment) => sprite.DrawTurned(canvas, pivot, 8 * MathF.Sin(moment.Seconds * MathF.PI)));
    }
}

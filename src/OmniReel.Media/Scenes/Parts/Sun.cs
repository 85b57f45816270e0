using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>The sun: light itself, so it is the one thing that has neither fibre nor shadow. Under clouds only its glow is left.</summary>
internal static class Sun
{
    public static void Lay(Studio studio)
    {
        var sun = studio.Lines.Sun;
        var radius = (studio.Shot.Traits.HasFlag(Traits.GreatSun) ? 108 : 56) * studio.Unit;
        var air = studio.Air;
        if (!air.IsClear)
        {
            studio.Behind.Still(0.01f, canvas => studio.Painter.Tissue(canvas, Knife.Disc(sun.X, sun.Y, radius * 1.6f), air.Glow.WithAlpha(46), 40), Around(sun, radius * 5));
            return;
        }

        var halo = Sprite.Bake(studio.Stage, Around(sun, radius * 3.2f), canvas =>
            studio.Painter.Tissue(canvas, Knife.Disc(sun.X, sun.Y, radius * 1.5f), air.Glow.WithAlpha(165), 26));
        var disc = Sprite.Bake(studio.Stage, Around(sun, radius * 1.2f), canvas =>
        {
            studio.Painter.Tissue(canvas, Knife.Disc(sun.X, sun.Y, radius), air.Disc);
            studio.Painter.Tissue(canvas, Knife.Disc(sun.X, sun.Y, radius * 0.8f), SKColors.White.WithAlpha(170), 5);
        });
        studio.Behind.Moving(0.01f, Around(sun, radius * 3.6f), (canvas, moment) =>
        {
            var breath = 1 + 0.06f * MathF.Sin(moment.Seconds * 1.3f);
            halo.Draw(canvas, SKMatrix.CreateScale(breath, breath, sun.X, sun.Y));
            disc.Draw(canvas, 0, 0);
        });
    }

    /// <summary>A square box about a point.</summary>
    public static SKRect Around(SKPoint point, float half) =>
        new(point.X - half, point.Y - half, point.X + half, point.Y + half);
}

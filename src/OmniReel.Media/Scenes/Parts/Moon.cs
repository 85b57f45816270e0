using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A crescent moon with its halo, or the pale patch that clouds leave of it.</summary>
internal static class Moon
{
    public static void Lay(Studio studio)
    {
        if (!studio.Shot.HasMoon)
            return;
        var at = studio.Lines.Sun;
        var radius = 58 * studio.Unit;
        var air = studio.Air;
        var box = Sun.Around(at, radius * 4);
        if (!air.IsClear)
        {
            studio.Behind.Still(0.01f, canvas => studio.Painter.Tissue(canvas, Knife.Disc(at.X, at.Y, radius * 1.3f), air.Glow.WithAlpha(44), 40), box);
            return;
        }

        // The light stands right of a moon that stands left, so the horns point away from the scene's middle.
        var side = at.X > studio.Width * 0.5f ? 1 : -1;
        var crescent = Knife.Disc(at.X, at.Y, radius).Less(Knife.Disc(at.X - side * radius * 0.46f, at.Y - radius * 0.16f, radius * 0.80f));
        studio.Behind.Still(0.01f, canvas =>
        {
            studio.Painter.Tissue(canvas, Knife.Disc(at.X, at.Y, radius * 1.7f), air.Disc.WithAlpha(70), 40);
            studio.Painter.Tissue(canvas, crescent, air.Disc);
        }, box);
    }
}

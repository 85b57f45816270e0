using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Parts;

/// <summary>A crescent moon with its halo, or the pale patch that clouds leave of it.</summary>
internal static class Moon
{
    /// <summary>Units.</summary>
    private const float Radius = 58;

    /// <summary>Stage pixels that a moon comes up over the shot; 0 where it only hangs.</summary>
    public static float WayOf(Studio studio) =>
        studio is { Shot: { Time: TimeOfDay.Night, HasMoon: true } shot, Air.IsClear: true } && shot.Traits.HasFlag(Traits.MoonRise)
            ? Math.Max(0, studio.Lines.Horizon - 0.2f * Radius * studio.Unit - studio.Lines.Sun.Y) : 0;

    public static void Lay(Studio studio)
    {
        if (!studio.Shot.HasMoon)
            return;
        var at = studio.Lines.Sun;
        var radius = Radius * studio.Unit;
        var air = studio.Air;
        var box = Sun.Around(at, radius * 4);
        if (!air.IsClear)
        {
            studio.Behind.Still(0.01f, canvas => studio.Painter.Tissue(canvas, Knife.Disc(at.X, at.Y, radius * 1.3f), air.Glow.WithAlpha(44), 40), box);
            return;
        }

        if (studio.Shot.Traits.HasFlag(Traits.MoonRise))
        {
            LayRising(studio, at, radius);
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

    /// <summary>A full moon that comes up from the horizon to where the light is.</summary>
    private static void LayRising(Studio studio, SKPoint at, float radius)
    {
        var air = studio.Air;
        var moon = Sprite.Bake(studio.Stage, Sun.Around(at, radius * 3), canvas =>
        {
            studio.Painter.Tissue(canvas, Knife.Disc(at.X, at.Y, radius * 1.6f), air.Disc.WithAlpha(90), 34);
            studio.Painter.Tissue(canvas, Knife.Disc(at.X, at.Y, radius), air.Disc);
            foreach (var (x, y, r) in new[] { (-0.32f, -0.28f, 0.22f), (0.30f, 0.05f, 0.30f), (-0.18f, 0.42f, 0.16f), (0.16f, -0.50f, 0.12f) })
                studio.Painter.Tissue(canvas, Knife.Disc(at.X + x * radius, at.Y + y * radius, r * radius), Tint.Mix(air.Disc, air.Sky[1], 0.30f));
        });
        var way = WayOf(studio);
        var box = SKRect.Intersect(new SKRect(at.X - 3 * radius, at.Y - 3 * radius, at.X + 3 * radius, at.Y + way + 3 * radius), studio.Reach);
        studio.Behind.Moving(0.01f, box, (canvas, moment) => moon.Draw(canvas, 0, way * (1 - moment.Progress)));
    }
}

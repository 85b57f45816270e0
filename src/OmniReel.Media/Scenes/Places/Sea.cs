using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>The sea from the beach: far hills, rolling strips of water, a boat, foam, sand with shells, grass in the corners.</summary>
internal static class Sea
{
    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var studio = new Studio(shot, stage, Composition.Of(stage, shot));
        var air = studio.Air;
        var palette = SeaColors.At(shot.Time);
        var lines = studio.Lines;
        var water = air.IsClear ? palette.Land : BelowClouds(palette.Land, air);
        Sky.Lay(studio);
        Birds.Lay(studio, 3, stage.IsTall ? 0.27f : 0.20f, Tint.Mix(palette.Frame, air.Sky[3], 0.25f));
        LayCoast(studio, Tint.Along(air.Sky, 0.72f), lines.Horizon);
        LayWater(studio, water);
        var sand = studio.IsWinter ? Tint.Mix(palette.Floor, SKColors.White, shot.Time == TimeOfDay.Night ? 0.30f : 0.72f) : palette.Floor;
        if (!air.IsClear)
            sand = Tint.Mix(studio.Overcast(sand), Tint.Mix(air.Dusk, air.Sky[^1], 0.5f), 0.30f);
        studio.LetPass();
        Shore.Lay(studio, lines.Ground - 32 * studio.Unit, sand, Tint.Mix(SKColors.White, water[0], shot.Time == TimeOfDay.Night ? 0.62f : 0.25f));
        LaySnow(studio);
        Shore.LayFinds(studio, lines.Ground - 20 * studio.Unit);
        LayGrass(studio, palette.Frame);
        return studio.Finish(palette);
    }

    /// <summary>The far water mirrors the clouds that are there instead of the sun.</summary>
    private static SKColor[] BelowClouds(SKColor[] water, Air air) =>
        [.. water.Toward(air.Dusk, 0.50f).Select((c, i) => Tint.Mix(c, air.Sky[^3], 0.76f - 0.14f * i))];

    /// <summary>Beach grass in the corners, rooted below the frame: it frames the picture, and stays when the shore passes.</summary>
    private static void LayGrass(Studio studio, SKColor color)
    {
        (float X, float Size)[] tufts = studio.Stage.IsTall
            ? [(-0.01f, 210), (0.09f, 120), (0.94f, 130), (1.02f, 230)]
            : [(-0.005f, 190), (0.05f, 128), (0.10f, 76), (0.885f, 70), (0.94f, 132), (0.995f, 205)];
        foreach (var (x, size) in tufts)
        {
            var foot = new SKPoint(x * studio.Width, studio.Height + 14 * studio.Unit);
            var tuft = Flowers.Tuft(studio.IsWinter ? Tint.Mix(color, studio.Air.Cast(0xC8B48A), 0.5f) : color, 9, 0.62f).At(foot, size * studio.Unit * Math.Min(1, studio.Lines.Zoom));
            var box = tuft.Bounds(studio.Unit);
            var sprite = studio.Bake(box, tuft.Draw);
            var phase = studio.Between(0, 6);
            studio.InFront.Add(new MovingLayer((canvas, moment) => sprite.DrawTurned(canvas, foot, 2.4f * MathF.Sin(moment.Seconds * 1.1f + phase)))
            {
                Depth = 1.25f,
                Box = SKRect.Inflate(box, 14 * studio.Unit, 14 * studio.Unit),
            });
        }
    }

    /// <summary>Snow lies on the beach from where the waves no longer reach.</summary>
    private static void LaySnow(Studio studio)
    {
        var top = studio.Lines.Ground - 16 * studio.Unit;
        if (!studio.IsWinter || top > studio.Reach.Bottom)
            return;
        var snow = Hills.Rolling(studio, top + 6 * studio.Unit, 16, 620, 0.35f, studio.Reach.Bottom);
        studio.Behind.Still(1, canvas => studio.Painter.Sheet(canvas, snow, studio.Overcast(studio.SnowWhite), 0.7f, 2), studio.Band(snow.Bounds.Top, studio.Reach.Bottom));
    }

    private static void LayCoast(Studio studio, SKColor color, float horizon)
    {
        var far = Hills.Peaks(studio, horizon + 8 * studio.Unit, 62, 560, studio.Between(0.05f, 0.35f), horizon + 60 * studio.Unit);
        studio.Behind.Still(0.08f, canvas => studio.Painter.Sheet(canvas, far, color, 0.6f, 2), studio.Band(horizon - 70 * studio.Unit, horizon + 60 * studio.Unit));
    }

    /// <summary>From where to where the water lies, in stage pixels.</summary>
    public static (float Far, float Near) WaterOf(Composition lines, Stage stage) =>
        (lines.Horizon, Math.Min(lines.Ground - 62 * stage.Unit, stage.Height * 0.97f));

    private static void LayWater(Studio studio, SKColor[] ramp)
    {
        var lines = studio.Lines;
        var zoom = MathF.Sqrt(lines.Zoom);
        var near = WaterOf(lines, studio.Stage).Near;
        var bottom = lines.Ground > studio.Height ? studio.Reach.Bottom : lines.Ground + 20 * studio.Unit;
        var strips = (int)MathF.Round(Math.Clamp((near - lines.Horizon) / (33 * studio.Unit * zoom), 6, 10));
        Water.Lay(studio, new WaterPlace(lines.Horizon, near, bottom, strips, 4 * zoom, 15 * zoom, 0.12f, 0.88f), ramp, (index, depth, next) =>
        {
            // Where somebody asks for boats, these are they; beside who swims a boat would be a toy.
            if (index == 1 && !studio.Shot.Things.Any(t => t.Motion is ThingMotion.Sail or ThingMotion.Swim or ThingMotion.Drift))
                LayBoat(studio, depth, next);
        });
    }

    /// <summary>Under the sun's side of the sky, whole before the strip it floats on, so that no wave bites its hull.</summary>
    private static void LayBoat(Studio studio, float depth, float waterline)
    {
        var x = studio.Lines.Sun.X > studio.Width * 0.5f ? 0.89f : 0.11f;
        var hull = studio.Shot.Time == TimeOfDay.Night ? Tint.Hex(0x1A2258) : studio.Air.Cast(0x9C3446);
        var sail = Tint.Mix(studio.Air.Cast(0xFFF0D8), studio.Air.Rim, 0.5f);
        Boat.Lay(studio, x, waterline - 13 * studio.Unit * studio.Lines.Zoom, 84 * studio.Lines.Zoom, depth, hull, sail);
    }
}

using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using OmniReel.Media.Scenes.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>The Moon with the Earth above it, Mars below its pale sun, or a rock in space among planets: craters and stones.</summary>
internal sealed class BarrenWorld
{
    private readonly Studio _studio;
    private readonly PlacePalette _palette;
    private readonly Place _place;
    private readonly float _unit;
    private readonly float _zoom;

    private BarrenWorld(ShotPlan shot, Stage stage)
    {
        var lines = Composition.Of(stage, shot);
        _place = shot.Place;
        if (_place != Place.Mars)
            lines = lines with { Sun = new SKPoint(lines.Sun.X, Math.Clamp(lines.Sun.Y, 0.26f * stage.Height, 0.34f * stage.Height)) };
        _studio = new Studio(shot, stage, lines);
        _palette = BarrenColors.Of(_place, shot.Time);
        _unit = stage.Unit;
        _zoom = MathF.Sqrt(lines.Zoom);
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var world = new BarrenWorld(shot, stage);
        var studio = world._studio;
        SkyRings.Lay(studio);
        if (shot.Place != Place.Mars || shot.Time == TimeOfDay.Night)
            Stars.Lay(studio);
        world.LaySky();
        world.LayHeights();
        studio.LetPass();
        world.LayPlains();
        world.LayGround();
        world.LayFront();
        return studio.Finish(world._palette);
    }

    /// <summary>The side that the light is not on.</summary>
    private int Night => _studio.SunIsRight ? 1 : -1;

    private void LaySky()
    {
        var (studio, tall) = (_studio, _studio.Stage.IsTall);
        switch (_place)
        {
            case Place.Moon:
                if (ThingScenery.Earth(studio.Shot) is > 0 and var size)
                    Hang(0.02f, Globe.Earth(Night), studio.Lines.Sun, (tall ? 104 : 92) * size);
                break;
            case Place.Mars when studio.Shot.Time == TimeOfDay.Night:
                Hang(0.02f, Globe.Small(Tint.Hex(0xE8DCCC), Night), new SKPoint(_studio.X(0.78f), 0.20f * studio.Height), 30);
                Hang(0.03f, Globe.Small(Tint.Hex(0xC8B4A8), Night), new SKPoint(_studio.X(0.60f), 0.33f * studio.Height), 16);
                break;
            case Place.Mars:
                Sun.Lay(studio);
                break;
            default:
                var air = studio.Air;
                Hang(0.02f, Globe.Small(air.Cast(0x6CC0C8), Night), new SKPoint(_studio.X(tall ? 0.20f : 0.13f), (tall ? 0.14f : 0.22f) * studio.Height), 42);
                Hang(0.025f, Globe.Small(air.Cast(0xE88A6A), -Night), new SKPoint(_studio.X(tall ? 0.40f : 0.50f), (tall ? 0.36f : 0.12f) * studio.Height), 22);
                Hang(0.03f, Globe.Ringed(air.Cast(0xF0B060), air.Cast(0xF8E4C0), Night), studio.Lines.Sun, tall ? 88 : 96);
                LayAsteroids();
                break;
        }
    }

    private void Hang(float depth, Prop globe, SKPoint at, float radius) => _studio.Still(_studio.Behind, depth, globe.At(at, radius * _unit));

    /// <summary>Rocks that turn slowly over the far sky.</summary>
    private void LayAsteroids()
    {
        var studio = _studio;
        for (var i = 0; i < 5; i++)
        {
            var at = new SKPoint(_studio.X(0.06f + 0.20f * i + studio.Between(-0.03f, 0.03f)), (0.46f + 0.07f * MathF.Sin(i * 2.2f)) * studio.Height);
            var rock = Rock.Cut(Tint.Mix(_palette.Land[1], studio.Air.Sky[4], 0.25f)).At(new SKPoint(at.X, at.Y + 6 * _unit), studio.Between(26, 52) * _unit);
            var box = rock.Bounds(_unit);
            var sprite = Sprite.Bake(studio.Stage, box, canvas => rock.Draw(canvas, studio.Painter));
            box.Inflate(30 * _unit, 30 * _unit);
            float phase = studio.Between(0, 6), turn = (i % 2 == 0 ? 1 : -1) * studio.Between(3, 7);
            studio.Behind.Moving(0.04f, box, (canvas, moment) => sprite.Draw(
                canvas,
                SKMatrix.CreateRotationDegrees(turn * moment.Seconds, at.X, at.Y).PostConcat(SKMatrix.CreateTranslation(0, 6 * _unit * MathF.Sin(moment.Seconds * 0.5f + phase)))));
        }
    }

    /// <summary>Far mountains: mesas on Mars, old rounded heights elsewhere.</summary>
    private void LayHeights()
    {
        var (studio, horizon) = (_studio, _studio.Lines.Horizon);
        var tall = studio.Stage.IsTall ? 1.3f : 1;
        if (_place == Place.Mars)
        {
            (float X, float Height, float Width)[] mesas = [(0.06f, 118, 1.1f), (0.40f, 70, 1.5f), (0.58f, 96, 0.4f), (0.98f, 110, 0.9f)];
            studio.Still(studio.Behind, 0.08f, [.. mesas.Select(m =>
                Mesa.Cut(_palette.Land[0], m.Width, studio.Random.NextSingle()).At(new SKPoint(_studio.X(m.X), horizon + 14 * _unit), m.Height * tall * _unit * _zoom, _studio.X(m.X) > studio.Lines.Sun.X))]);
            return;
        }

        var ridge = _place == Place.Moon
            ? Hills.Rolling(studio, horizon + 26 * _unit, 96 * tall, 380, studio.Between(0, 1), horizon + 0.2f * studio.Height)
            : Hills.Peaks(studio, horizon + 40 * _unit, 110 * tall, 300, studio.Between(0, 1), horizon + 0.2f * studio.Height);
        studio.Behind.Still(0.08f, canvas => studio.Painter.Sheet(canvas, ridge, _palette.Land[0], 0.8f, 2.2f), studio.Band(ridge.Bounds.Top, ridge.Bounds.Bottom));
    }

    private void LayPlains()
    {
        var (studio, lines, h) = (_studio, _studio.Lines, _studio.Height);
        for (var i = 0; i < 3; i++)
        {
            var y = lines.Horizon + (0.055f + 0.085f * i) * h;
            var strip = Hills.Rolling(studio, y, 44 + 10 * i, 640 + 230 * i, studio.Between(0, 1), i == 2 ? studio.Reach.Bottom : y + 0.22f * h + 40 * _unit);
            var depth = 0.18f + 0.19f * i;
            var color = _palette.Land[i + 1];
            studio.Behind.Still(depth, canvas => studio.Painter.Sheet(canvas, strip, color, 0.8f, 2.2f), studio.Band(strip.Bounds.Top, strip.Bounds.Bottom));
            var props = new List<Prop>();
            var crater = Crater.Cut(color);
            for (var share = studio.Between(-0.02f, 0.10f); share < 1.04f; share += studio.Between(0.15f, 0.30f) * (studio.Stage.IsTall ? 1.4f : 1))
            {
                var x = share * studio.Width;
                var size = (66 + 44 * i) * studio.Between(0.6f, 1.3f) * _unit * _zoom;
                if (studio.Random.Next(4) == 0)
                    props.Add(Rock.Cut(Tint.Mix(color, _palette.Frame, 0.16f)).At(new SKPoint(x, Hills.EdgeOf(strip, x) + 5 * _unit), size * 0.55f, studio.Random.Next(2) == 0));
                else
                    props.Add(crater.At(new SKPoint(x, Hills.EdgeOf(strip, x) + 0.24f * size + (14 + 6 * i) * _unit), size));
            }

            studio.Still(studio.Behind, depth + 0.02f, [.. props]);
        }
    }

    private void LayGround()
    {
        var studio = _studio;
        var top = Math.Min(studio.Lines.Ground - 80 * _unit, studio.Height * 0.90f);
        var ground = Hills.Rolling(studio, top + 16 * _unit, 34, 1260, 0.16f, studio.Reach.Bottom);
        studio.Behind.Still(1, canvas => studio.Painter.Sheet(canvas, ground, _palette.Floor, 1.1f, 2.4f), studio.Band(ground.Bounds.Top, ground.Bounds.Bottom));
        var stone = Tint.Mix(_palette.Floor, _palette.Frame, 0.22f);
        (float X, float Down, float Size, bool IsRock)[] props = [(0.80f, 46, 190, false), (0.22f, 52, 150, false), (0.56f, 96, 90, false), (0.96f, 110, 120, false), (0.67f, 16, 74, true), (0.715f, 18, 44, true), (0.13f, 14, 96, true), (0.93f, 16, 60, true)];
        studio.Still(studio.Behind, 1, [.. props.Select(p => (p.IsRock ? Rock.Cut(stone) : Crater.Cut(_palette.Floor))
            .At(new SKPoint(_studio.X(p.X), Hills.EdgeOf(ground, _studio.X(p.X)) + p.Down * _unit), p.Size * _unit * _zoom, p.X < 0.5f))]);
    }

    /// <summary>Dark boulders toward the corners.</summary>
    private void LayFront()
    {
        var studio = _studio;
        (float X, float Size)[] rocks = studio.Stage.IsTall ? [(0.02f, 220), (0.20f, 110), (0.97f, 260)] : [(0.02f, 250), (0.13f, 120), (0.89f, 140), (0.99f, 280)];
        studio.Still(studio.InFront, 1.25f, [.. rocks.Select(r => Rock.Cut(_palette.Frame).At(new SKPoint(r.X * studio.Width, studio.Height + 30 * _unit), r.Size * _unit, r.X > 0.5f))]);
    }
}

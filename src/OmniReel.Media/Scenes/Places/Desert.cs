using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>A desert: three rows of dunes with their lee sides in shade, rocks and dry grass, rippled sand; mesas and cacti, a river, a column of smoke where they are asked for.</summary>
internal sealed class Desert
{
    private readonly Studio _studio;
    private readonly PlacePalette _palette;
    private readonly SKColor[] _land;
    private readonly SKColor _sand;
    private readonly float _unit;
    private readonly float _zoom;

    private Desert(ShotPlan shot, Stage stage)
    {
        var lines = Composition.Of(stage, shot);
        // A great sun is seen whole, a hand above the horizon.
        if (shot.Traits.HasFlag(Traits.GreatSun))
            lines = lines with { Sun = new SKPoint(lines.Sun.X, Math.Min(lines.Sun.Y, lines.Horizon - 122 * stage.Unit)) };
        _studio = new Studio(shot, stage, lines);
        _palette = DesertColors.At(shot.Time).Apart(shot);
        var snow = SnowColors.At(shot.Time);
        _land = _studio.Overcast(_studio.IsWinter ? [.. _palette.Land.Select((c, i) => Tint.Mix(c, snow[i], i < 2 ? 0.25f : 0.62f))] : _palette.Land);
        _sand = _studio.Overcast(_studio.IsWinter ? Tint.Mix(_palette.Floor, snow[4], 0.7f) : _palette.Floor);
        _unit = stage.Unit;
        _zoom = MathF.Sqrt(_studio.Lines.Zoom);
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var desert = new Desert(shot, stage);
        var studio = desert._studio;
        Sky.Lay(studio);
        Birds.Lay(studio, 2, stage.IsTall ? 0.28f : 0.19f, Tint.Mix(desert._palette.Frame, studio.Air.Sky[3], 0.25f));
        if (desert.HasMesas)
            desert.LayMesas();
        studio.LetPass();
        if (studio.Shot.Traits.HasFlag(Traits.River))
            desert.LayPlain();
        else
            desert.LayDunes();
        desert.LaySmoke();
        desert.LayFloor();
        desert.LayFront();
        return studio.Finish(desert._palette);
    }

    private bool HasMesas => _studio.Shot.Traits.HasFlag(Traits.Mesas);

    private bool HasRiver => _studio.Shot.Traits.HasFlag(Traits.River);

    private SKColor Shaded(SKColor sand) => Tint.Mix(sand, Tint.Mix(_palette.Frame, _land[1], 0.55f), 0.36f);

    /// <summary>Far and near table mountains; below a low sun the horizon stays open.</summary>
    private void LayMesas()
    {
        var tall = _studio.Stage.IsTall;
        var foot = _studio.Lines.Horizon + 16 * _unit;
        Row(0.07f, 0, foot - 4 * _unit, tall ? [(0.08f, 150, 0.72f), (0.55f, 96, 0.9f), (0.98f, 122, 0.5f)] : [(0.04f, 132, 0.95f), (0.36f, 92, 1.1f), (0.56f, 118, 0.30f), (0.97f, 104, 1.2f)]);
        Row(0.12f, 1, foot + 10 * _unit, tall ? [(0.22f, 240, 0.30f), (0.42f, 150, 0.10f), (1.00f, 190, 0.24f)] : [(0.145f, 250, 0.42f), (0.30f, 150, 0.11f), (0.945f, 205, 0.16f), (1.03f, 160, 0.6f)]);

        void Row(float depth, int tone, float y, (float X, float Height, float Width)[] mesas) => _studio.Still(_studio.Behind, depth, [.. mesas.Select(m =>
        {
            var at = new SKPoint(_studio.X(m.X + _studio.Between(-0.015f, 0.015f)), y);
            return Mesa.Cut(_land[tone], m.Width, _studio.Random.NextSingle()).At(at, m.Height * _unit * _zoom, at.X > _studio.Lines.Sun.X);
        })]);
    }

    /// <summary>Low dunes to both sides of a river; the horizon is open where it comes from.</summary>
    private void LayPlain()
    {
        var (studio, lines, h) = (_studio, _studio.Lines, _studio.Height);
        var seed = studio.Between(0, 0.3f);
        Dunes.Lay(studio, 0.20f, lines.Horizon + 0.030f * h, 16, 620, 0.30f + seed, studio.Reach.Bottom, _land[2], Shaded(_land[2]));
        var plain = Hills.Rolling(studio, lines.Horizon + 0.05f * h, 10, 900, 0.4f + seed, studio.Reach.Bottom);
        studio.Behind.Still(0.30f, canvas => studio.Painter.Sheet(canvas, plain, _land[3], 0.6f, 2), studio.Band(plain.Bounds.Top, plain.Bounds.Bottom));
        // Long curves of the wind, which grow toward who looks; those that the river crosses lie below it.
        var ripples = Held.Path(SKPathFillType.Winding);
        for (var i = 0; i < 13; i++)
        {
            var share = MathF.Pow((i + studio.Between(0.2f, 0.8f)) / 13, 1.3f);
            WindLine(ripples, studio.Between(-0.15f, 0.62f) * studio.Width, lines.Horizon + 0.065f * h + 0.36f * h * share, studio.Between(0.34f, 0.62f) * studio.Width, share);
        }

        studio.Behind.Still(0.38f, canvas => studio.Painter.Sheet(canvas, ripples, Shaded(_land[3]), 0.15f, 0.9f), studio.Band(lines.Horizon, studio.Reach.Bottom));
        WindingRiver.Lay(studio, 0.40f, lines.Horizon + 0.018f * h, studio.Reach.Bottom, Shaded(_land[3]));
    }

    /// <summary>A long low crest: a thin sickle of shade that swells and runs out.</summary>
    private void WindLine(SKPath ripples, float left, float y, float length, float share)
    {
        const int joints = 32;
        float bow = (5 + 20 * share) * _unit, thick = (0.8f + 4.2f * share) * _unit, turn = _studio.Between(0, 6);
        var points = new SKPoint[2 * joints + 2];
        for (var k = 0; k <= joints; k++)
        {
            var u = k / (float)joints;
            var at = new SKPoint(left + u * length, y - bow * (MathF.Sin(MathF.PI * u) + 0.30f * MathF.Sin(turn + 5 * u)));
            (points[k], points[^(k + 1)]) = (at, new SKPoint(at.X, at.Y + thick * MathF.Sin(MathF.PI * u)));
        }

        ripples.AddPoly(points);
    }

    private void LaySmoke()
    {
        if (_studio.Shot.Traits.HasFlag(Traits.Smoke))
            SmokeColumn.Lay(_studio, 0.28f, new SKPoint(_studio.X(Sky.SmokeX), _studio.Lines.Horizon + (HasRiver ? 0.055f : 0.02f) * _studio.Height));
    }

    private void LayDunes()
    {
        var (studio, lines, h) = (_studio, _studio.Lines, _studio.Height);
        var tall = studio.Stage.IsTall ? 1.35f : 1;
        var seed = studio.Between(0, 0.3f);
        Dunes.Lay(studio, 0.20f, lines.Horizon + 0.045f * h, 52 * tall, 520, 0.30f + seed, lines.Horizon + 0.18f * h + 40 * _unit, _land[2], Shaded(_land[2]));
        var second = Dunes.Lay(studio, 0.36f, lines.Horizon + 0.115f * h, 96 * tall, 860, 0.72f + seed, lines.Horizon + 0.30f * h + 40 * _unit, _land[3], Shaded(_land[3]));
        if (HasMesas)
            StandCacti(0.38f, second, [0.57f, 0.90f], 104);
        var third = Dunes.Lay(studio, 0.58f, lines.Horizon + 0.215f * h, 118 * tall, 1240, 0.10f + seed, studio.Reach.Bottom, _land[4], Shaded(_land[4]));
        if (HasMesas)
            StandCacti(0.60f, third, [0.80f, 0.055f], studio.Stage.IsTall ? 250 : 210);
    }

    private void StandCacti(float depth, SKPath row, float[] shares, float height)
    {
        var green = _studio.Overcast(Tint.Mix(_studio.Air.Cast(0x7C7A4C), _palette.Frame, depth < 0.5f ? 0.12f : 0.20f));
        var cacti = new List<Prop>();
        foreach (var share in shares)
        {
            var x = _studio.X(share + _studio.Between(-0.02f, 0.02f));
            var foot = new SKPoint(x, Hills.EdgeOf(row, x) + 8 * _unit);
            cacti.Add(Cactus.Cut(green, _studio.Air.Cast(0xF0608A), 1 + _studio.Random.Next(3)).At(foot, height * _studio.Between(0.85f, 1.15f) * _unit * _zoom, _studio.Random.Next(2) == 0));
        }

        _studio.Still(_studio.Behind, depth, [.. cacti]);
    }

    private void LayFloor()
    {
        var studio = _studio;
        // The river's near bend lies where the floor would be.
        if (HasRiver && studio.Shot.Figures.Count + studio.Shot.Things.Count == 0)
            return;
        var top = Math.Min(studio.Lines.Ground - 74 * _unit, studio.Height * 0.90f);
        var floor = Hills.Rolling(studio, top + 14 * _unit, 30, 1240, 0.14f, studio.Reach.Bottom);
        var row = 0;
        // The wind's ripples: long thin arcs in staggered rows.
        for (var y = top + 46 * _unit; y < studio.Reach.Bottom - 16 * _unit; y += 25 * _unit, row++)
        {
            for (var x = studio.Reach.Left + (row % 2 * 74 + 60) * _unit; x < studio.Reach.Right - 60 * _unit; x += 148 * _unit)
                floor.Hole(Knife.Crescent(x + studio.Between(-16, 16) * _unit, y + studio.Between(-4, 4) * _unit, studio.Between(20, 34) * _unit, 1.7f * _unit, studio.Between(-5, 5)));
        }

        studio.Behind.Still(1, canvas => studio.Painter.Sheet(canvas, floor, _sand, 1.1f, 2.4f), studio.Band(floor.Bounds.Top, floor.Bounds.Bottom));
        var stone = studio.Overcast(Tint.Mix(_land[1], studio.Air.Cast(0xB06A48), 0.5f));
        var agave = !HasMesas ? Flowers.Tuft(studio.Overcast(Tint.Mix(studio.Air.Cast(0xA08A58), _palette.Frame, 0.15f)), 7, 0.7f) : Cactus.Agave(studio.Overcast(Tint.Mix(studio.Air.Cast(0x8A7E58), _palette.Frame, 0.22f)));
        (float X, float Size, bool IsRock)[] props = [(0.665f, 78, true), (0.71f, 46, true), (0.865f, 74, false), (0.17f, 92, true), (0.235f, 52, false), (0.97f, 66, true)];
        studio.Still(studio.Behind, 1, [.. props.Select(p => (p.IsRock ? Rock.Cut(stone) : agave)
            .At(new SKPoint(_studio.X(p.X), Hills.EdgeOf(floor, _studio.X(p.X)) + 14 * _unit), p.Size * _unit * _zoom, p.X < 0.5f))]);
    }

    /// <summary>Dry grass, and among mesas agaves in the corners.</summary>
    private void LayFront()
    {
        var studio = _studio;
        var dry = Tint.Mix(_palette.Frame, _land[4], 0.12f);
        var feet = studio.Lines.FigureX / studio.Width;
        for (var share = -0.02f; share < 1.04f; share += studio.Between(0.06f, 0.10f) * (studio.Stage.IsTall ? 1.7f : 1))
        {
            var aside = MathF.Abs(share - feet);
            if (aside < 0.16f)
                continue;
            var foot = new SKPoint(share * studio.Width, studio.Height + 12 * _unit);
            studio.Sway(studio.InFront, 1.25f, Flowers.Tuft(dry, 7, 0.7f).At(foot, (34 + 96 * Math.Min(1, 2.2f * aside * aside)) * _unit * _zoom), foot, 4);
        }

        if (!HasMesas)
            return;
        (float X, float Size)[] corners = studio.Stage.IsTall ? [(0.02f, 190), (0.98f, 210)] : [(0.025f, 200), (0.10f, 110), (0.975f, 230)];
        foreach (var (share, size) in corners)
        {
            var foot = new SKPoint(share * studio.Width, studio.Height + 26 * _unit);
            studio.Sway(studio.InFront, 1.28f, Cactus.Agave(_palette.Frame).At(foot, size * _unit * _zoom), foot, 0.8f);
        }
    }
}

using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>A street: a skyline, two rows of houses with shops, a road with a parked car, the pavement with its lamp.</summary>
internal sealed class City
{
    private readonly Studio _studio;
    private readonly PlacePalette _palette;
    private readonly SKColor[] _rows;
    private readonly SKColor? _cover;
    private readonly float _unit;
    private readonly float _zoom;
    private IReadOnlyList<NeonSign> _signs = [];

    private City(ShotPlan shot, Stage stage)
    {
        _studio = new Studio(shot, stage, Composition.Of(stage, shot));
        _palette = CityColors.At(shot.Time);
        _rows = _studio.Overcast(_palette.Land);
        _cover = _studio.IsWinter ? Tint.Mix(SnowColors.At(shot.Time)[^1], SKColors.White, 0.3f) : null;
        _unit = stage.Unit;
        _zoom = _studio.Lines.Zoom;
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var city = new City(shot, stage);
        var studio = city._studio;
        Sky.Lay(studio);
        Birds.Lay(studio, 3, stage.IsTall ? 0.24f : 0.15f, Tint.Mix(city._palette.Frame, studio.Air.Sky[3], 0.25f));
        studio.LetPass();
        city.LayRow(0.12f, 0, 300, 122, 19, 0.16f);
        city.LayRow(0.28f, 1, 205, 168, 27, 0.34f);
        city.LayFronts();
        city.LayStreet();
        return studio.Finish(city._palette);
    }

    /// <summary>Where the nearest houses meet the far pavement; in near shots, where the frame cuts them.</summary>
    private float HouseFoot => Math.Min(_studio.Lines.Ground - 104 * _unit, _studio.Height * 0.98f);

    private float Lift => _studio.Stage.IsTall ? 1.45f : 1;

    /// <summary>A far row: flat colour, many windows.</summary>
    private void LayRow(float depth, int row, float height, float width, float cell, float lit)
    {
        var studio = _studio;
        var foot = HouseFoot - (46 - 16 * row) * _unit;
        var glass = Tint.Mix(_rows[row], studio.Air.Lit > 0.3f ? SKColors.Black : SKColors.White, 0.22f);
        var houses = new List<Prop>();
        var zoom = MathF.Sqrt(_zoom);
        foreach (var (x, w, _) in Along(60, () => width * studio.Between(0.75f, 1.25f) * _unit * zoom, () => 0))
        {
            var h = BelowSun(x + w / 2, height * studio.Between(0.72f, 1.32f) * Lift * _unit * zoom, foot, row == 0 ? 0.2f : 1);
            var place = new HousePlace(x, w * 1.01f, foot, h, cell * _unit * zoom, lit * studio.Air.Lit, studio.Random.Next(House.Kinds), false);
            houses.Add(House.Cut(studio, place, _rows[row], Tint.Mix(_rows[row], SKColors.Black, 0.10f), glass, _cover));
        }

        studio.Still(studio.Behind, depth, [.. houses]);
    }

    /// <summary>
    /// Where the houses of a row stand from left to right, and the alley after each. Where the street comes again, they fill one lap
    /// exactly: the last one ends where the first one begins.
    /// </summary>
    private List<(float Left, float Width, float Alley)> Along(float before, Func<float> width, Func<float> alley)
    {
        var studio = _studio;
        var start = studio.Reach.Left - (studio.Lap > 0 ? 0 : studio.Between(0, before) * _unit);
        var end = studio.Lap > 0 ? start + studio.Lap : studio.Reach.Right;
        var row = new List<(float Left, float Width, float Alley)>();
        var x = start;
        while (x < end)
        {
            var (w, gap) = (width(), alley());
            row.Add((x, w, gap));
            x += w + gap;
        }

        if (studio.Lap == 0)
            return row;
        // What the last house has too much or too little, all share.
        if (x - end > 0.5f * row[^1].Width && row.Count > 1)
        {
            x = row[^1].Left;
            row.RemoveAt(row.Count - 1);
        }

        var share = studio.Lap / (x - start);
        return [.. row.Select(r => (start + (r.Left - start) * share, r.Width * share, r.Alley * share))];
    }

    /// <summary>The near row: coloured fronts, shops, windows where people come and go.</summary>
    private void LayFronts()
    {
        var studio = _studio;
        var air = studio.Air;
        var glass = air.Lit > 0.3f ? Tint.Mix(_rows[2], SKColors.Black, 0.30f) : air.Cast(0x5C86A0);
        var houses = new List<Prop>();
        var panes = new List<SKPath>();
        var fronts = new List<HousePlace>();
        var index = studio.Random.Next(CityColors.Fronts.Length);
        foreach (var (x, w, _) in Along(120, () => studio.Between(184, 244) * _unit * _zoom, () => studio.Random.Next(4) == 0 ? 14 * _unit : 0))
        {
            var h = BelowSun(x + w / 2, studio.Between(176, 262) * (studio.Stage.IsTall ? 1.2f : 1) * _unit * _zoom, HouseFoot, 1.5f);
            var front = studio.Overcast(Tint.Mix(air.Cast(CityColors.Fronts[index % CityColors.Fronts.Length]), _rows[2], 0.25f));
            var roof = studio.Overcast(Tint.Mix(air.Cast(CityColors.Roofs[index % CityColors.Roofs.Length]), _rows[2], 0.2f));
            var place = new HousePlace(x, w, HouseFoot, h, 45 * _unit * _zoom, 0.55f * air.Lit, studio.Random.Next(House.Kinds), index % 3 != 2);
            fronts.Add(place);
            houses.Add(House.Cut(studio, place, front, roof, glass, _cover, panes));
            index++;
        }

        studio.Still(studio.Behind, 0.5f, [.. houses]);
        WindowLife.Lay(studio, 0.5f, panes);
        _signs = studio.Shot.Traits.HasFlag(Traits.Neon) ? NeonSigns.Hang(studio, 0.5f, fronts) : [];
        Garland.Lay(studio, 0.55f, studio.Height * (studio.Stage.IsTall ? 0.30f : 0.20f), [.. CityColors.Fronts.Select(air.Cast)]);
    }

    /// <summary>Before a low sun the houses duck, so that the street ends in light.</summary>
    private float BelowSun(float x, float height, float foot, float sunWidths)
    {
        var sun = _studio.Lines.Sun;
        if (MathF.Abs(x - sun.X) > (60 + 60 * sunWidths) * _unit)
            return height;
        return Math.Max(74 * _unit, Math.Min(height, foot - sun.Y - (60 + 34 * sunWidths) * _unit));
    }

    private void LayStreet()
    {
        var studio = _studio;
        var ground = studio.Lines.Ground;
        var snow = SnowColors.At(studio.Shot.Time);
        if (HouseFoot > studio.Reach.Bottom)
            return;
        var far = studio.IsWinter ? studio.Overcast(snow[3]) : Tint.Mix(_rows[4], studio.Overcast(_palette.Floor), 0.3f);
        Band(0.6f, HouseFoot, 60, far);
        var roadTop = HouseFoot + 22 * _unit;
        StandTrees(roadTop + 8 * _unit);
        Band(0.72f, roadTop, 110, studio.IsWinter ? Tint.Mix(_rows[3], snow[2], 0.35f) : _rows[3]);
        LayGleam(roadTop);
        NeonSigns.Gleam(studio, _signs, roadTop);
        Ripples.Lay(studio, 0.76f, roadTop + 12 * _unit, roadTop + 60 * _unit);
        // Where somebody asks for vehicles, these are they.
        if (!studio.Shot.Things.Any(t => t.Motion == ThingMotion.Drive || (t.Spot == ThingSpot.Usual && CraftFile.Instance.Find(t.Id) is not null)))
            ParkCar(roadTop + 34 * _unit);
        LayPavement(Math.Min(ground - 30 * _unit, studio.Reach.Bottom), snow[4]);
    }

    /// <summary>A car at the far kerb. It faces the way it is seen to go: who walks or looks along meets it.</summary>
    private void ParkCar(float wheels)
    {
        const float depth = 0.8f;
        var studio = _studio;
        var size = 400 * _unit * MathF.Sqrt(_zoom);
        var glass = studio.Air.Cast(studio.Air.Lit > 0.3f ? 0x7C8CBCu : 0xB8DCE8u);
        var car = Car.Cut(studio.Overcast(Tint.Mix(studio.Air.Cast(0xE2543A), new SKColor(0xE2, 0x54, 0x3A), 0.35f)), glass, studio.Air.Lit >= 1);
        studio.Still(studio.Behind, depth, car.At(
            new SKPoint(CarX(0.5f * size, Carried * depth), wheels), size, studio.Passing != 0 ? studio.Passing > 0 : studio.Lines.Sun.X < studio.Width * 0.5f));
    }

    /// <summary>Pixels that what stands at depth 1 is carried along over the whole shot.</summary>
    private float Carried => MathF.Abs(_studio.Passing) * Strolling.Seconds(_studio.Shot);

    /// <summary>Ahead of the people, never hidden by them where the way allows it; else so that they come to it in time.</summary>
    private float CarX(float half, float carried)
    {
        var studio = _studio;
        if (HeroLane.Of(studio) is not { } lane)
            return studio.X(0.20f);
        var room = half + 16 * _unit;
        var goesRight = studio.Passing != 0 ? studio.Passing > 0 : studio.SunIsRight;
        var ahead = goesRight ? lane.Right + room + carried / 2 : lane.Left - room - carried / 2;
        if (studio.Lap > 0 && !lane.IsClear(ahead, half, carried, studio.Lap))
            ahead += goesRight ? -carried : carried;
        // A frame that stays shows at least a good half of it.
        return studio.Lap > 0 ? studio.Round(ahead) : Math.Clamp(ahead, 0.05f * studio.Width, 0.95f * studio.Width);
    }

    private void LayPavement(float top, SKColor snow)
    {
        var studio = _studio;
        var color = studio.IsWinter ? studio.Overcast(snow) : studio.Overcast(_palette.Floor);
        var kerb = Knife.Box(studio.Strip.Left, top, studio.Strip.Right, top + 40 * _unit);
        var slabs = Hills.Rolling(studio, top + 13 * _unit, studio.IsWinter ? 8 : 0.5f, 700, 0.3f, studio.Reach.Bottom);
        if (!studio.IsWinter)
            Pave(slabs, top + 20 * _unit);
        studio.Behind.Still(1, canvas =>
        {
            studio.Painter.Sheet(canvas, kerb, Tint.Mix(color, SKColors.Black, 0.22f), 1, 2);
            studio.Painter.Sheet(canvas, slabs, color, 0.5f, 2);
        }, studio.Band(top, studio.Reach.Bottom));
        var iron = Tint.Mix(_palette.Frame, studio.Air.Cast(0x2A3448), 0.4f);
        if (LampX() is not { } lampX)
        {
            Ripples.Lay(studio, 1, top + 24 * _unit, studio.Height);
            return;
        }

        var lamp = StreetLamp.Cut(iron, studio.Air.Lit >= 0.5f, studio.Air.Cast(0xE8F0F0), _cover);
        studio.Still(studio.Behind, 1, lamp.At(new SKPoint(lampX, top + 26 * _unit), (studio.Stage.IsTall ? 560 : 400) * _unit * MathF.Sqrt(_zoom)));
        Ripples.Lay(studio, 1, top + 24 * _unit, studio.Height);
    }

    /// <summary>A place for the lamp where it never stands before nor straight behind those whom the shot is about, and where no low sun shines through; null where there is none.</summary>
    private float? LampX()
    {
        var studio = _studio;
        var low = studio.Lines.Sun.Y > studio.Height * 0.3f;
        float[] places = [.. (studio.Stage.IsTall ? [0.10f, 0.05f, 0.92f, 0.96f] : (float[])[0.13f, 0.06f, 0.035f, 0.90f, 0.96f]).Select(studio.X)];
        var lane = HeroLane.Of(studio);
        if (lane is { } own && studio.Passing != 0)
            places = [studio.Round(studio.Passing > 0 ? own.Left - 60 * _unit - Carried / 2 : own.Right + 60 * _unit + Carried / 2), .. places];
        foreach (var x in places)
        {
            if (lane?.IsClear(x, 40 * _unit, Carried, studio.Lap) != false && (!low || MathF.Abs(x - studio.Lines.Sun.X) > 110 * _unit))
                return x;
        }

        return null;
    }

    /// <summary>Slits between the slabs: they run together in the distance, but where the street passes by, they lie in staggered rows, which come again.</summary>
    private void Pave(SKPath slabs, float top)
    {
        var studio = _studio;
        float bottom = studio.Reach.Bottom - 4 * _unit, slit = 0.8f * _unit;
        if (studio.Lap == 0)
        {
            var vanishing = new SKPoint(studio.Width * 0.5f, studio.Lines.Horizon);
            for (var x = studio.Reach.Left - 400 * _unit; x < studio.Reach.Right + 400 * _unit; x += 132 * _unit)
                Joint(slabs, vanishing, x, top, bottom);
            return;
        }

        var count = (int)MathF.Round(studio.Lap / (150 * _unit));
        float step = studio.Lap / count, y = top, high = 26 * _unit;
        for (var row = 0; y < bottom; row++, y += high, high *= 1.35f)
        {
            var low = Math.Min(bottom, y + high) - 3 * slit;
            for (var i = -1; i <= count + 1 && low > y + 4 * slit; i++)
            {
                var x = studio.Reach.Left + (i + row % 2 * 0.5f + 0.25f) * step;
                slabs.Hole(Knife.Box(x - slit, y + 3 * slit, x + slit, low));
                if (y + high < bottom)
                    slabs.Hole(Knife.Box(x + 3 * slit, y + high - slit, x + step - 3 * slit, y + high + slit));
            }
        }
    }

    /// <summary>The joint between two slabs, in perspective, as a thin slit.</summary>
    private void Joint(SKPath slabs, SKPoint vanishing, float x, float top, float bottom)
    {
        var share = (top - vanishing.Y) / Math.Max(1, bottom - vanishing.Y);
        var atTop = vanishing.X + (x - vanishing.X) * share;
        if (bottom - top > 8 * _unit)
            slabs.Hole(Knife.Polygon(atTop - 0.6f * _unit, top, atTop + 0.6f * _unit, top, x + 1.4f * _unit, bottom, x - 1.4f * _unit, bottom));
    }

    /// <summary>Lamplight and lit shops lie on the road in short strokes.</summary>
    private void LayGleam(float roadTop)
    {
        if (_studio.Air.Lit < 0.5f)
            return;
        var strokes = Held.Path();
        for (var i = 0; i < 26; i++)
        {
            float x = _studio.Between(_studio.Reach.Left, _studio.Lap > 0 ? _studio.Reach.Left + _studio.Lap : _studio.Reach.Right), y = roadTop + _studio.Between(12, 50) * _unit, half = _studio.Between(10, 30) * _unit;
            foreach (var lap in _studio.Lap > 0 ? [-_studio.Lap, 0, _studio.Lap] : (float[])[0])
                strokes.AddOval(new SKRect(x + lap - half, y - 1.3f * _unit, x + lap + half, y + 1.3f * _unit));
        }

        _studio.Behind.Still(0.74f, canvas => _studio.Painter.Tissue(canvas, strokes, new SKColor(0xFF, 0xCB, 0x6A, 120)), _studio.Band(roadTop, roadTop + 60 * _unit));
    }

    private void Band(float depth, float top, float height, SKColor color)
    {
        var band = Knife.Box(_studio.Strip.Left, top, _studio.Strip.Right, top + (height + 40) * _unit);
        _studio.Behind.Still(depth, canvas => _studio.Painter.Sheet(canvas, band, color, 0.9f, 2), _studio.Band(top, top + (height + 40) * _unit));
    }

    /// <summary>Street trees, seen for what they show of spring and autumn.</summary>
    private void StandTrees(float foot)
    {
        if (_studio.IsWinter || _studio.Shot.Season is not (Season.Spring or Season.Autumn))
            return;
        var green = _studio.Overcast(_studio.Air.Cast(0x5A9A50));
        var bark = _studio.Air.Cast(0x5A4038);
        float[] shares = _studio.Stage.IsTall ? [0.10f, 0.52f, 0.94f] : [0.04f, 0.32f, 0.60f, 0.93f];
        _studio.Still(_studio.Behind, 0.66f, [.. shares.Select((x, i) => LeafTree.Cut(Foliage.Of(_studio.Shot.Season, green, _studio.Air, i + (i > 1 ? 1 : 0)), bark)
            .At(new SKPoint(_studio.X(x), foot), (i % 2 == 0 ? 218 : 186) * _unit * MathF.Sqrt(_zoom), i % 2 == 1))]);
    }
}

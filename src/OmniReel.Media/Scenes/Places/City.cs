using OmniReel.Media.Color;
using OmniReel.Media.Frames;
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
    private IReadOnlyList<HousePlace> _fronts = [];

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
        city.LayFront();
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
        for (var x = studio.Reach.Left - studio.Between(0, 60) * _unit; x < studio.Reach.Right;)
        {
            var w = width * studio.Between(0.75f, 1.25f) * _unit * zoom;
            var h = BelowSun(x + w / 2, height * studio.Between(0.72f, 1.32f) * Lift * _unit * zoom, foot, row == 0 ? 0.2f : 1);
            var place = new HousePlace(x, w * 1.01f, foot, h, cell * _unit * zoom, lit * studio.Air.Lit, studio.Random.Next(House.Kinds), false);
            houses.Add(House.Cut(studio, place, _rows[row], Tint.Mix(_rows[row], SKColors.Black, 0.10f), glass, _cover));
            x += w;
        }

        studio.Still(studio.Behind, depth, [.. houses]);
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
        for (var x = studio.Reach.Left - studio.Between(0, 120) * _unit; x < studio.Reach.Right; index++)
        {
            var w = studio.Between(170, 228) * _unit * _zoom;
            var h = BelowSun(x + w / 2, studio.Between(150, 226) * (studio.Stage.IsTall ? 1.2f : 1) * _unit * _zoom, HouseFoot, 1.5f);
            var front = studio.Overcast(Tint.Mix(air.Cast(CityColors.Fronts[index % CityColors.Fronts.Length]), _rows[2], 0.25f));
            var roof = studio.Overcast(Tint.Mix(air.Cast(CityColors.Roofs[index % CityColors.Roofs.Length]), _rows[2], 0.2f));
            var place = new HousePlace(x, w, HouseFoot, h, 40 * _unit * _zoom, 0.55f * air.Lit, studio.Random.Next(House.Kinds), index % 3 != 2);
            fronts.Add(place);
            houses.Add(House.Cut(studio, place, front, roof, glass, _cover, panes));
            x += w + (studio.Random.Next(4) == 0 ? 14 * _unit : 0);
        }

        studio.Still(studio.Behind, 0.5f, [.. houses]);
        WindowLife.Lay(studio, 0.5f, panes);
        _fronts = fronts;
        var y = studio.Height * (studio.Stage.IsTall ? 0.27f : 0.16f);
        Garland.Lay(studio, 0.55f, y, y + 26 * _unit, 46 * _unit, [.. CityColors.Fronts.Select(air.Cast)]);
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
        if (studio.Shot.Traits.HasFlag(Traits.Neon))
            NeonSigns.Lay(studio, 0.56f, _fronts, roadTop);
        Ripples.Lay(studio, 0.76f, roadTop + 12 * _unit, roadTop + 60 * _unit);
        var carX = _studio.X(studio.Stage.IsTall ? 0.20f : 0.165f);
        var carSize = (studio.Stage.IsTall ? 230 : 250) * _unit * MathF.Sqrt(_zoom);
        var glass = studio.Air.Cast(studio.Air.Lit > 0.3f ? 0x7C8CBCu : 0xB8DCE8u);
        var car = Car.Cut(studio.Overcast(Tint.Mix(studio.Air.Cast(0xE2543A), new SKColor(0xE2, 0x54, 0x3A), 0.35f)), glass, studio.Air.Lit >= 1)
            .At(new SKPoint(carX, roadTop + 34 * _unit), carSize, studio.Passing != 0 ? studio.Passing > 0 : studio.Lines.Sun.X < studio.Width * 0.5f);
        // It faces the way it is seen to go: who walks or looks along meets it. Where somebody asks for vehicles, these are they.
        if (!studio.Shot.Things.Any(t => t.Motion == ThingMotion.Drive || (t.Spot == ThingSpot.Usual && CraftFile.Instance.Find(t.Id) is not null)))
            studio.Still(studio.Behind, 0.8f, car);
        LayPavement(Math.Min(ground - 30 * _unit, studio.Reach.Bottom), snow[4]);
    }

    private void LayPavement(float top, SKColor snow)
    {
        var studio = _studio;
        var color = studio.IsWinter ? studio.Overcast(snow) : studio.Overcast(_palette.Floor);
        var kerb = Knife.Box(studio.Strip.Left, top, studio.Strip.Right, top + 40 * _unit);
        var slabs = Hills.Rolling(studio, top + 13 * _unit, studio.IsWinter ? 8 : 0.5f, 700, 0.3f, studio.Reach.Bottom);
        var vanishing = new SKPoint(studio.Width * 0.5f, studio.Lines.Horizon);
        for (var x = studio.Reach.Left - 400 * _unit; !studio.IsWinter && x < studio.Reach.Right + 400 * _unit; x += 132 * _unit)
            Joint(slabs, vanishing, x, top + 20 * _unit, studio.Reach.Bottom - 4 * _unit);
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
        // What drives is beyond the pavement that the lamp stands on.
        studio.Still(Drives ? studio.InFront : studio.Behind, 1, lamp.At(new SKPoint(lampX, top + 26 * _unit), (studio.Stage.IsTall ? 560 : 400) * _unit * MathF.Sqrt(_zoom)));
        Ripples.Lay(studio, 1, top + 24 * _unit, studio.Height);
    }

    private bool Drives => _studio.Shot is { Figures.Count: 0 } shot && shot.Things.Any(t => t.Motion == ThingMotion.Drive);

    /// <summary>The best place for the lamp that no figure crosses and no low sun shines through; null where there is none.</summary>
    private float? LampX()
    {
        var crossed = Blocking.Crossed(_studio.Shot, _studio.Stage, _studio.Lines);
        var low = _studio.Lines.Sun.Y > _studio.Height * 0.3f;
        ReadOnlySpan<float> shares = _studio.Stage.IsTall ? [0.87f, 0.92f, 0.96f, 0.06f] : [0.735f, 0.80f, 0.88f, 0.94f, 0.97f, 0.04f];
        foreach (var share in shares)
        {
            var x = _studio.X(share);
            var isFree = crossed.All(b => x < b.Left - 24 * _unit || x > b.Right + 24 * _unit);
            if (isFree && (!low || MathF.Abs(x - _studio.Lines.Sun.X) > 110 * _unit))
                return x;
        }

        return null;
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
        var strokes = new SKPath();
        for (var i = 0; i < 26; i++)
        {
            float x = _studio.Between(_studio.Reach.Left, _studio.Reach.Right), y = roadTop + _studio.Between(12, 50) * _unit, half = _studio.Between(10, 30) * _unit;
            strokes.AddOval(new SKRect(x - half, y - 1.3f * _unit, x + half, y + 1.3f * _unit));
        }

        _studio.Behind.Still(0.74f, canvas => _studio.Painter.Tissue(canvas, strokes, new SKColor(0xFF, 0xCB, 0x6A, 120)), _studio.Band(roadTop, roadTop + 60 * _unit));
    }

    private void Band(float depth, float top, float height, SKColor color)
    {
        var band = Knife.Box(_studio.Strip.Left, top, _studio.Strip.Right, top + (height + 40) * _unit);
        _studio.Behind.Still(depth, canvas => _studio.Painter.Sheet(canvas, band, color, 0.9f, 2), _studio.Band(top, top + (height + 40) * _unit));
    }

    private void LayFront() => Branch.LayUpperCorners(_studio, Foliage.Frame(_studio.Shot.Season, _palette.Frame));

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

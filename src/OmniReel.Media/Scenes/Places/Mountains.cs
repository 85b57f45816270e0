using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>Mountains: three ranges with snow on their peaks, a wooded shore, a lake, and the near bank with pines and rocks.</summary>
internal sealed class Mountains
{
    private readonly Studio _studio;
    private readonly PlacePalette _palette;
    private readonly SKColor[] _rock;
    private readonly SKColor[] _snow;
    private readonly SKColor? _cover;
    private readonly float _unit;
    private readonly float _zoom;

    private Mountains(ShotPlan shot, Stage stage)
    {
        _studio = new Studio(shot, stage, Composition.Of(stage, shot));
        _palette = MountainColors.At(shot.Time, shot.Season).Apart(shot);
        _snow = SnowColors.At(shot.Time);
        _rock = _studio.Overcast(_palette.Land);
        _cover = _studio.IsWinter ? Tint.Mix(_snow[^1], SKColors.White, 0.3f) : null;
        _unit = stage.Unit;
        _zoom = MathF.Sqrt(_studio.Lines.Zoom);
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var place = new Mountains(shot, stage);
        var studio = place._studio;
        Sky.LayClear(studio);
        Birds.Lay(studio, 2, stage.IsTall ? 0.30f : 0.17f, Tint.Mix(place._palette.Frame, studio.Air.Sky[3], 0.2f));
        place.LayRanges();
        Clouds.Lay(studio, place.CloudsBeforePeaks(), 0.21f);
        studio.LetPass();
        place.LayShore();
        place.LayLake();
        place.LayBank();
        place.LayFront();
        return studio.Finish(place._palette);
    }

    /// <summary>The highest peak stands opposite to the sun; a low sun keeps a gap to shine through.</summary>
    private void LayRanges()
    {
        var tall = _studio.Stage.IsTall;
        var foot = _studio.Lines.Horizon + 10 * _unit;
        var height = (tall ? 0.40f : 0.56f) * _studio.Height * _zoom;
        LayRange(0.06f, 0, foot, height * 0.80f, 0.95f, 0.34f, tall
            ? [(0.44f, 0.52f), (0.02f, 0.78f), (1.02f, 0.70f), (0.30f, 0.72f)]
            : [(0.60f, 0.52f), (0.02f, 0.78f), (1.02f, 0.78f), (0.40f, 0.72f)]);
        LayRange(0.12f, 1, foot, height, tall ? 0.55f : 0.85f, 0.40f, tall
            ? [(0.95f, 0.60f), (0.40f, 0.50f), (0.10f, 1.0f)]
            : [(0.94f, 0.62f), (0.50f, 0.60f), (0.21f, 1.0f)]);
        LayRange(0.20f, 2, foot + 6 * _unit, height * 0.52f, 1.15f, 0.28f, tall
            ? [(1.05f, 0.72f), (0.46f, 0.46f), (-0.05f, 0.95f)]
            : [(1.03f, 0.72f), (0.38f, 0.66f), (-0.01f, 0.92f)]);
    }

    /// <summary>Whole clouds before the slopes: no summit sticks through one, and none hides a summit.</summary>
    private CloudPlace[] CloudsBeforePeaks()
    {
        CloudPlace[] places = _studio.Stage.IsTall
            ? [new(0.24f, 0.365f, 40), new(0.66f, 0.075f, 34), new(0.93f, 0.400f, 28)]
            : [new(0.355f, 0.400f, 42), new(0.905f, 0.430f, 30), new(0.56f, 0.100f, 26)];
        return _studio.SunIsRight ? places : [.. places.Select(p => p with { X = 1 - p.X })];
    }

    private void LayRange(float depth, int tone, float foot, float height, float width, float cap, (float X, float Height)[] peaks)
    {
        var props = new List<Prop>();
        // Snow is the brightest paper of the picture.
        var snow = Tint.Mix(Tint.Mix(_snow[^1], SKColors.White, 0.45f), _rock[tone], 0.16f - 0.06f * tone);
        foreach (var (x, share) in peaks)
        {
            var size = height * share * _studio.Lasting(0.94f, 1.06f);
            var covered = _studio.IsWinter ? 0.52f : cap;
            var at = new SKPoint(_studio.X(x + _studio.Lasting(-0.02f, 0.02f)), foot);
            props.Add(Peak.Cut(_rock[tone], snow, width, covered, _studio.Terrain.NextSingle()).At(at, size, at.X > _studio.Lines.Sun.X));
        }

        _studio.Still(_studio.Behind, depth, [.. props]);
    }

    /// <summary>Where the bank cuts the lake off; in near shots, where the frame does.</summary>
    private float LakeNear => LakeOf(_studio.Lines, _studio.Stage).Near;

    private float LakeFar => LakeOf(_studio.Lines, _studio.Stage).Far;

    /// <summary>From where to where the lake lies, in stage pixels.</summary>
    public static (float Far, float Near) LakeOf(Composition lines, Stage stage)
    {
        var near = Math.Min(lines.Ground - 92 * stage.Unit, stage.Height * 0.92f);
        return (lines.Horizon + (stage.IsTall ? 0.28f : 0.46f) * (near - lines.Horizon), near);
    }

    /// <summary>The far land down to the lake: two slopes, firs on both.</summary>
    private void LayShore()
    {
        LaySlope(0.24f, _studio.Lines.Horizon + 14 * _unit, 42, _studio.IsWinter ? _studio.Overcast(_snow[1]) : _rock[3], 0.7f);
        var near = _studio.IsWinter ? _studio.Overcast(_snow[2]) : Tint.Mix(_rock[4], _studio.Overcast(_palette.Floor), 0.35f);
        LaySlope(0.28f, LakeFar - 10 * _unit, 26, near, 1);
    }

    private void LaySlope(float depth, float y, float height, SKColor color, float size)
    {
        var strip = Hills.Rolling(_studio, y, height, 620, _studio.Lasting(0, 0.3f), LakeFar + 40 * _unit);
        _studio.Behind.Still(depth, canvas => _studio.Painter.Sheet(canvas, strip, color, 0.7f, 2), _studio.Band(strip.Bounds.Top, strip.Bounds.Bottom));
        var firs = new List<Prop>();
        var green = Tint.Mix(_rock[4], _palette.Frame, 0.25f);
        var fir = Fir.Cut(green, _cover);
        var bark = _studio.Air.Cast(0x6A4030);
        for (var share = -0.03f; share < 1.05f; share += _studio.Lasting(0.028f, 0.06f) * (_studio.Stage.IsTall ? 1.6f : 1))
        {
            // The shore below the sun stays open.
            var (x, tall) = (share * _studio.Width, _studio.Lasting(46, 92));
            if (MathF.Abs(x - _studio.Lines.Sun.X) < 0.11f * _studio.Width && _studio.Lines.Sun.Y > _studio.Height * 0.3f)
                continue;
            var tree = !_studio.IsWinter && _studio.Shot.Season is Season.Autumn or Season.Spring && firs.Count % 2 == 0
                ? LeafTree.Cut(Foliage.Of(_studio.Shot.Season, green, _studio.Air, firs.Count / 2), bark) : fir;
            firs.Add(tree.At(new SKPoint(x, Hills.EdgeOf(strip, x) + 4 * _unit), size * tall * _unit * _zoom));
        }

        _studio.Still(_studio.Behind, depth + 0.01f, [.. firs]);
    }

    /// <summary>Still water: flat strips without crests, and the peaks upside down in it.</summary>
    private void LayLake()
    {
        var ramp = _studio.Overcast(SeaColors.At(_studio.Shot.Time).Land);
        if (_studio.IsWinter)
            ramp = ramp.Toward(_snow[3], 0.28f);
        SKColor[] still = [.. ramp[1..4].Select(c => Tint.Mix(c, _studio.Air.Sky[^3], 0.25f))];
        Water.Lay(_studio, new WaterPlace(LakeFar, LakeNear, LakeNear + 90 * _unit, 3, 0, 0, 0.32f, 0.70f), still);
        LayReflection();
    }

    private void LayReflection()
    {
        var tall = _studio.Stage.IsTall;
        var peaks = Held.Path();
        foreach (var (x, height) in ((float, float)[])[(tall ? 0.10f : 0.21f, 1), (0.52f, 0.55f), (0.94f, 0.6f)])
        {
            float middle = _studio.X(x), deep = height * 0.9f * (LakeNear - LakeFar), half = height * 0.22f * Math.Max(_studio.Width, _studio.Height);
            peaks.AddPath(Knife.Polygon(middle - half, LakeFar, middle + half, LakeFar, middle + 0.34f * half, LakeFar + 0.6f * deep, middle, LakeFar + deep, middle - 0.4f * half, LakeFar + 0.5f * deep));
        }

        // The peaks do not pass, so what the lake shows of them does not either.
        _studio.Behind.Add(new StillLayer(canvas => _studio.Painter.Tissue(canvas, peaks, _rock[2].WithAlpha(84), 2))
        {
            Depth = 0.70f,
            Box = _studio.Band(LakeFar, LakeNear + 20 * _unit),
        });
    }

    private void LayBank()
    {
        var top = Math.Min(_studio.Lines.Ground - 66 * _unit, _studio.Height * 0.92f);
        var bank = Hills.Rolling(_studio, top + 16 * _unit, 40, 1180, 0.10f + _studio.Lasting(0, 0.2f), _studio.Reach.Bottom);
        var color = _studio.IsWinter ? _studio.Overcast(_snow[4]) : _studio.Overcast(_palette.Floor);
        for (var y = top + 50 * _unit; y < _studio.Reach.Bottom - 20 * _unit; y += 34 * _unit)
        {
            for (var x = _studio.Reach.Left + 40 * _unit; x < _studio.Reach.Right - 30 * _unit; x += 110 * _unit)
                bank.Hole(Knife.Crescent(x + _studio.Between(-30, 30) * _unit, y + _studio.Between(-8, 8) * _unit, _studio.Between(7, 13) * _unit, 1.8f * _unit, 0));
        }

        _studio.Behind.Still(1, canvas => _studio.Painter.Sheet(canvas, bank, color, 1.1f, 2.4f), _studio.Band(bank.Bounds.Top, bank.Bounds.Bottom));
        var stone = _studio.Air.Cast(0x9AA0B4);
        (float X, float Size)[] rocks = [(0.66f, 86), (0.72f, 52), (0.97f, 110), (0.16f, 64)];
        _studio.Still(_studio.Behind, 1, [.. rocks.Select(r =>
            Rock.Cut(stone, _cover).At(new SKPoint(_studio.X(r.X), Hills.EdgeOf(bank, _studio.X(r.X)) + 16 * _unit), r.Size * _unit * _zoom, r.X < 0.5f))]);
        var pine = Tint.Mix(_rock[4], _palette.Frame, 0.55f);
        (float X, float Size)[] pines = _studio.Stage.IsTall
            ? [(0.90f, 400), (1.04f, 300), (0.03f, 330)]
            : [(0.90f, 330), (1.00f, 420), (0.05f, 380), (-0.03f, 300), (0.135f, 210)];
        var cut = Fir.Cut(pine, _cover);
        var lane = HeroLane.Of(_studio);
        for (var i = 0; i < pines.Length; i++)
        {
            var foot = new SKPoint(_studio.X(pines[i].X), Hills.EdgeOf(bank, _studio.X(pines[i].X)) + 18 * _unit);
            if (lane?.IsClear(foot.X, 0.22f * pines[i].Size * _unit * _zoom, MathF.Abs(_studio.Passing) * Strolling.Seconds(_studio.Shot), _studio.Lap) == false)
                continue;
            var tree = cut.At(foot, pines[i].Size * _unit * _zoom);
            // Large sprites are dear to turn: only the first pine moves in the wind.
            if (i == 0)
                _studio.Sway(_studio.Behind, 1, tree, foot, 0.5f);
            else
                _studio.Still(_studio.Behind, 1, tree);
        }
    }

    private void LayFront()
    {
        if (_studio.IsWinter)
        {
            // Firs as near as these would pass before the people.
            foreach (var (x, size) in _studio.Lap > 0 ? [] : ((float, float)[])[(-0.01f, 330), (1.01f, 290)])
            {
                var foot = new SKPoint(x * _studio.Width, _studio.Height * 1.06f);
                _studio.Sway(_studio.InFront, 1.25f, Fir.Cut(_palette.Frame, _cover).At(foot, size * _unit * _zoom), foot, 0.5f);
            }

            return;
        }

        LayAlpineFlowers();
    }

    /// <summary>Low tufts and small flowers toward the corners.</summary>
    private void LayAlpineFlowers()
    {
        var air = _studio.Air;
        var tuft = Flowers.Tuft(_palette.Frame, 7, 0.6f);
        Prop[] blooms = [Flowers.Bloom(air.Cast(0xFFF4E4), air.Cast(0xF2B13A), _palette.Frame, -0.6f), Flowers.Bloom(air.Cast(0x9A86F0), air.Cast(0xF2B13A), _palette.Frame, 0.5f), tuft];
        var feet = _studio.Lines.FigureX / _studio.Width;
        for (var share = -0.02f; share < 1.04f; share += _studio.Between(0.045f, 0.075f) * (_studio.Stage.IsTall ? 1.8f : 1))
        {
            var aside = MathF.Abs(share - feet);
            if (aside < 0.12f)
                continue;
            var foot = new SKPoint(share * _studio.Width, _studio.Height + 12 * _unit);
            var height = (44 + 130 * Math.Min(1, 2.4f * aside * aside)) * _unit * _zoom;
            _studio.Sway(_studio.InFront, 1.25f, blooms[_studio.Random.Next(3)].At(foot, height), foot, 4);
        }
    }
}

using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>Below the sea: light from the surface, rocks and reefs in the haze, weeds and corals, bubbles, a floor of rippled sand.</summary>
internal sealed class Underwater
{
    private readonly Studio _studio;
    private readonly PlacePalette _palette;
    private readonly float _unit;
    private readonly float _zoom;

    private Underwater(ShotPlan shot, Stage stage)
    {
        var lines = Composition.Of(stage, shot);
        // The surface is above the picture: light falls from its upper edge, wherever the sun stands outside.
        lines = lines with { Sun = new SKPoint(lines.Sun.X, (shot.Time is TimeOfDay.Sunrise or TimeOfDay.Sunset ? 0.06f : 0.01f) * stage.Height) };
        _studio = new Studio(shot, stage, lines);
        _palette = UnderwaterColors.At(shot.Time);
        _unit = stage.Unit;
        _zoom = MathF.Sqrt(lines.Zoom);
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var sea = new Underwater(shot, stage);
        var studio = sea._studio;
        SkyRings.Lay(studio);
        sea.LaySurface();
        sea.LayRocks();
        Depths.LayBeams(studio, 0.16f, studio.Lines.Horizon + 0.26f * studio.Height);
        Depths.LaySchool(studio, 0.18f, studio.Height * (stage.IsTall ? 0.30f : 0.33f), 46, Tint.Mix(studio.Air.Sky[2], sea._palette.Land[1], 0.45f));
        studio.LetPass();
        sea.LayReefs();
        sea.LayFloor();
        sea.LayFront();
        return studio.Finish(sea._palette);
    }

    /// <summary>The surface from below: two scalloped sheets that slide against each other.</summary>
    private void LaySurface()
    {
        var studio = _studio;
        for (var i = 0; i < 2; i++)
        {
            var low = (0.075f - 0.032f * i) * studio.Height;
            float slide = 26 * _unit, lobe = (236 - 60 * i) * _unit, left = studio.Reach.Left - slide - lobe, right = studio.Reach.Right + slide + lobe;
            var path = Held.Path();
            path.MoveTo(left, studio.Reach.Top - 4);
            path.LineTo(left, low);
            var end = left;
            for (; end < right; end += lobe)
            {
                path.CubicTo(end + lobe * 0.36f, low, end + lobe * 0.40f, low + (30 - 8 * i) * _unit, end + lobe * 0.64f, low + (22 - 6 * i) * _unit);
                path.CubicTo(end + lobe * 0.80f, low + (16 - 4 * i) * _unit, end + lobe * 0.86f, low, end + lobe, low);
            }

            path.LineTo(end, studio.Reach.Top - 4);
            path.Close();
            var box = new SKRect(studio.Reach.Left - slide, studio.Reach.Top, studio.Reach.Right + slide, low + 44 * _unit);
            var color = Tint.Mix(studio.Air.Sky[i + 1], SKColors.White, 0.10f);
            var sprite = studio.Bake(box, (canvas, painter) => painter.Sheet(canvas, path, color, 0.7f, 2));
            var phase = studio.Between(0, 6);
            var way = i == 0 ? 1 : -1;
            studio.Behind.Moving(0.03f + 0.01f * i, new SKRect(studio.Reach.Left, box.Top, studio.Reach.Right, box.Bottom), (canvas, moment) =>
                sprite.Draw(canvas, way * slide * MathF.Sin(moment.Seconds * 0.55f + phase), 3 * _unit * MathF.Sin(moment.Seconds * 0.9f + phase)));
        }
    }

    /// <summary>Two ridges far off, lost in blue.</summary>
    private void LayRocks()
    {
        var (studio, h) = (_studio, _studio.Height);
        var haze = studio.Air.Sky[4];
        for (var i = 0; i < 2; i++)
        {
            var y = studio.Lines.Horizon + (0.02f + 0.07f * i) * h;
            var ridge = Hills.Rolling(studio, y, (190 - 60 * i) * (studio.Stage.IsTall ? 1.4f : 1), 430 + 170 * i, studio.Between(0, 1), y + 0.3f * h);
            var color = Tint.Mix(_palette.Land[i], haze, 0.42f - 0.2f * i);
            studio.Behind.Still(0.08f + 0.05f * i, canvas => studio.Painter.Sheet(canvas, ridge, color, 0.8f, 2), studio.Band(ridge.Bounds.Top, ridge.Bounds.Bottom));
            if (i == 1)
                PlantKelp(0.14f, ridge, 0.16f, 230, Tint.Mix(color, _palette.Frame, 0.12f), sways: false);
        }
    }

    private void LayReefs()
    {
        var (studio, h) = (_studio, _studio.Height);
        for (var i = 0; i < 2; i++)
        {
            var y = studio.Lines.Horizon + (0.15f + 0.09f * i) * h;
            var reef = Hills.Rolling(studio, y, 66 + 14 * i, 560 + 260 * i, studio.Between(0, 1), i == 0 ? y + 0.25f * h : studio.Reach.Bottom);
            var color = Tint.Mix(_palette.Land[2 + i], _palette.Floor, 0.10f + 0.12f * i);
            var depth = 0.34f + 0.24f * i;
            studio.Behind.Still(depth, canvas => studio.Painter.Sheet(canvas, reef, color, 0.8f, 2), studio.Band(reef.Bounds.Top, reef.Bounds.Bottom));
            PlantCorals(depth + 0.02f, reef, i == 0 ? [0.05f, 0.16f, 0.52f, 0.63f, 0.83f, 0.95f] : [0.035f, 0.13f, 0.60f, 0.74f, 0.87f, 0.97f], 64 + 52 * i, 0.46f - 0.30f * i, color);
            PlantKelp(depth + 0.04f, reef, i == 0 ? 0.25f : 0.31f, 190 + 110 * i, Tint.Mix(_palette.Land[2 + i], studio.Air.Cast(0x58A860), 0.46f), sways: true);
        }
    }

    private void PlantCorals(float depth, SKPath reef, float[] shares, float height, float haze, SKColor water)
    {
        var corals = new List<Prop>();
        var first = _studio.Random.Next(30);
        foreach (var share in shares)
        {
            var x = _studio.X(share + _studio.Between(-0.015f, 0.015f));
            var color = Tint.Mix(_studio.Air.Cast(UnderwaterColors.Corals[first % UnderwaterColors.Corals.Length]), water, haze);
            var foot = new SKPoint(x, Hills.EdgeOf(reef, x) + 6 * _unit);
            corals.Add(Coral.Cut(first * 3 + 1, color).At(foot, height * _studio.Between(0.8f, 1.2f) * _unit * _zoom, first % 2 == 0));
            first++;
        }

        _studio.Still(_studio.Behind, depth, [.. corals]);
    }

    /// <summary>Weeds in clumps, which leave the people and the light free.</summary>
    private void PlantKelp(float depth, SKPath ground, float step, float height, SKColor green, bool sways)
    {
        var still = new List<Prop>();
        for (var share = _studio.Between(0, step * 0.5f); share < 1.05f; share += step * _studio.Between(0.8f, 1.2f) * (_studio.Stage.IsTall ? 1.4f : 1))
        {
            if (MathF.Abs(share * _studio.Width - _studio.Lines.FigureX) < 0.10f * _studio.Width)
                continue;
            for (var i = 0; i < 2; i++)
            {
                var x = share * _studio.Width + (i * 26 - 13) * _unit;
                var foot = new SKPoint(x, Hills.EdgeOf(ground, x) + 8 * _unit);
                var kelp = (i == 0 ? Kelp.Leafy(green, _studio.Between(0, 6)) : Kelp.Ribbon(Tint.Mix(green, SKColors.White, 0.06f), _studio.Between(0, 6)))
                    .At(foot, height * _studio.Between(0.7f, 1.2f) * _unit * _zoom, _studio.Random.Next(2) == 0);
                if (sways)
                    _studio.Sway(_studio.Behind, depth, kelp, foot, 2.4f);
                else
                    still.Add(kelp);
            }
        }

        if (still.Count > 0)
            _studio.Still(_studio.Behind, depth, [.. still]);
    }

    private void LayFloor()
    {
        var studio = _studio;
        var top = Math.Min(studio.Lines.Ground - 76 * _unit, studio.Height * 0.90f);
        Depths.LayBubbles(studio, studio.Behind, 0.8f, top + 30 * _unit, 0.8f, _studio.X(0.20f) / studio.Width, _studio.X(0.66f) / studio.Width, _studio.X(0.92f) / studio.Width);
        var floor = Hills.Rolling(studio, top + 14 * _unit, 28, 1180, 0.2f, studio.Reach.Bottom);
        var row = 0;
        for (var y = top + 44 * _unit; y < studio.Reach.Bottom - 16 * _unit; y += 28 * _unit, row++)
        {
            for (var x = studio.Reach.Left + (row % 2 * 62 + 40) * _unit; x < studio.Reach.Right - 40 * _unit; x += 124 * _unit)
                floor.Hole(Knife.Crescent(x + studio.Between(-20, 20) * _unit, y + studio.Between(-5, 5) * _unit, studio.Between(12, 22) * _unit, 1.8f * _unit, studio.Between(-8, 8)));
        }

        studio.Behind.Still(1, canvas => studio.Painter.Sheet(canvas, floor, _palette.Floor, 1.1f, 2.4f), studio.Band(floor.Bounds.Top, floor.Bounds.Bottom));
        LayCaustics(top + 40 * _unit);
        var stone = studio.Air.Cast(0x8A94A0);
        var props = new List<Prop>();
        foreach (var (share, size, kind) in ((float, float, int)[])[(0.67f, 84, -1), (0.70f, 74, 0), (0.635f, 50, 4), (0.18f, 96, -1), (0.145f, 92, 1), (0.215f, 46, 2), (0.90f, 70, 2), (0.955f, 104, 3)])
        {
            var foot = new SKPoint(_studio.X(share), Hills.EdgeOf(floor, _studio.X(share)) + 16 * _unit);
            var coral = UnderwaterColors.Corals[(kind + 1 + (int)(studio.Shot.Seed % 6)) % 6];
            props.Add((kind < 0 ? Rock.Cut(stone) : Coral.Cut(kind, studio.Air.Cast(coral))).At(foot, size * _unit * _zoom, share < 0.5f));
        }

        studio.Still(studio.Behind, 1, [.. props]);
    }

    /// <summary>Slivers of light that wander over the sand.</summary>
    private void LayCaustics(float top)
    {
        var studio = _studio;
        if (!studio.Air.IsClear || top > studio.Height)
            return;
        float half = 52 * _unit, thick = 7 * _unit;
        var lens = Sprite.Bake(studio.Stage, new SKRect(-half, -thick, half, thick), canvas =>
            studio.Painter.Tissue(canvas, Knife.Crescent(0, 3 * _unit, half * 0.94f, 2.6f * _unit, 0).At(SKMatrix.CreateScale(1, 0.16f)), studio.Air.Glow));
        var slivers = new (SKPoint At, float Phase, float Size)[26];
        for (var i = 0; i < slivers.Length; i++)
        {
            var y = studio.Between(top, studio.Height);
            slivers[i] = (new SKPoint(studio.Between(studio.Reach.Left, studio.Reach.Right), y), studio.Between(0, 6), 0.6f + 0.5f * (y - top) / (studio.Height - top));
        }

        studio.Behind.Moving(1, new SKRect(studio.Reach.Left, top - 12 * _unit, studio.Reach.Right, studio.Reach.Bottom), (canvas, moment) =>
        {
            foreach (var (at, phase, size) in slivers)
            {
                var beat = 0.5f + 0.5f * MathF.Sin(moment.Seconds * 1.3f + phase);
                lens.Draw(canvas, SKMatrix.CreateScaleTranslation(size * (0.7f + 0.4f * beat), size, at.X + 14 * _unit * MathF.Sin(moment.Seconds * 0.6f + phase), at.Y), (byte)(120 * beat));
            }
        });
    }

    /// <summary>Dark weeds in the corners, a string of near bubbles.</summary>
    private void LayFront()
    {
        var studio = _studio;
        (float X, float Size, bool IsLeafy)[] weeds = studio.Stage.IsTall
            ? [(0.00f, 520, true), (0.09f, 330, false), (0.95f, 420, false), (1.01f, 560, true)]
            : [(0.005f, 430, true), (0.05f, 330, false), (0.10f, 220, true), (0.93f, 240, true), (0.965f, 370, false), (1.005f, 470, true)];
        foreach (var (share, size, isLeafy) in weeds)
        {
            var foot = new SKPoint(share * studio.Width, studio.Height + 20 * _unit);
            var phase = studio.Between(0, 6);
            var weed = (isLeafy ? Kelp.Leafy(_palette.Frame, phase) : Kelp.Ribbon(Tint.Mix(_palette.Frame, SKColors.White, 0.06f), phase)).At(foot, size * _unit, share > 0.5f);
            studio.Sway(studio.InFront, 1.25f, weed, foot, 2);
        }

        Depths.LayBubbles(studio, studio.InFront, 1.3f, studio.Height + 30 * _unit, 1.2f, _studio.X(0.80f) / studio.Width);
    }
}

using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>A meadow: hills one behind the other, a hut with its fence, one large tree at the side, flowers all around.</summary>
internal sealed class Meadow
{
    private readonly Studio _studio;
    private readonly PlacePalette _palette;
    private readonly SKColor[] _land;
    private readonly SKColor? _snow;
    private readonly float _unit;
    private readonly float _zoom;

    private Meadow(ShotPlan shot, Stage stage)
    {
        _studio = new Studio(shot, stage, Composition.Of(stage, shot));
        _palette = MeadowColors.At(shot.Time, shot.Season).Apart(shot);
        var snow = SnowColors.At(shot.Time);
        _land = _studio.Overcast(_studio.IsWinter ? snow : _palette.Land);
        _snow = _studio.IsWinter ? Tint.Mix(snow[^1], SKColors.White, 0.3f) : null;
        _unit = stage.Unit;
        _zoom = _studio.Lines.Zoom;
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var meadow = new Meadow(shot, stage);
        var studio = meadow._studio;
        Sky.Lay(studio);
        Birds.Lay(studio, 3, stage.IsTall ? 0.27f : 0.20f, Tint.Mix(meadow._palette.Frame, studio.Air.Sky[3], 0.25f));
        studio.LetPass();
        meadow.LayHills();
        meadow.LayLargeTree();
        meadow.LayGround();
        meadow.LayFront();
        return studio.Finish(meadow._palette);
    }

    private void LayHills()
    {
        var lines = _studio.Lines;
        var h = _studio.Height;
        // Heights grow with the free sky above the horizon, so that a tall frame is filled.
        var tall = _studio.Stage.IsTall ? 1.25f : 1;
        var seed = _studio.Lasting(0, 0.25f);
        LayHill(0.08f, lines.Horizon + 0.015f * h, 120 * tall, 560, 0.10f + seed, 0);
        var second = LayHill(0.16f, lines.Horizon + 0.045f * h, 92 * tall, 700, 0.55f + seed, 1);
        StandTrees(0.17f, second, 0.62f, [0.04f, 0.085f, 0.60f, 0.655f, 0.695f], 62 * tall);
        var third = LayHill(0.30f, lines.Horizon + 0.105f * h, 74 * tall, 900, 0.30f + seed, 2);
        StandTrees(0.31f, third, 0.8f, [0.50f, 0.955f, 1.01f], 104 * tall);
        LayHomestead(third);
    }

    private SKPath LayHill(float depth, float y, float height, float length, float phase, int tone)
    {
        var hill = Hills.Rolling(_studio, y, height, length, phase, y + ((0.13f + Deeper) * _studio.Height) + 40 * _unit);
        _studio.Behind.Still(depth, canvas => _studio.Painter.Sheet(canvas, hill, _land[tone], 0.7f, 2.2f), _studio.Band(hill.Bounds.Top, hill.Bounds.Bottom));
        return hill;
    }

    /// <summary>Seen from high up more of the hills lies below their edge.</summary>
    private float Deeper => _studio.Shot.Angle == CameraAngle.High ? 0.16f : 0;

    private void StandTrees(float depth, SKPath hill, float deepening, float[] shares, float height)
    {
        var green = _studio.Overcast(Tint.Mix(_palette.Land[2], _palette.Frame, deepening * 0.5f));
        var bark = _studio.Air.Cast(0x6A4030);
        var trees = new List<Prop>();
        var number = (int)(_studio.Shot.Seed % 7);
        foreach (var share in shares)
        {
            var x = _studio.X(share + _studio.Lasting(-0.01f, 0.01f));
            var size = height * _studio.Lasting(0.8f, 1.15f) * _unit * MathF.Sqrt(_zoom);
            var isFir = _studio.Terrain.Next(3) == 0;
            var tree = isFir ? Fir.Cut(green, _snow) : LeafTree.Cut(Foliage.Of(_studio.Shot.Season, green, _studio.Air, number++), bark, _snow);
            trees.Add(tree.At(new SKPoint(x, Hills.EdgeOf(hill, x) + 6 * _unit), size));
        }

        _studio.Still(_studio.Behind, depth, [.. trees]);
    }

    /// <summary>The hut under the sun, its fence running out of the frame.</summary>
    private void LayHomestead(SKPath hill)
    {
        var air = _studio.Air;
        var size = (_studio.Stage.IsTall ? 118 : 128) * _unit * MathF.Sqrt(_zoom);
        if (Aside(0.80f, 0.62f * size, 0.32f, 0.5f) is not { } x)
            return;
        var foot = new SKPoint(x, Hills.EdgeOf(hill, x) + 12 * _unit);
        var window = air.Lit > 0.3f ? new SKColor(0xFF, 0xCB, 0x6A) : air.Cast(0x6E8CA0);
        var hut = Hut.Cut(air.Cast(0xF3E2C4), air.Cast(0xB8483C), window, _snow).At(foot, size);
        var fence = Fence.Cut(15, air.Cast(_studio.IsWinter ? 0xA07A60u : 0xF6EAD2u), _snow)
            .At(new SKPoint(foot.X + (_studio.SunIsRight ? 0.55f : -0.55f) * size, foot.Y + 8 * _unit), 30 * _unit * MathF.Sqrt(_zoom), !_studio.SunIsRight);
        _studio.Still(_studio.Behind, 0.32f, hut, fence);
    }

    /// <summary>
    /// Where something large stands so that nobody whom the shot is about ever has it behind: where it belongs, else farther out as
    /// long as a part of it is in the frame, else so that it comes or goes beside them; null where there is no such place.
    /// </summary>
    /// <param name="share">Where it belongs, see <see cref="Studio.X"/>.</param>
    /// <param name="half">Half its width, in pixels.</param>
    /// <param name="cut">Share of that half that the frame's side may cut off.</param>
    private float? Aside(float share, float half, float depth, float cut)
    {
        var studio = _studio;
        var x = studio.X(share);
        if (HeroLane.Of(studio) is not { } lane)
            return x;
        var carried = MathF.Abs(studio.Passing) * Strolling.Seconds(studio.Shot) * depth;
        var isLeft = x < 0.5f * studio.Width;
        var beside = isLeft ? lane.Left - half - carried / 2 : lane.Right + half + carried / 2;
        x = isLeft ? Math.Min(x, beside) : Math.Max(x, beside);
        if (studio.Lap > 0)
            return lane.IsClear(x, half, carried, studio.Lap) ? studio.Round(x) : null;
        return x > -cut * half && x < studio.Width + cut * half ? x : null;
    }

    /// <summary>On the side without sun, cut by the frame, so that it holds the picture together.</summary>
    private void LayLargeTree()
    {
        var size = (_studio.Stage.IsTall ? 560 : 500) * _unit * _zoom;
        var near = Hills.Rolling(_studio, _studio.Lines.Horizon + 0.19f * _studio.Height, 34, 1100, 0.62f, FootOfTree(_studio.Lines, _studio.Stage) + 0.15f * _studio.Height);
        _studio.Behind.Still(0.55f, canvas => _studio.Painter.Sheet(canvas, near, _land[3], 0.9f, 2.2f), _studio.Band(near.Bounds.Top, near.Bounds.Bottom));
        if (Aside(_studio.Stage.IsTall ? 0.03f : _studio.Stage.IsSquare ? 0.035f : 0.085f, 0.36f * size, 0.58f, 0.3f) is not { } x)
            return;
        var foot = new SKPoint(x, FootOfTree(_studio.Lines, _studio.Stage));
        var green = Foliage.Of(_studio.Shot.Season, _studio.Overcast(Tint.Mix(_palette.Land[3], _palette.Frame, 0.30f)), _studio.Air, 0);
        var tree = LeafTree.Cut(green, _studio.Air.Cast(0x6A4030), _snow).At(foot, size, !_studio.SunIsRight);
        _studio.Sway(_studio.Behind, 0.58f, tree, foot, 0.35f);
    }

    /// <summary>The line that the large tree stands on, in stage pixels: what is farther away is behind its trunk.</summary>
    public static float FootOfTree(Composition lines, Stage stage) => lines.Horizon + 0.20f * stage.Height;

    private void LayGround()
    {
        var ground = _studio.Lines.Ground;
        var top = Math.Min(ground - 74 * _unit, _studio.Height * 0.90f);
        var strip = Hills.Rolling(_studio, top + 14 * _unit, 26, 1300, 0.12f, _studio.Reach.Bottom);
        var color = _studio.IsWinter ? _land[4] : _studio.Overcast(_palette.Floor);
        ScatterSlits(strip, top + 40 * _unit);
        _studio.Behind.Still(1, canvas => _studio.Painter.Sheet(canvas, strip, color, 1.1f, 2.4f), _studio.Band(strip.Bounds.Top, strip.Bounds.Bottom));
        if (_studio.Shot.Time == TimeOfDay.Night && !_studio.IsWinter && _studio.Air.IsClear)
            Fireflies.Lay(_studio, _studio.Behind, 1, _studio.Lines.Horizon + 0.06f * _studio.Height, _studio.Height * 0.95f);
        for (var share = 0.02f; share < 1; share += _studio.Between(0.055f, 0.085f) * (_studio.Stage.IsTall ? 1.5f : 1))
            Plant(_studio.Behind, 1, share, top + _studio.Between(6, _studio.Stage.IsTall ? 60 : 20) * _unit, _studio.Between(38, 60) * _zoom);
    }

    /// <summary>Cut grass: small upright slits, or ripples in the snow.</summary>
    private void ScatterSlits(SKPath strip, float from)
    {
        for (var y = from; y < _studio.Reach.Bottom - 20 * _unit; y += 30 * _unit)
        {
            for (var x = _studio.Reach.Left + 40 * _unit; x < _studio.Reach.Right - 30 * _unit; x += 92 * _unit)
                strip.Hole(Knife.Crescent(x + _studio.Between(-28, 28) * _unit, y + _studio.Between(-7, 7) * _unit, _studio.Between(6, 11) * _unit, 1.7f * _unit, _studio.IsWinter ? 0 : 78));
        }
    }

    private void LayFront()
    {
        var bottom = _studio.Height + 14 * _unit;
        var step = _studio.Stage.IsTall ? 0.10f : _studio.Stage.IsSquare ? 0.09f : 0.055f;
        var feet = _studio.Lines.FigureX / _studio.Width;
        for (var share = -0.02f; share < 1.03f; share += step * _studio.Between(0.8f, 1.2f))
        {
            // Nothing grows before the feet, and little beside them.
            var aside = MathF.Abs(share - feet);
            if (aside > 0.07f)
                Plant(_studio.InFront, 1.25f, share, bottom, (58 + 130 * Math.Min(1, 2.6f * aside * aside)) * _zoom);
        }
    }

    private void Plant(LayerStack stack, float depth, float share, float y, float height)
    {
        var isFront = depth > 1;
        var air = _studio.Air;
        var foot = new SKPoint(share * _studio.Width, y);
        var stem = _studio.IsWinter ? air.Cast(0xB08E66) : isFront ? _palette.Frame : Tint.Mix(_palette.Floor, _palette.Frame, 0.45f);
        var choice = _studio.Random.Next(isFront ? 4 : 5);
        var lean = _studio.Between(-1, 1);
        SKColor[] petals = [air.Cast(0xF25C4A), air.Cast(0xFFC83C), air.Cast(0xFFF4E4), air.Cast(0xE86AA0), air.Cast(0x8E7CE0)];
        var petal = petals[_studio.Random.Next(petals.Length)];
        // Where the ground is full of what somebody asks for, nothing else blooms.
        var prop = _studio.IsWinter || choice >= 3 || _studio.Shot.Things.Any(t => t.IsField) ? Flowers.Tuft(stem, isFront ? 7 : 5, 0.5f)
            : choice == 2 ? Flowers.Tulip(petal, stem, lean)
            : Flowers.Bloom(petal, air.Cast(0xF2B13A), stem, lean);
        if (_studio.IsWinter && !isFront && choice != 0)
            return;
        _studio.Sway(stack, depth, prop.At(foot, height * _unit), foot, 4);
    }
}

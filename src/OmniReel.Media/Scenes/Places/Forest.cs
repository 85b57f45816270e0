using OmniReel.Media.Color;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Parts;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>Inside a wood: trunks at three depths before the light box, leaves above, shafts of light, ferns and toadstools.</summary>
internal sealed class Forest
{
    private readonly Studio _studio;
    private readonly PlacePalette _palette;
    private readonly SKColor[] _wood;
    private readonly SKColor[] _snow;
    private readonly SKColor? _cover;
    private readonly float _unit;
    private readonly float _zoom;

    private Forest(ShotPlan shot, Stage stage)
    {
        var lines = Composition.Of(stage, shot);
        // Under trees the sun is seen between the trunks, never above them.
        lines = lines with { Sun = new SKPoint(lines.Sun.X, Math.Max(lines.Sun.Y, stage.Height * (shot.Time == TimeOfDay.Noon ? 0.215f : stage.IsTall ? 0.27f : 0.30f))) };
        _palette = ForestColors.At(shot.Time, shot.Season).Apart(shot);
        _studio = new Studio(shot, stage, lines, AmongTrees(Airs.At(shot.Time, shot.Season, shot.Weather), shot, _palette));
        _snow = SnowColors.At(shot.Time);
        _wood = _studio.Overcast(_studio.IsWinter ? [.. _palette.Land.Select((_, i) => Tint.Mix(_studio.Air.Cast(0x6A5C62), _snow[0], 0.56f - 0.13f * i))] : _palette.Land);
        _cover = _studio.IsWinter ? Tint.Mix(_snow[^1], SKColors.White, 0.3f) : null;
        _unit = stage.Unit;
        _zoom = MathF.Sqrt(lines.Zoom);
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var place = new Forest(shot, stage);
        var studio = place._studio;
        Sky.LayClear(studio);
        studio.LetPass();
        place.LayDepth(0.15f, 0, 15, 30, 0.10f, 0.02f);
        place.LayDepth(0.35f, 1, 9, 48, 0.30f, 0.00f);
        if (studio.Air.IsClear)
            Shafts.Lay(studio, 0.45f, studio.Lines.Horizon + studio.Height * 0.22f);
        place.LayDepth(0.60f, 2, 5, 84, 0.58f, -0.045f);
        place.LayFloor();
        place.LayFront();
        return studio.Finish(place._palette);
    }

    /// <summary>Between trunks the sky shows through leaves: the light box takes the wood's colours toward its rim. In winter it takes the snow's.</summary>
    private static Air AmongTrees(Air air, ShotPlan shot, PlacePalette palette)
    {
        if (shot.Season != Season.Winter && shot.Weather != Weather.Snow)
            return air with { Sky = [.. air.Sky.Select((c, i) => Tint.Mix(c, palette.Land[Math.Min(3, 1 + i / 3)], 0.22f + 0.075f * i))] };
        var snow = SnowColors.At(shot.Time);
        return air with { Sky = [.. air.Sky.Select((c, i) => Tint.Mix(c, snow[Math.Max(0, 3 - i / 2)], 0.34f))] };
    }

    private float FloorTop => Math.Min(_studio.Lines.Ground - 84 * _unit, _studio.Height * 0.90f);

    /// <summary>One depth of the wood: a strip of ground, its trunks, and the leaves they carry.</summary>
    private void LayDepth(float depth, int tone, int count, float width, float below, float canopy)
    {
        var studio = _studio;
        var y = studio.Lines.Horizon + below * (FloorTop - studio.Lines.Horizon);
        var ground = Hills.Rolling(studio, y, 20 + 8 * tone, 520 + 180 * tone, studio.Lasting(0, 1), y + 0.45f * (FloorTop - studio.Lines.Horizon) + 70 * _unit);
        var groundColor = studio.IsWinter ? studio.Overcast(_snow[tone + 1]) : Tint.Mix(_wood[tone + 1], _palette.Floor, 0.25f);
        studio.Behind.Still(depth, canvas => studio.Painter.Sheet(canvas, ground, groundColor, 0.7f, 2), studio.Band(ground.Bounds.Top, ground.Bounds.Bottom));
        if (studio.Stage.IsTall || studio.Stage.IsSquare)
            count = Math.Max(3, (int)(count * 0.62f));
        var trunks = new List<Prop>();
        var bark = Tint.Mix(_wood[tone], studio.Air.Cast(0x6A4A3C), 0.18f + 0.14f * tone);
        // Few are cut, and each stands on many trunks.
        Prop[] boughs = studio.IsWinter ? [.. Enumerable.Range(0, 3).Select(i => Bough.Cut(-20 - 7 * i, -0.4f, bark, studio.SnowWhite))] : [];
        var lane = tone == 2 ? HeroLane.Of(studio) : null;
        for (var i = 0; i < count; i++)
        {
            // What a trunk is like is chosen before it is left out, so that the others stay where they are.
            var x = (i + 0.5f + studio.Lasting(-0.28f, 0.28f)) / count * studio.Reach.Width + studio.Reach.Left;
            var size = width * studio.Lasting(0.75f, 1.2f) * _unit * _zoom;
            var (isBirch, grain) = (studio.Terrain.Next(4) == 0, new Random(studio.Terrain.Next()));
            // Trunks keep clear of the sun, and the near ones of the people.
            if (MathF.Abs(x - studio.Lines.Sun.X) < (54 + 14 * tone) * _unit || (tone == 2 && MathF.Abs(x - (lane?.Middle ?? studio.Lines.FigureX)) < 0.11f * studio.Width))
                continue;
            var foot = new SKPoint(x, Hills.EdgeOf(ground, x) + 10 * _unit);
            var color = isBirch ? Tint.Mix(bark, studio.Air.Cast(0xFFF4E2), 0.62f) : bark;
            // Boughs grow from behind the trunk's edges.
            if (studio.IsWinter)
                GrowBoughs(trunks, x, size, boughs, grain);
            trunks.Add(Trunk.Cut((foot.Y - studio.Reach.Top) / size + 1, color, isBirch, grain, _cover).At(foot, size));
        }

        studio.Still(studio.Behind, depth + 0.01f, [.. trunks]);
        if (!studio.IsWinter)
            LayCanopy(depth + 0.02f, tone, canopy);
        if (tone > 0 || studio.Stage.IsTall)
            PlantUndergrowth(depth + 0.03f, ground, tone);
    }

    /// <summary>The bare crown of a tree in winter: snowy boughs to both sides.</summary>
    private void GrowBoughs(List<Prop> trunks, float x, float size, Prop[] boughs, Random grain)
    {
        for (var i = 0; i < 5; i++)
        {
            var foot = new SKPoint(x, (-0.02f + 0.085f * i + 0.05f * (grain.NextSingle() - 0.5f)) * _studio.Height);
            var length = (2.2f + 0.35f * i) * MathF.Min(size, 70 * _unit) * (0.8f + 0.35f * grain.NextSingle());
            trunks.Add(boughs[grain.Next(boughs.Length)].At(foot, length, i % 2 == 1));
        }
    }

    /// <summary>Leaves hang from above in scallops.</summary>
    private void LayCanopy(float depth, int tone, float offset)
    {
        var studio = _studio;
        var unit = _unit * _zoom;
        float low = (studio.Stage.IsTall ? 0.16f : 0.15f) * studio.Height + offset * studio.Height, lobe = (46 + 26 * tone) * unit;
        var phase = studio.Between(0, 6);
        var path = Held.Path();
        var (left, right) = (studio.Reach.Left - (studio.Lap > 0 ? lobe : 0), studio.Strip.Right);
        float slow = studio.Waves(190 * unit * MathF.Tau) * MathF.Tau, quick = studio.Waves(77 * unit * MathF.Tau) * MathF.Tau;
        path.MoveTo(left, studio.Reach.Top);
        // Over the sun the leaves open.
        float Edge(float x) => low + 52 * unit * MathF.Sin(x * slow + phase) + 20 * unit * MathF.Sin(x * quick + phase * 2)
            - (studio.Shot.Time == TimeOfDay.Noon ? 104 : 58) * unit * MathF.Exp(-MathF.Pow((x - studio.Lines.Sun.X) / (230 * unit), 2));
        var holes = new List<SKPath>();
        path.LineTo(left, Edge(left));
        for (var x = left; x < right; x += lobe)
        {
            path.QuadTo(x + lobe * 0.5f, Edge(x + lobe * 0.5f) + lobe * 0.85f, x + lobe, Edge(x + lobe));
            holes.Add(Leaf.Outline(x + lobe * 0.42f, Edge(x + lobe * 0.5f) - lobe * 0.40f, lobe * 0.42f, 1.1f + 0.5f * MathF.Sin(x)));
        }

        path.LineTo(right, studio.Reach.Top);
        path.Close();
        foreach (var hole in holes)
            path.Hole(hole);
        var color = Foliage.Canopy(studio.Shot.Season, Tint.Mix(_wood[tone + 1], SKColors.White, 0.04f), studio.Air, tone);
        var box = path.Bounds;
        box.Inflate(14 * _unit, 14 * _unit);
        if (studio.Lap > 0)
            (box.Left, box.Right) = (studio.Reach.Left, studio.Reach.Right);
        var leaves = studio.Bake(box, (canvas, painter) => painter.Sheet(canvas, path, color, 0.9f, 2, thin: true));
        studio.Behind.Moving(depth, box, (canvas, moment) =>
            leaves.Draw(canvas, 2.2f * _unit * MathF.Sin(moment.Seconds * 0.8f + phase), 1.6f * _unit * MathF.Sin(moment.Seconds * 1.1f + phase)));
    }

    private void PlantUndergrowth(float depth, SKPath ground, int tone)
    {
        if (_studio.IsWinter)
            return;
        var fern = Fern.Cut(_wood[tone + 2]);
        var ferns = new List<Prop>();
        for (var share = _studio.Between(0, 0.06f); share < 1.02f; share += _studio.Between(0.07f, 0.16f) * (_studio.Stage.IsTall ? 1.15f : 1))
        {
            var x = share * _studio.Width;
            ferns.Add(fern.At(new SKPoint(x, Hills.EdgeOf(ground, x) + 8 * _unit), (34 + 24 * tone) * _studio.Between(0.8f, 1.15f) * _unit * _zoom));
        }

        _studio.Still(_studio.Behind, depth, [.. ferns]);
    }

    private void LayFloor()
    {
        var studio = _studio;
        var top = FloorTop;
        var floor = Hills.Rolling(studio, top + 16 * _unit, 30, 1240, 0.2f, studio.Reach.Bottom);
        // Below snow no leaf is seen.
        for (var y = top + 56 * _unit; !studio.IsWinter && y < studio.Reach.Bottom - 20 * _unit; y += 34 * _unit)
        {
            for (var x = studio.Reach.Left + 40 * _unit; x < studio.Reach.Right - 30 * _unit; x += 104 * _unit)
                floor.Hole(Leaf.Outline(x + studio.Between(-30, 30) * _unit, y + studio.Between(-8, 8) * _unit, studio.Between(11, 19) * _unit, studio.Between(0, 6)));
        }

        var color = studio.IsWinter ? studio.Overcast(_snow[4]) : studio.Overcast(_palette.Floor);
        studio.Behind.Still(1, canvas => studio.Painter.Sheet(canvas, floor, color, 1.1f, 2.4f), studio.Band(floor.Bounds.Top, floor.Bounds.Bottom));
        var stand = new List<Prop>();
        (float X, float Size, bool IsMushroom)[] props = [(0.62f, 50, true), (0.655f, 34, true), (0.86f, 96, false), (0.11f, 80, false), (0.22f, 42, true), (0.76f, 62, false)];
        if (studio.Stage.IsTall)
            props = [.. props, (0.03f, 130, false), (0.97f, 140, false), (0.72f, 58, true), (0.30f, 70, false)];
        foreach (var (share, size, isMushroom) in props)
        {
            var foot = new SKPoint(_studio.X(share), Hills.EdgeOf(floor, _studio.X(share)) + 16 * _unit);
            var cut = !isMushroom ? studio.IsWinter ? Rock.Cut(studio.Air.Cast(0x9AA0B4), _cover) : Fern.Cut(Tint.Mix(_palette.Floor, _palette.Frame, 0.55f))
                : studio.IsWinter ? null : Mushroom.Cut(studio.Air.Cast(0xD8382E), studio.Air.Cast(0xFFF0DC));
            if (cut is not null)
                stand.Add(cut.At(foot, size * _unit * _zoom));
        }

        LayPuddles(top);
        studio.Still(studio.Behind, 1, [.. stand]);
        StandNear(top);
        if (studio.Shot.Time == TimeOfDay.Night && !studio.IsWinter && studio.Air.IsClear)
            Fireflies.Lay(studio, studio.Behind, 1, studio.Lines.Horizon, studio.Height * 0.95f);
    }

    /// <summary>Where it rains, the sky lies in hollows of the floor.</summary>
    private void LayPuddles(float top)
    {
        var studio = _studio;
        if (studio.Shot.Weather != Weather.Rain || top > studio.Height)
            return;
        var (water, edge) = (Tint.Mix(studio.Air.Sky[0], studio.Air.Sky[3], 0.45f), Tint.Mix(studio.Overcast(_palette.Floor), SKColors.Black, 0.30f));
        var puddles = new List<Prop>();
        (float X, float Down, float Half)[] places = [(0.30f, 0.30f, 104), (0.70f, 0.46f, 150), (0.16f, 0.66f, 128), (0.50f, 0.84f, 190)];
        foreach (var (share, down, half) in places)
        {
            float x = studio.X(share), y = top + down * (studio.Height - top) + 10 * _unit, w = half * _unit * _zoom * (studio.Stage.IsTall ? 0.8f : 1), h = 0.13f * w;
            SKPath Pool(float by) => Knife.Smooth(true, x - w * by, y, x - 0.62f * w * by, y - h * by, x + 0.05f * w * by, y - 0.72f * h * by, x + 0.66f * w * by, y - h * by, x + w * by, y + 0.1f * h, x + 0.52f * w * by, y + h * by, x - 0.10f * w * by, y + 0.74f * h * by, x - 0.66f * w * by, y + h * by);
            puddles.Add(new Prop().Tissue(Pool(1.05f), edge).Tissue(Pool(0.98f), water)
                .Tissue(Knife.Limb(new SKPoint(x - 0.5f * w, y - 0.1f * h), new SKPoint(x + 0.1f * w, y - 0.2f * h), 1.6f * _unit, 0.6f * _unit), SKColors.White.WithAlpha(70)));
        }

        studio.Still(studio.Behind, 1, [.. puddles]);
    }

    /// <summary>Trunks as near as the floor's edge, cut by the frame's sides; none where they would pass behind the people, or where somebody sits in a tree of their own.</summary>
    private void StandNear(float top)
    {
        var studio = _studio;
        if (studio.Lap > 0 || top > studio.Height || studio.Shot.Things.Any(t => t.Spot == ThingSpot.Branch))
            return;
        var bark = Tint.Mix(_wood[3], studio.Air.Cast(0x5A3E34), 0.42f);
        var lane = HeroLane.Of(studio);
        foreach (var (share, width, down) in (studio.Stage.IsTall ? [(0.015f, 128, 74), (1.0f, 150, 128)] : ((float, float, float)[])[(0.012f, 138, 34), (0.995f, 158, 52)]))
        {
            var (foot, size) = (new SKPoint(studio.X(share), top + down * _unit), width * _unit * _zoom);
            if (lane?.IsClear(foot.X, 0.4f * size, 0, 0) != false)
                studio.Still(studio.Behind, 1, Trunk.Cut((foot.Y - studio.Reach.Top) / size + 1, bark, false, new Random(studio.Terrain.Next()), _cover).At(foot, size));
        }
    }

    /// <summary>Boughs in the upper corners, ferns below, leaves falling through the picture.</summary>
    private void LayFront()
    {
        var studio = _studio;
        Branch.LayUpperCorners(studio, _palette.Frame);
        if (!studio.IsWinter)
        {
            var fern = Fern.Cut(_palette.Frame);
            (float, float)[] ferns = studio.Stage.IsTall ? [(0.02f, 250), (0.16f, 150), (0.84f, 170), (0.99f, 270)] : [(0.10f, 150), (0.93f, 170)];
            foreach (var (share, size) in ferns)
            {
                var root = new SKPoint(share * studio.Width, studio.Height + 12 * _unit);
                studio.Sway(studio.InFront, 1.25f, fern.At(root, size * _unit * _zoom), root, 2.2f);
            }

            DriftingLeaves.Lay(studio, studio.InFront, 1.3f, studio.Air.Cast(0xE8B23C), studio.Air.Cast(0x9CC04A), studio.Air.Cast(0xE07A3C));
        }
    }
}

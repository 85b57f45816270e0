using OmniReel.Media.Color;
using OmniReel.Media.Frames;
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
        lines = lines with { Sun = new SKPoint(lines.Sun.X, Math.Max(lines.Sun.Y, stage.Height * (stage.IsTall ? 0.27f : 0.30f))) };
        _palette = ForestColors.At(shot.Time, shot.Season).Apart(shot);
        _studio = new Studio(shot, stage, lines, UnderLeaves(Airs.At(shot.Time, shot.Season, shot.Weather), _palette));
        _snow = SnowColors.At(shot.Time);
        _wood = _studio.Overcast(_studio.IsWinter ? [.. _palette.Land.Select((c, i) => Tint.Mix(c, _snow[0], 0.6f - 0.12f * i))] : _palette.Land);
        _cover = _studio.IsWinter ? Tint.Mix(_snow[^1], SKColors.White, 0.3f) : null;
        _unit = stage.Unit;
        _zoom = MathF.Sqrt(lines.Zoom);
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var place = new Forest(shot, stage);
        var studio = place._studio;
        SkyRings.Lay(studio);
        if (shot.Time == TimeOfDay.Night)
            Moon.Lay(studio);
        else
            Sun.Lay(studio);
        studio.LetPass();
        place.LayDepth(0.15f, 0, 15, 30, 0.10f, 0.02f);
        place.LayDepth(0.35f, 1, 9, 48, 0.30f, 0.00f);
        if (studio.Air.IsClear)
            Shafts.Lay(studio, 0.45f, studio.Height * -0.05f, studio.Lines.Horizon + studio.Height * 0.22f);
        place.LayDepth(0.60f, 2, 5, 84, 0.58f, -0.045f);
        place.LayFloor();
        place.LayFront();
        return studio.Finish(place._palette);
    }

    /// <summary>Between trunks the sky shows through leaves: the light box takes the wood's colours toward its rim.</summary>
    private static Air UnderLeaves(Air air, PlacePalette palette) => air with
    {
        Sky = [.. air.Sky.Select((c, i) => Tint.Mix(c, palette.Land[Math.Min(3, 1 + i / 3)], 0.22f + 0.075f * i))],
    };

    private float FloorTop => Math.Min(_studio.Lines.Ground - 84 * _unit, _studio.Height * 0.90f);

    /// <summary>One depth of the wood: a strip of ground, its trunks, and the leaves they carry.</summary>
    private void LayDepth(float depth, int tone, int count, float width, float below, float canopy)
    {
        var studio = _studio;
        var y = studio.Lines.Horizon + below * (FloorTop - studio.Lines.Horizon);
        var ground = Hills.Rolling(studio, y, 20 + 8 * tone, 520 + 180 * tone, studio.Between(0, 1), y + 0.45f * (FloorTop - studio.Lines.Horizon) + 70 * _unit);
        var groundColor = studio.IsWinter ? studio.Overcast(_snow[tone + 1]) : Tint.Mix(_wood[tone + 1], _palette.Floor, 0.25f);
        studio.Behind.Still(depth, canvas => studio.Painter.Sheet(canvas, ground, groundColor, 0.7f, 2), studio.Band(ground.Bounds.Top, ground.Bounds.Bottom));
        if (studio.Stage.IsTall || studio.Stage.IsSquare)
            count = Math.Max(3, (int)(count * 0.62f));
        var trunks = new List<Prop>();
        var bark = Tint.Mix(_wood[tone], studio.Air.Cast(0x6A4A3C), 0.18f + 0.14f * tone);
        // Few are cut, and each stands on many trunks.
        Prop[] boughs = studio.IsWinter ? [.. Enumerable.Range(0, 3).Select(i => Bough.Cut(-26 - 6 * i, -0.35f, bark, studio.SnowWhite))] : [];
        for (var i = 0; i < count; i++)
        {
            var x = (i + 0.5f + studio.Between(-0.28f, 0.28f)) / count * studio.Reach.Width + studio.Reach.Left;
            // Trunks keep clear of the sun, and the near ones of the people.
            if (MathF.Abs(x - studio.Lines.Sun.X) < (54 + 14 * tone) * _unit || (tone == 2 && MathF.Abs(x - studio.Lines.FigureX) < 0.11f * studio.Width))
                continue;
            var size = width * studio.Between(0.75f, 1.2f) * _unit * _zoom;
            var foot = new SKPoint(x, Hills.EdgeOf(ground, x) + 10 * _unit);
            var isBirch = studio.Random.Next(4) == 0;
            var color = isBirch ? Tint.Mix(bark, studio.Air.Cast(0xFFF4E2), 0.62f) : bark;
            trunks.Add(Trunk.Cut((foot.Y - studio.Reach.Top) / size + 1, color, isBirch, studio.Random, _cover).At(foot, size));
            if (studio.IsWinter)
                GrowBoughs(trunks, x, size, boughs);
        }

        studio.Still(studio.Behind, depth + 0.01f, [.. trunks]);
        if (!studio.IsWinter)
            LayCanopy(depth + 0.02f, tone, canopy);
        if (tone > 0 || studio.Stage.IsTall)
            PlantUndergrowth(depth + 0.03f, ground, tone);
    }

    /// <summary>The bare crown of a tree in winter: snowy boughs to both sides.</summary>
    private void GrowBoughs(List<Prop> trunks, float x, float size, Prop[] boughs)
    {
        for (var i = 0; i < 5; i++)
        {
            var foot = new SKPoint(x, (-0.02f + 0.075f * i + _studio.Between(-0.02f, 0.02f)) * _studio.Height);
            var length = (2.0f + 0.35f * i) * MathF.Min(size, 70 * _unit) * _studio.Between(0.8f, 1.15f);
            trunks.Add(boughs[i % boughs.Length].At(foot, length, i % 2 == 1));
        }
    }

    /// <summary>Leaves hang from above in scallops.</summary>
    private void LayCanopy(float depth, int tone, float offset)
    {
        var studio = _studio;
        var unit = _unit * _zoom;
        float low = (studio.Stage.IsTall ? 0.16f : 0.15f) * studio.Height + offset * studio.Height, lobe = (46 + 26 * tone) * unit;
        var phase = studio.Between(0, 6);
        var path = new SKPath();
        var (left, right) = (studio.Reach.Left - (studio.Lap > 0 ? lobe : 0), studio.Strip.Right);
        float slow = studio.Waves(190 * unit * MathF.Tau) * MathF.Tau, quick = studio.Waves(77 * unit * MathF.Tau) * MathF.Tau;
        path.MoveTo(left, studio.Reach.Top);
        // Over the sun the leaves open.
        float Edge(float x) => low + 52 * unit * MathF.Sin(x * slow + phase) + 20 * unit * MathF.Sin(x * quick + phase * 2)
            - 58 * unit * MathF.Exp(-MathF.Pow((x - studio.Lines.Sun.X) / (230 * unit), 2));
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

        studio.Still(studio.Behind, 1, [.. stand]);
        if (studio.Shot.Time == TimeOfDay.Night && !studio.IsWinter && studio.Air.IsClear)
            Fireflies.Lay(studio, studio.Behind, 1, studio.Lines.Horizon, studio.Height * 0.95f);
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

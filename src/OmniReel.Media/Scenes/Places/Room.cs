using OmniReel.Media.Color;
using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Scenes.Falling;
using OmniReel.Media.Scenes.Parts;
using OmniReel.Media.Scenes.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Places;

/// <summary>A living room: the light box stands outside a window; curtains, sofa, lamp, clock, plants, a rug to stand on.</summary>
internal sealed class Room
{
    private readonly Studio _studio;
    private readonly Air _air;
    private readonly SKRect _hole;
    private readonly float _unit;
    private readonly float _zoom;
    private readonly float _floor;

    private Room(ShotPlan shot, Stage stage)
    {
        var lines = Composition.Of(stage, shot);
        var isRight = lines.Sun.X > stage.Width * 0.5f;
        _hole = Hole(stage, shot, isRight);
        lines = lines with { Sun = new SKPoint(_hole.MidX + (isRight ? 0.16f : -0.16f) * _hole.Width, _hole.Top + 0.50f * _hole.Height), Horizon = _hole.Top + 0.80f * _hole.Height };
        var air = Airs.At(shot.Time, shot.Season, shot.Weather);
        _studio = new Studio(shot, stage, lines, air);
        // Inside it never gets as dark as outside: at night the lamp is lit.
        _air = air with { DuskShare = Math.Min(air.DuskShare, 0.44f) };
        _unit = stage.Unit;
        _zoom = MathF.Sqrt(lines.Zoom);
        _floor = FloorOf(stage, lines);
    }

    public static Scene Compose(ShotPlan shot, Stage stage)
    {
        var room = new Room(shot, stage);
        room.LayOutside();
        room.LightTheLamp();
        room.LayWall();
        room.LayFloor();
        room.LayFurniture();
        room.LayRug();
        return room._studio.Finish(new PlacePalette([], RoomColors.Floor, RoomColors.Frame, RoomColors.Figures));
    }

    private bool IsRight => _hole.MidX > _studio.Width * 0.5f;

    private float X(float share) => (IsRight ? share : 1 - share) * _studio.Width;

    private SKPoint LampFoot => new(X(_studio.Stage.IsTall ? 0.085f : _studio.Stage.IsSquare ? 0.075f : 0.055f), Math.Min(_floor + 14 * _unit, _studio.Height * 1.25f));

    private float LampHeight => (_studio.Stage.IsTall ? 470 : 400) * _unit * _zoom;

    /// <summary>The window, on the light's side, in stage pixels.</summary>
    public static SKRect Hole(Stage stage, ShotPlan shot, bool isRight)
    {
        // What is on the sill is what the shot is about.
        var isNear = shot.Figures.Count == 0 && shot.Things.Any(t => t.Spot == ThingSpot.Sill);
        var (middle, half, top, bottom) = isNear ? stage.IsTall ? (0.54f, 0.37f, 0.17f, 0.56f) : stage.IsSquare ? (0.57f, 0.31f, 0.10f, 0.64f) : (0.60f, 0.235f, 0.085f, 0.66f)
            : stage.IsTall ? (0.60f, 0.265f, 0.13f, 0.50f) : stage.IsSquare ? (0.675f, 0.205f, 0.12f, 0.60f) : (0.66f, 0.155f, 0.115f, 0.595f);
        middle = isRight ? middle : 1 - middle;
        return new SKRect((middle - half) * stage.Width, top * stage.Height, (middle + half) * stage.Width, bottom * stage.Height);
    }

    /// <summary>As of layers: what lies on the sofa moves with it.</summary>
    public const float SofaDepth = 0.9f;

    /// <summary>Where the sofa stands, and its width, in stage pixels.</summary>
    public static (SKPoint Foot, float Width) Sofa(Stage stage, ShotPlan shot)
    {
        var lines = Composition.Of(stage, shot);
        var isNear = RoomSofa.IsStage(shot);
        var share = stage.IsTall ? isNear ? 0.34f : 0.20f : stage.IsSquare ? isNear ? 0.27f : 0.25f : isNear ? 0.235f : 0.215f;
        var width = (stage.IsTall ? 460 : 480) * stage.Unit * MathF.Sqrt(lines.Zoom);
        return (new SKPoint((lines.Sun.X > stage.Width * 0.5f ? share : 1 - share) * stage.Width, FloorOf(stage, lines) + 42 * stage.Unit), width);
    }

    private static float FloorOf(Stage stage, Composition lines) => lines.Ground - (stage.IsTall ? 0.15f : 0.135f) * stage.Height;

    private SKColor Own(SKColor color) => _air.Cast(color);

    /// <summary>Only what the window can show, with room for the camera to look round its frame.</summary>
    private void LayOutside()
    {
        var studio = _studio;
        var seen = _hole;
        seen.Inflate(studio.Stage.Overscan * 0.6f, studio.Stage.Overscan * 0.6f);
        Sky.LayClear(studio, seen);
        Clouds.Hang(studio, new CloudPlace((_hole.Left + 0.26f * _hole.Width) / studio.Width, (_hole.Top + 0.46f * _hole.Height) / studio.Height, 22), 0);
        var land = studio.IsWinter ? SnowColors.At(studio.Shot.Time) : MeadowColors.At(studio.Shot.Time, studio.Shot.Season).Land;
        land = studio.Overcast(land);
        for (var i = 0; i < 3; i++)
        {
            var y = studio.Lines.Horizon + (0.02f + 0.075f * i) * _hole.Height;
            var hill = Hills.Rolling(studio, y + 22 * _unit, 56 - 10 * i, 250 + 60 * i, studio.Between(0, 1), seen.Bottom);
            var color = land[i + 1];
            var painter = studio.Painter;
            var box = new SKRect(seen.Left, hill.Bounds.Top - 20 * _unit, seen.Right, seen.Bottom);
            studio.Behind.Still(0.06f + 0.04f * i, canvas =>
            {
                canvas.ClipRect(box);
                painter.Sheet(canvas, hill, color, 0.6f, 2);
            }, box);
            var fir = Fir.Cut(Tint.Mix(studio.Overcast(MeadowColors.At(studio.Shot.Time).Land[4]), RoomColors.Frame, 0.3f), studio.IsWinter ? land[4] : null);
            var x = _hole.Left + studio.Between(0.12f + 0.3f * i, 0.30f + 0.3f * i) * _hole.Width;
            studio.Still(studio.Behind, 0.07f + 0.04f * i, fir.At(new SKPoint(x, Hills.EdgeOf(hill, x) + 4 * _unit), (46 + 16 * i) * _unit));
        }

        if (studio.Shot.Weather == Weather.Rain)
            studio.Behind.Add(Rain.Beyond(studio, seen, 0.3f));
        else if (studio.Shot.Weather == Weather.Snow)
            studio.Behind.Add(Snow.Beyond(studio, seen, 0.3f));
    }

    private void LightTheLamp()
    {
        if (_studio.Shot.Time != TimeOfDay.Night)
            return;
        var bulb = new SKPoint(LampFoot.X, Math.Min(LampFoot.Y - 0.86f * LampHeight, _studio.Height * 0.6f));
        _studio.Relight(new Light(bulb, Tint.Hex(0xFFD98A), Tint.Hex(0xFFD890), new SKColor(8, 6, 28, 150), 0.46f));
    }

    private void LayWall()
    {
        var studio = _studio;
        var reach = studio.Reach;
        var wall = Knife.Box(reach.Left, reach.Top, reach.Right, Math.Min(_floor + 40 * _unit, reach.Bottom)).Hole(Knife.Box(_hole.Left, _hole.Top, _hole.Right, _hole.Bottom));
        var pattern = Pattern();
        var panelTop = _floor - 78 * _unit;
        studio.Behind.Still(0.5f, canvas =>
        {
            studio.Painter.Sheet(canvas, wall, Own(RoomColors.Wall), 1.6f, 3);
            studio.Painter.Sheet(canvas, pattern, Tint.Mix(Own(RoomColors.Wall), SKColors.White, 0.13f), 0.2f, 0.8f);
        });
        if (panelTop < reach.Bottom)
        {
            var panel = new Prop().Sheet(Knife.Box(reach.Left, panelTop, reach.Right, _floor + 30 * _unit), Own(RoomColors.Panel), 0.8f, 2);
            for (var x = reach.Left + 20 * _unit; x < reach.Right; x += 148 * _unit)
                panel.Sheet(Knife.Box(x, panelTop + 18 * _unit, x + 124 * _unit, _floor - 20 * _unit), Tint.Mix(Own(RoomColors.Panel), SKColors.White, 0.06f), 0.3f, 1.4f);
            panel.Sheet(Knife.Box(reach.Left, panelTop - 8 * _unit, reach.Right, panelTop + 4 * _unit), Tint.Mix(Own(RoomColors.Panel), SKColors.White, 0.14f), 0.5f, 1.4f);
            studio.Still(studio.Behind, 0.5f, panel);
        }

        studio.Still(studio.Behind, 0.52f, Casement.Lattice(_hole, Own(RoomColors.Wood), _unit));
        // The sill is free for what a prompt puts on it.
        if (!studio.Shot.Things.Any(t => t.Spot == ThingSpot.Sill))
            LaySill();
        Casement.LayCurtains(studio, 0.56f, _hole, [.. RoomColors.Curtain.Select(Own)], Own(RoomColors.Wood));
    }

    private void LaySill()
    {
        var studio = _studio;
        studio.Still(studio.Behind, 0.54f,
            Furniture.Plant(Own(RoomColors.Leaf), Own(RoomColors.Pot)).At(new SKPoint(_hole.MidX + (IsRight ? 0.30f : -0.30f) * _hole.Width, _hole.Bottom + 2 * _unit), 120 * _unit),
            Furniture.Teapot(Own(Tint.Hex(0x3E6E96))).At(new SKPoint(_hole.MidX + (IsRight ? 0.02f : -0.02f) * _hole.Width, _hole.Bottom + 2 * _unit), 62 * _unit, !IsRight));
    }

    /// <summary>Wallpaper: small three-petalled flowers in staggered rows.</summary>
    private SKPath Pattern()
    {
        var path = Held.Path();
        var keepOut = _hole;
        keepOut.Inflate(110 * _unit, 60 * _unit);
        var row = 0;
        for (var y = _studio.Reach.Top + 40 * _unit; y < Math.Min(_floor, _studio.Reach.Bottom) - 100 * _unit; y += 66 * _unit, row++)
        {
            for (var x = _studio.Reach.Left + (row % 2 * 52 + 30) * _unit; x < _studio.Reach.Right; x += 104 * _unit)
            {
                if (keepOut.Contains(x, y))
                    continue;
                foreach (var angle in (ReadOnlySpan<float>)[-2.3f, -1.57f, -0.84f])
                    path.AddPath(Leaf.Outline(x, y, 17 * _unit, angle));
            }
        }

        path.FillType = SKPathFillType.EvenOdd;
        return path;
    }

    private void LayFloor()
    {
        if (Boards.Lay(_studio, 0.85f, _floor, 118, Own(RoomColors.Floor), 0.45f) && _studio.Air.IsClear && _studio.Shot.Time != TimeOfDay.Night)
            LayBeam();
    }

    /// <summary>The window's light on the boards.</summary>
    private void LayBeam()
    {
        var slant = IsRight ? -1 : 1;
        float bottom = _studio.Reach.Bottom, run = slant * 0.20f * _studio.Width;
        var beam = Knife.Polygon(
            _hole.Left + run * 0.5f, _floor + 3 * _unit, _hole.Right + run * 0.5f, _floor + 3 * _unit,
            _hole.Right + run * 1.5f + 30 * _unit, bottom, _hole.Left + run * 1.5f - 30 * _unit, bottom);
        _studio.Behind.Still(0.85f, canvas => _studio.Painter.Tissue(canvas, beam, _studio.Air.Glow.WithAlpha(82), 5), _studio.Band(_floor, bottom));
    }

    private void LayRug()
    {
        var studio = _studio;
        var rug = Furniture.Rug([.. RoomColors.Rug.Select(Own)]);
        var middle = studio.Shot.Figures.Count > 1 ? studio.Width * 0.5f : studio.Lines.FigureX;
        studio.Still(studio.Behind, 1, rug.At(new SKPoint(middle, studio.Lines.Ground - 2 * _unit), Math.Min(250 * _unit * _zoom * (1 + 0.3f * Math.Max(0, studio.Shot.Figures.Count - 1)), studio.Width * 0.47f)));
    }

    private void LayFurniture()
    {
        var studio = _studio;
        var isTall = studio.Stage.IsTall;
        var foot = _floor + 20 * _unit;
        var picture = new SKPoint(X(isTall ? 0.125f : studio.Stage.IsSquare ? 0.17f : 0.225f), studio.Height * (isTall ? 0.30f : 0.29f));
        var size = (isTall ? 126 : studio.Stage.IsSquare ? 160 : 200) * _unit;
        studio.Still(studio.Behind, 0.86f,
            Furniture.Picture(Own(RoomColors.Wood), Own(Tint.Hex(0xF6C890)), Own(Tint.Hex(0xB8624A))).At(picture, size));
        if (!isTall && !studio.Stage.IsSquare && _hole.Width < 0.4f * studio.Width)
            Clock.Lay(studio, 0.86f, new SKPoint(X(0.905f), studio.Height * 0.24f), 190 * _unit, Own(RoomColors.Wood), Own(Tint.Hex(0xFFF2D8)));
        studio.Still(studio.Behind, 0.88f, Furniture.Lamp(Own(Tint.Hex(0x4A2E28)), Own(Tint.Hex(0xF2D49A)), studio.Air.Lit >= 0.5f).At(LampFoot, LampHeight));
        var (sofa, width) = Sofa(studio.Stage, studio.Shot);
        var cloth = RoomSofa.Color(studio.Shot) is { } named ? ClothColors.Of(named) : RoomColors.Sofa;
        if (!RoomSofa.IsReplaced(studio.Shot))
            studio.Still(studio.Behind, SofaDepth, Furniture.Sofa(Own(cloth), Own(RoomColors.Cushion), Own(RoomColors.Wood)).At(sofa, width));
        var root = new SKPoint(X(isTall ? 0.92f : 0.925f), foot + 26 * _unit);
        studio.Sway(studio.Behind, 0.95f, Furniture.Plant(Own(RoomColors.Leaf), Own(RoomColors.Pot)).At(root, (isTall ? 300 : 270) * _unit * _zoom, IsRight), root, 0.6f);
    }
}

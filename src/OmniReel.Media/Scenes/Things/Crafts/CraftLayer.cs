using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using OmniReel.Media.Plans;
using OmniReel.Media.Things;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Crafts;

/// <summary>A craft cut for one shot: its pieces in drawing order, carried by its act; wheels are turned by the way that it makes.</summary>
internal sealed class CraftLayer : Layer, ICarrier
{
    private readonly Craft _craft;
    private readonly ThingStand _stand;
    private readonly ThingAct _act;
    private readonly float _scale;
    private readonly int _frames;
    private readonly SKMatrix _place;
    private readonly SKRect _box;
    private readonly SKPoint _pivot;
    private readonly (Sprite Sprite, WarpGrid? Bent)[] _pieces;
    private readonly Shadow? _shadow;
    private readonly Surface? _surface;
    private readonly CraftLights? _lights;
    private readonly Track? _track;

    public CraftLayer(ThingRole role, Craft craft)
    {
        (_craft, _stand, Plan, _frames) = (craft, role.Stand, role.Plan, role.Shot.Frames);
        _act = CraftActs.Of(role.Plan, craft);
        var painter = role.Painter;
        _scale = _stand.Height / craft.Box.Height;
        _place = SKMatrix.CreateTranslation(-craft.Box.MidX, -craft.Box.Bottom)
            .PostConcat(SKMatrix.CreateScale(Side * _scale, _scale))
            .PostConcat(SKMatrix.CreateTranslation(_stand.Foot.X, _stand.Foot.Y));
        _box = _place.MapRect(craft.Box);
        _pivot = new SKPoint(_box.Left + (_stand.FacesRight ? 1 - _act.Pivot.X : _act.Pivot.X) * _box.Width, _box.Top + _act.Pivot.Y * _box.Height);
        var colors = new CraftColors(role);
        IsLit = colors.IsLit;
        var cutter = new CraftCutter(painter, colors, _place, _scale);
        _pieces = [.. craft.Pieces.Select(piece =>
        {
            var sprite = cutter.Bake(piece.Sheets);
            return (sprite, craft.Soft && piece.Joint == CraftJoint.Body && _act.Warp is { } warp ? new WarpGrid(sprite, _box, _stand.FacesRight, [], warp) : null);
        })];
        if (_stand.Carrier == Carrier.Ground)
            _shadow = new Shadow(painter.Stage, new SKPoint(_stand.Foot.X, _stand.Foot.Y - 1.5f * painter.Stage.Unit), _box.Width * 0.88f, painter.Light.Shadow.WithAlpha(120));
        // Sand and snow keep the strokes of who crawls; paving and grass do not.
        if (_stand.Carrier == Carrier.Ground && role.Plan.Motion == ThingMotion.Crawl && (role.Shot.Place is Place.Sea or Place.Desert || role.Shot.Season == Season.Winter))
            _track = new Track(painter, _stand.Foot, _box.Width, Side, painter.Light.Shadow);
        if (_stand.Water is not null)
            _surface = new Surface(painter, role, _box);
        if (colors.IsLit && craft.Lamps.Count > 0)
            _lights = new CraftLights(painter.Stage, craft.Lamps.Select(l => l with { At = _place.MapPoint(l.At), Reach = l.Reach * _scale }), colors, Side);
    }

    public Craft Craft => _craft;

    public ThingPlan Plan { get; }

    /// <summary>Of the drawing at rest, in stage pixels.</summary>
    public float Height => _box.Height;

    /// <summary>It hangs on a cord from above.</summary>
    public bool Hangs => _stand.Carrier == Carrier.String;

    /// <summary>It is dark, and lamps shine.</summary>
    public bool IsLit { get; }

    public override bool Moves => true;

    private int Side => _stand.FacesRight ? 1 : -1;

    public override SKRect Bounds(Stage stage)
    {
        var box = _box;
        foreach (var (sprite, _) in _pieces)
            box.Union(sprite.Bounds);
        box.Inflate(0.2f * _box.Height + Math.Abs(_stand.Travel) / 2 + (_track is null ? 0 : 0.8f * _box.Width), 0.8f * _box.Height + 0.4f * _box.Width);
        return box;
    }

    public override void Draw(SKCanvas canvas, Moment moment)
    {
        var seconds = moment.Seconds + _stand.Phase;
        var body = _act.Body(seconds);
        var (dx, dy) = Shift(body, moment);
        _track?.Draw(canvas, dx, 0.5f * Math.Abs(_stand.Travel) + 1.1f * _box.Width);
        _shadow?.Draw(canvas, dx, -body.Dy);
        var passage = Passage(body, dx, dy);
        _surface?.DrawBehind(canvas, Way, moment, _stand.Phase, passage);
        canvas.Save();
        if (_stand.Water is { } water)
            canvas.ClipRect(new SKRect(-1e5f, -1e5f, 1e5f, water.Line + (Surface.IsBelow(Plan) ? _box.Height : 0.012f * _box.Width)));
        for (var i = 0; i < _pieces.Length; i++)
            Draw(canvas, _craft.Pieces[i], _pieces[i], body, moment, seconds);
        canvas.Restore();
        _lights?.Draw(canvas, SKMatrix.CreateTranslation(dx, dy));
        _surface?.DrawBefore(canvas, Way, moment, _stand.Phase, passage);
    }

    /// <summary>Where the middle line of who leaps goes through the surface: the place along it, and how broad the body is there; no breadth where none does.</summary>
    private (float X, float Breadth) Passage(in ThingBody body, float dx, float dy)
    {
        if (_stand.Water is not { } water || Plan.Motion != Plans.ThingMotion.Leap)
            return default;
        var (sin, cos) = MathF.SinCos(body.Degrees * MathF.PI / 180);
        var slope = MathF.CopySign(Math.Max(MathF.Abs(sin), 0.2f), sin);
        float along = (_box.MidY + dy - water.Line) / slope, half = 0.5f * _box.Width, share = MathF.Abs(along) / half;
        return share >= 1 ? default : (_box.MidX + dx + Side * along * cos, _box.Height * 0.62f * MathF.Sqrt(1 - share * share) / MathF.Abs(slope));
    }

    /// <summary>Where a point of the craft, in its metres, is on the stage.</summary>
    public SKPoint Where(Moment moment, SKPoint metres)
    {
        var seconds = moment.Seconds + _stand.Phase;
        return Carried(_act.Body(seconds), moment).MapPoint(Bent(_place.MapPoint(metres), seconds));
    }

    /// <inheritdoc/>
    public SKPoint At(float second, System.Numerics.Vector2 place)
    {
        var body = _act.Body(second + _stand.Phase);
        return SKMatrix.CreateScale(body.ScaleX, body.ScaleY, _pivot.X, _pivot.Y)
            .PostConcat(SKMatrix.CreateRotationDegrees(-Side * body.Degrees, _pivot.X, _pivot.Y))
            .PostConcat(SKMatrix.CreateTranslation(Side * _stand.Travel * Share(second) + body.Dx * _box.Height, -_stand.Climb * Share(second) + body.Dy * _box.Height))
            .MapPoint(_place.MapPoint(new SKPoint(place.X, -place.Y)));
    }

    /// <inheritdoc cref="Turned(Moment, float)"/>
    public float Turned(float second, float radiusMetres) =>
        (_stand.Travel * Share(second) + MathF.Abs(_stand.Passing) * (second - _frames / 48f)) / (radiusMetres * _scale);

    /// <summary>Of the way, from its middle.</summary>
    private float Share(float second) => _frames > 1 ? second * FilmPlan.FrameRate / (_frames - 1) - 0.5f : -0.5f;

    /// <summary>Radians that a wheel has turned since the middle of the shot: the way over the radius; above 0 is forward.</summary>
    public float Turned(Moment moment, float radiusMetres) =>
        (Side * Way(moment) + MathF.Abs(_stand.Passing) * (moment.Seconds - moment.Frames / 48f)) / (radiusMetres * _scale);

    private void Draw(SKCanvas canvas, CraftPiece piece, (Sprite Sprite, WarpGrid? Bent) cut, in ThingBody body, Moment moment, float seconds)
    {
        var carried = Carried(body, moment);
        if (cut.Bent is { } bent)
        {
            bent.Draw(canvas, carried, seconds);
            return;
        }

        var at = _place.MapPoint(piece.At);
        var matrix = piece.Joint switch
        {
            CraftJoint.Ground => Rolling(moment),
            CraftJoint.Wheel => SKMatrix.CreateRotation(Side * Turned(moment, piece.Amount), at.X, at.Y).PostConcat(Rolling(moment)),
            CraftJoint.Swing => Loose(SKMatrix.CreateRotationDegrees(-Side * piece.Amount * MathF.Sin((seconds * piece.Rate + piece.Phase) * MathF.Tau), at.X, at.Y)),
            CraftJoint.Spin => Loose(SKMatrix.CreateRotationDegrees(Side * seconds * piece.Rate * 360, at.X, at.Y)),
            CraftJoint.Rotor => Loose(SKMatrix.CreateScale(MathF.Cos((seconds * piece.Rate + piece.Phase) * MathF.Tau), 1, at.X, at.Y)),
            _ => carried,
        };
        if (piece.Joint == CraftJoint.Smoke)
            CraftSmoke.Draw(canvas, cut.Sprite, at, carried, seconds, piece, Side, (MathF.Abs(_stand.Passing) + Math.Abs(_stand.Travel) * 24 / moment.Frames) / _scale, _craft.Heading);
        else
            cut.Sprite.Draw(canvas, matrix);

        // A fin sits where the bending body has its place for it.
        SKMatrix Loose(SKMatrix own)
        {
            var rest = Bent(at, seconds);
            return own.PostConcat(SKMatrix.CreateTranslation(rest.X - at.X, rest.Y - at.Y)).PostConcat(carried);
        }
    }

    private SKPoint Bent(SKPoint at, float seconds)
    {
        if (!_craft.Soft || _act.Warp is not { } warp)
            return at;
        var (u, v) = ((at.X - _box.Left) / _box.Width, (at.Y - _box.Top) / _box.Height);
        var (dx, dy) = warp(Math.Clamp(_stand.FacesRight ? 1 - u : u, 0, 1), Math.Clamp(v, 0, 1), seconds, 0);
        return new SKPoint(at.X - Side * dx * _box.Width, at.Y + dy * _box.Height);
    }

    private (float Dx, float Dy) Shift(in ThingBody body, Moment moment) =>
        (Way(moment) + body.Dx * _box.Height, -_stand.Climb * (moment.Progress - 0.5f) + body.Dy * _box.Height);

    private SKMatrix Rolling(Moment moment) => SKMatrix.CreateTranslation(Way(moment), -_stand.Climb * (moment.Progress - 0.5f));

    private SKMatrix Carried(in ThingBody body, Moment moment)
    {
        var (dx, dy) = Shift(body, moment);
        return SKMatrix.CreateScale(body.ScaleX, body.ScaleY, _pivot.X, _pivot.Y)
            .PostConcat(SKMatrix.CreateRotationDegrees(-Side * body.Degrees, _pivot.X, _pivot.Y))
            .PostConcat(SKMatrix.CreateTranslation(dx, dy));
    }

    /// <summary>Pixels that the craft is from its place of the middle of the shot.</summary>
    private float Way(Moment moment) => Side * _stand.Travel * (moment.Progress - 0.5f);
}

using OmniReel.Media.Figures;
using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>A jointed animal cut for one shot: its pieces in drawing order, moved by the pose of the moment.</summary>
internal sealed class RigLayer : Layer, ICarrier
{
    private const int Looks = 48;

    private readonly Rig _rig;
    private readonly ThingStand _stand;
    private readonly float _scale;
    private readonly float _sink;
    private readonly SKPoint _origin;
    private readonly int _frames;
    private readonly (Sprite Sprite, BentStrip? Bent)[] _pieces;
    private readonly Shadow? _shadow;
    private readonly Wavelet? _wavelet;
    private readonly Reins? _reins;
    private readonly Lazy<SKRect> _box;

    public RigLayer(ThingRole role, Rig rig, RigColors colors)
    {
        (_rig, _stand, Plan, _frames) = (rig, role.Stand, role.Plan, role.Shot.Frames);
        var painter = role.Painter;
        _scale = _stand.Height / rig.Box.Height;
        // Afloat the belly is at the waterline, wherever the feet are.
        _sink = _stand.Water is { } water ? water.Line - rig.Belly * _scale - _stand.Foot.Y : -rig.Box.Bottom * _scale;
        _origin = new SKPoint(_stand.Foot.X - Side * rig.Box.MidX * _scale, _stand.Foot.Y + _sink);
        var cutter = new RigCutter(painter, colors, _scale);
        var rest = new Moment(_frames / 2, _frames);
        var pose = rig.Pose(At(rest));
        _pieces = [.. rig.Items.Select(item =>
        {
            var place = Matrix(pose, item, rest);
            var sprite = cutter.Bake(item, place);
            return (sprite, item is RigStrip strip ? new BentStrip(sprite, strip.Length * _scale) : null);
        })];
        if (_stand.Carrier is Carrier.Ground)
            _shadow = new Shadow(painter.Stage, new SKPoint(_stand.Foot.X, _stand.Foot.Y - 1.5f * painter.Stage.Unit), rig.Box.Width * _scale * 0.74f, painter.Light.Shadow.WithAlpha(120));
        if (_stand.Water is { } line)
            _wavelet = new Wavelet(painter, new SKPoint(_stand.Foot.X, line.Line), rig.Box.Width * _scale, line.Color);
        if (_stand.Ridden)
            _reins = new Reins(role, this, rig, _scale);
        _box = new Lazy<SKRect>(Measure);
    }

    public ThingPlan Plan { get; }

    public override bool Moves => true;

    private int Side => _stand.FacesRight ? 1 : -1;

    public override SKRect Bounds(Stage stage) => _box.Value;

    public override void Draw(SKCanvas canvas, Moment moment)
    {
        var at = At(moment);
        var pose = _rig.Pose(at);
        _shadow?.Draw(canvas, Shown(moment), pose.Rise);
        canvas.Save();
        if (_stand.Water is { } water)
            canvas.ClipRect(new SKRect(-1e5f, -1e5f, 1e5f, water.Line + 0.02f * _scale));
        for (var i = 0; i < _pieces.Length; i++)
        {
            var item = _rig.Items[i];
            var matrix = Matrix(pose, item, moment);
            // Fur hides what is below it: seen through each other, joints would be discs.
            if (_pieces[i].Bent is { } bent && item is RigStrip strip)
                bent.Draw(canvas, matrix, share => strip.Turn(share, at));
            else
                _pieces[i].Sprite.Draw(canvas, matrix);
        }

        _reins?.Draw(canvas, moment);
        canvas.Restore();
        _wavelet?.Draw(canvas, Shown(moment), at.Seconds);
    }

    /// <summary>Where a point of a bone is on the stage.</summary>
    public SKPoint Where(Moment moment, int bone, float x, float y) => Matrix(_rig.Pose(At(moment)), bone, moment).MapPoint(x * _scale, y * _scale);

    /// <inheritdoc/>
    public SKPoint At(float second, System.Numerics.Vector2 place)
    {
        var share = _frames > 1 ? second * FilmPlan.FrameRate / (_frames - 1) : 0;
        var pixels = _stand.Travel * (share - 0.5f) + MathF.Abs(_stand.Passing) * (second - _frames / 48f);
        var placed = _rig.Pose(new RigMoment(second + _stand.Phase, pixels / _scale))[_rig.Back.Bone];
        var at = placed.At(_rig.Back.At.X + place.X, _rig.Back.At.Y - place.Y);
        return new SKPoint(_origin.X + Side * (_stand.Travel * (share - 0.5f) + at.X * _scale), _origin.Y + at.Y * _scale - _stand.Climb * (share - 0.5f));
    }

    /// <summary>The pose of a moment, in the puppet's own measures.</summary>
    public RigPose PoseAt(Moment moment) => _rig.Pose(At(moment));

    /// <summary>Ground that has passed below the puppet since the middle of the shot: what it went, and what passed besides.</summary>
    private RigMoment At(Moment moment)
    {
        var pixels = _stand.Travel * (moment.Progress - 0.5f) + MathF.Abs(_stand.Passing) * (moment.Seconds - moment.Frames / 48f);
        return new RigMoment(moment.Seconds + _stand.Phase, pixels / _scale);
    }

    private float Shown(Moment moment) => Side * _stand.Travel * (moment.Progress - 0.5f);

    private SKMatrix Matrix(RigPose pose, RigItem item, Moment moment) =>
        item is RigStrip { Offset: var at } && at != default
            ? Matrix(pose, item.Bone, moment).PreConcat(SKMatrix.CreateTranslation(at.X * _scale, at.Y * _scale))
            : Matrix(pose, item.Bone, moment);

    private SKMatrix Matrix(RigPose pose, int bone, Moment moment)
    {
        var placed = pose[bone];
        var (sin, cos) = MathF.SinCos(placed.Angle);
        float x = _origin.X + Shown(moment) + Side * placed.Root.X * _scale, y = _origin.Y + placed.Root.Y * _scale - _stand.Climb * (moment.Progress - 0.5f);
        if (pose.Seen.TryGetValue(bone, out var seen))
            return new SKMatrix(Side * seen.X.X, Side * seen.Y.X, x, seen.X.Y, seen.Y.Y, y, 0, 0, 1);
        var stretch = pose.Stretch.TryGetValue(bone, out var own) ? own : System.Numerics.Vector2.One;
        return new SKMatrix(Side * cos * stretch.X, -Side * sin * stretch.Y, x, sin * stretch.X, cos * stretch.Y, y, 0, 0, 1);
    }

    /// <summary>Union over the shot, with room for what happens between the looks.</summary>
    private SKRect Measure()
    {
        var box = SKRect.Empty;
        for (var look = 0; look <= Looks; look++)
        {
            var moment = new Moment((_frames - 1) * look / Looks, _frames);
            var at = At(moment);
            var pose = _rig.Pose(at);
            for (var i = 0; i < _pieces.Length; i++)
            {
                var matrix = Matrix(pose, _rig.Items[i], moment);
                var reach = _pieces[i].Bent is { } bent && _rig.Items[i] is RigStrip strip ? bent.Reach(matrix, share => strip.Turn(share, at)) : matrix.MapRect(_pieces[i].Sprite.Bounds);
                box = box.IsEmpty ? reach : SKRect.Union(box, reach);
            }
        }

        // The pool below and the wavelet before are wider than what stands in them.
        box.Union(new SKRect(box.Left, _stand.Foot.Y - 0.05f * _stand.Height, box.Right, _stand.Foot.Y + 0.08f * _stand.Height));
        box.Inflate(0.12f * _stand.Height, 0.10f * _stand.Height);
        return box;
    }
}

using OmniReel.Media.Frames;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things;

/// <summary>A thing that moves by its act: its shadow or its light, the drawing, and the water before it.</summary>
internal sealed class ThingLayer : Layer
{
    private readonly ThingStand _stand;
    private readonly ThingAct _act;
    private readonly Sprite _sprite;
    private readonly SKRect _box;
    private readonly WarpGrid? _warp;
    private readonly Shadow? _shadow;
    private readonly Wavelet? _wavelet;
    private readonly Halo? _halo;
    private readonly Sprite? _string;
    private readonly SKPoint _pivot;
    private readonly float _swing = 1;

    public ThingLayer(ThingRole role, ThingAct act, Sprite sprite, SKRect box)
    {
        (_stand, _act, _sprite, _box) = (role.Stand, act, sprite, box);
        var (painter, stand) = (role.Painter, role.Stand);
        _pivot = new SKPoint(box.Left + (stand.FacesRight ? 1 - act.Pivot.X : act.Pivot.X) * box.Width, box.Top + act.Pivot.Y * box.Height);
        if (act.Warp is { } warp)
            _warp = new WarpGrid(sprite, box, stand.FacesRight, ThingCut.Of(role.Thing.Id).Legs(role.Thing.FacesRight), warp);
        if (stand.Carrier == Carrier.Ground)
            _shadow = new Shadow(painter.Stage, new SKPoint(stand.Foot.X, stand.Foot.Y - 1.5f * painter.Stage.Unit), box.Width * 0.80f, painter.Light.Shadow.WithAlpha(120));
        if (stand.Water is { } water)
            _wavelet = new Wavelet(painter, new SKPoint(stand.Foot.X, water.Line), box.Width, water.Color);
        if (act.Glows)
        {
            var at = new SKPoint(box.Left + act.GlowAt.X * box.Width, box.Top + act.GlowAt.Y * box.Height);
            _halo = new Halo(painter.Stage, at, Math.Min(Math.Max(box.Width, box.Height) * 1.45f, painter.Stage.Height), Tint.Hex(0xFFC468), 0.25f + 0.65f * role.Air.Lit);
        }

        if (stand.Carrier == Carrier.String)
        {
            _string = String(painter, role.Air.Cast(0x5A4030));
            var far = new SKPoint(box.MidX, -painter.Stage.Overscan * 0.5f);
            _swing = MathF.Abs(box.Top - _pivot.Y) / Math.Max(1, box.Top - far.Y);
            _pivot = far;
        }
    }

    public override bool Moves => true;

    public override SKRect Bounds(Stage stage) => SKRect.Inflate(_sprite.Bounds, _box.Height * 0.2f, _box.Height * 0.6f);

    public override void Draw(SKCanvas canvas, Moment moment)
    {
        var seconds = moment.Seconds + _stand.Phase;
        var body = _act.Body(seconds);
        var dx = Way(moment) + body.Dx * _box.Height;
        var dy = -_stand.Climb * (moment.Progress - 0.5f) + body.Dy * _box.Height;
        var matrix = Matrix(body, moment, dx, dy);
        _halo?.Draw(canvas, SKMatrix.CreateTranslation(dx, dy), body.Glow);
        _shadow?.Draw(canvas, dx, -body.Dy);
        canvas.Save();
        if (_stand.Water is { } water)
            canvas.ClipRect(new SKRect(-1e5f, -1e5f, 1e5f, water.Line + 0.012f * _box.Width));
        _string?.Draw(canvas, matrix);
        if (_warp is not null)
            _warp.Draw(canvas, matrix, seconds);
        else
            _sprite.Draw(canvas, matrix);
        canvas.Restore();
        // The bloom of the light lies over what shines too.
        _halo?.Draw(canvas, SKMatrix.CreateTranslation(dx, dy), 0.22f * body.Glow);
        _wavelet?.Draw(canvas, dx, seconds);
    }

    private int Facing => _stand.FacesRight ? 1 : -1;

    private SKMatrix Matrix(ThingBody body, Moment moment, float dx, float dy)
    {
        var degrees = -Facing * body.Degrees * _swing;
        if (_act.Rolls)
            degrees += Facing * (MathF.Abs(Way(moment)) * MathF.Sign(moment.Progress - 0.5f) + MathF.Abs(_stand.Passing) * moment.Seconds) / (MathF.PI * _box.Height) * 360;
        return SKMatrix.CreateScale(body.ScaleX, body.ScaleY, _pivot.X, _pivot.Y)
            .PostConcat(SKMatrix.CreateRotationDegrees(degrees, _pivot.X, _pivot.Y))
            .PostConcat(SKMatrix.CreateTranslation(dx, dy));
    }

    /// <summary>Pixels that the thing is from its place of the middle of the shot.</summary>
    private float Way(Moment moment)
    {
        if (_stand.Travel == 0)
            return 0;
        var share = moment.Progress;
        if (_act.Stride is not null && _stand.Passing == 0)
        {
            var (start, whole) = (Strides(_stand.Phase), Strides(moment.Frames / 24f + _stand.Phase));
            share = (Strides(moment.Seconds + _stand.Phase) - start) / Math.Max(0.1f, whole - start);
        }

        return Facing * _stand.Travel * (share - 0.5f);
    }

    private float Strides(float seconds)
    {
        var steps = seconds / 0.8f;
        return MathF.Floor(steps) + _act.Stride!(steps - MathF.Floor(steps));
    }

    private Sprite String(SheetPainter painter, SKColor color)
    {
        var unit = painter.Stage.Unit;
        var line = Knife.Box(_box.MidX - 1.1f * unit, -painter.Stage.Overscan, _box.MidX + 1.1f * unit, _box.Top + 0.03f * _box.Height);
        return Sprite.Bake(painter.Stage, SKRect.Inflate(line.Bounds, 8 * unit, 0), canvas => painter.Sheet(canvas, line, color, 0.4f, 0.8f));
    }
}

using System.Numerics;
using OmniReel.Media.Frames;
using OmniReel.Media.Ink;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Scenes.Things.Rigs;

/// <summary>A bridle about the head of who is ridden, and a strap from the mouth to the rider's hands.</summary>
internal sealed class Reins
{
    private readonly RigLayer _layer;
    private readonly SKPaint _strap;
    private readonly SKPaint _shine;
    private readonly float _head;
    private readonly Vector2 _hands;

    public Reins(ThingRole role, RigLayer layer, Rig rig, float scale)
    {
        (_layer, _head) = (layer, rig.Head);
        // Where a rider's forearms end, ahead of the middle of the back and above it.
        var metre = role.Shot.Figures.Count > 0 ? Carriage.Withers(role.Plan.Id) : 1;
        _hands = new Vector2(0.40f, 0.22f) / metre;
        var leather = Tint.Mix(Tint.Hex(0x5A2C22), role.Air.Dusk, 0.30f * role.Air.DuskShare);
        if (role.Painter.Light.Ink is not null)
            leather = Wash.Black;
        _strap = Stroke(leather, 0.020f * scale);
        _shine = Stroke(Tint.Mix(leather, SKColors.White, 0.35f), 0.006f * scale);
    }

    public void Draw(SKCanvas canvas, Moment moment)
    {
        SKPoint On(float x, float y) => _layer.Where(moment, (int)BeastBone.Head, x * _head, -y * _head);
        var (ring, hand) = (On(0.84f, -0.12f), _layer.At(moment.Seconds, _hands));
        using var bridle = Held.Path();
        bridle.MoveTo(On(0.72f, 0.075f));
        bridle.QuadTo(On(0.76f, -0.05f), On(0.74f, -0.18f));
        bridle.MoveTo(On(0.06f, 0.20f));
        bridle.QuadTo(On(0.22f, -0.06f), On(0.14f, -0.30f));
        bridle.MoveTo(On(0.20f, -0.02f));
        bridle.LineTo(On(0.75f, -0.06f));
        using var rein = Held.Path();
        rein.MoveTo(ring);
        rein.QuadTo((ring.X + hand.X) / 2, Math.Max(ring.Y, hand.Y) + 0.10f * SKPoint.Distance(ring, hand), hand.X, hand.Y);
        foreach (var paint in new[] { _strap, _shine })
        {
            canvas.DrawPath(bridle, paint);
            canvas.DrawPath(rein, paint);
        }
    }

    private static HeldPaint Stroke(SKColor color, float width) =>
        new() { IsAntialias = true, Style = SKPaintStyle.Stroke, Color = color, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
}

using System.Numerics;
using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Native;
using OmniReel.Media.Paper;
using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>
/// A ribbon that lies where the hand has been: its spine is the hand's past, carried by the air, with waves that run to the
/// free end. Its length never changes, and it bends away from the frame's edges.
/// </summary>
internal sealed class StreamerPiece : IPiece, IDisposable
{
    private const int Nodes = 22, Fine = 88;

    /// <summary>Least radius of a bend, in half widths of the strip.</summary>
    private const float Tightest = 1.7f;

    /// <summary>Likewise of a ribbon that flies outward: it swings in long curves and never folds.</summary>
    private const float Loosest = 2.8f;

    /// <summary>Radians by which such a ribbon heads away from the wind at most.</summary>
    private const float Widest = 1.0f;

    /// <summary>Metres before the frame's edge at which a strip begins to turn along it.</summary>
    private const float Wall = 0.30f;

    private readonly Performance _performance;
    private readonly StreamerCut _cut;
    private readonly SKPaint _front;
    private readonly SKPaint _back;
    private readonly SKPaint _edge;
    private readonly SKPaint _shadow;
    private readonly SKMaskFilter _blur;

    public StreamerPiece(Performance performance, StreamerCut cut)
    {
        (_performance, _cut) = (performance, cut);
        var painter = performance.Painter;
        var color = performance.Dyes[cut.Front];
        _front = painter.Face(color, painter.Stage.Reach, Sheerness.IsThin(cut.Front));
        _back = painter.Face(performance.Dyes[cut.Back], painter.Stage.Reach, Sheerness.IsThin(cut.Back));
        _edge = new HeldPaint { IsAntialias = true, Color = Tint.Mix(painter.Light.Rim, color, 0.22f) };
        if (painter.Light.Ink is not null)
            (_edge.Style, _edge.StrokeWidth) = (SKPaintStyle.Stroke, 1.7f * painter.Stage.Unit);
        _blur = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 3.4f * painter.Stage.Unit);
        _shadow = new HeldPaint { IsAntialias = true, Color = painter.Light.Shadow, MaskFilter = _blur };
    }

    public void Draw(SKCanvas canvas, float second, in Stance stance)
    {
        Span<Vector2> line = stackalloc Vector2[Fine + 1];
        Lay(line, second);
        var unit = _performance.Painter.Stage.Unit;
        var middle = line[Fine / 2];
        var away = _performance.Painter.AwayFromSun(new SKRect(middle.X, middle.Y, middle.X, middle.Y));
        var roll = Roll(second);
        // Pieces between two twists, free end first so that the held end lies on top.
        for (int last = Fine, k = (int)MathF.Floor(_cut.Twists + roll); last > 0; k--)
        {
            var first = _cut.Twists > 0 ? Math.Clamp((int)MathF.Ceiling((k - roll) / _cut.Twists * Fine), 0, last) : 0;
            if (last - first >= 1)
            {
                using var piece = Piece(line, Math.Max(0, first - 1), last, roll);
                Paint(canvas, piece, away, unit, (k & 1) == 0 ? _front : _back);
            }

            last = first;
        }
    }

    public SKRect Reach(float second, in Stance stance)
    {
        Span<Vector2> line = stackalloc Vector2[Fine + 1];
        Lay(line, second);
        var reach = new SKRect(line[0].X, line[0].Y, line[0].X, line[0].Y);
        foreach (var point in line)
            reach = SKRect.Union(reach, new SKRect(point.X, point.Y, point.X, point.Y));
        var margin = _cut.HalfWidth * _performance.PixelsPerMetre * 1.2f + 16 * _performance.Painter.Stage.Unit;
        reach.Inflate(margin, margin);
        return reach;
    }

    public void Dispose()
    {
        _front.Dispose();
        _back.Dispose();
        _edge.Dispose();
        _shadow.Dispose();
        _blur.Dispose();
    }

    private void Paint(SKCanvas canvas, SKPath piece, SKPoint away, float unit, SKPaint face)
    {
        canvas.Save();
        canvas.Translate(away.X * 3f * unit, away.Y * 3f * unit + 1.5f * unit);
        canvas.DrawPath(piece, _shadow);
        canvas.Restore();
        if (_performance.Painter.Light.Ink is not null)
        {
            canvas.DrawPath(piece, face);
            canvas.DrawPath(piece, _edge);
            return;
        }

        canvas.DrawPath(piece, _edge);
        canvas.Save();
        canvas.Translate(away.X * 1.5f * unit, away.Y * 1.5f * unit);
        canvas.DrawPath(piece, face);
        canvas.Restore();
    }

    /// <summary>Where the twists are: they wander slowly along the ribbon.</summary>
    private float Roll(float second) => 0.25f + _cut.Phase + 0.35f * MathF.Sin(second * 0.9f + _cut.Phase * 3);

    private SKPath Piece(ReadOnlySpan<Vector2> line, int first, int last, float roll)
    {
        var path = Held.Path(SKPathFillType.EvenOdd);
        for (var i = first; i <= last; i++)
        {
            var p = line[i] + Side(line, i) * HalfWidth(i, roll);
            if (i == first)
                path.MoveTo(p.X, p.Y);
            else
                path.LineTo(p.X, p.Y);
        }

        for (var i = last; i >= first; i--)
        {
            var p = line[i] - Side(line, i) * HalfWidth(i, roll);
            path.LineTo(p.X, p.Y);
        }

        path.Close();
        Punch(path, line, first, last, roll);
        return path;
    }

    private void Punch(SKPath path, ReadOnlySpan<Vector2> line, int first, int last, float roll)
    {
        for (var hole = 1; hole <= _cut.Holes; hole++)
        {
            var i = (int)MathF.Round(hole / (_cut.Holes + 1f) * Fine);
            var open = Math.Clamp((Facing(i, roll) - 0.42f) / 0.3f, 0, 1);
            if (i <= first + 1 || i >= last - 1 || open <= 0)
                continue;
            path.AddCircle(line[i].X, line[i].Y, _cut.HalfWidth * _performance.PixelsPerMetre * 0.30f * open);
        }
    }

    /// <summary>1 where the ribbon lies flat toward the eye, 0 where it is edge-on.</summary>
    private float Facing(int i, float roll) => MathF.Abs(MathF.Sin((i / (float)Fine * _cut.Twists + roll) * MathF.PI));

    private float HalfWidth(int i, float roll)
    {
        var along = i / (float)Fine;
        var held = Math.Clamp(0.35f + along * 9, 0, 1);
        var taper = 1 + (_cut.Taper - 1) * along;
        return _cut.HalfWidth * _performance.PixelsPerMetre * held * taper * (_cut.Twists > 0 ? 0.20f + 0.80f * Facing(i, roll) : 1);
    }

    private static Vector2 Side(ReadOnlySpan<Vector2> line, int i)
    {
        var along = line[Math.Min(i + 1, line.Length - 1)] - line[Math.Max(i - 1, 0)];
        var length = along.Length();
        return length < 1e-4f ? Vector2.UnitX : new Vector2(-along.Y, along.X) / length;
    }

    private void Lay(Span<Vector2> fine, float second)
    {
        Span<Vector2> nodes = stackalloc Vector2[Nodes + 1];
        Trace(nodes, second);
        Settle(nodes, _cut.Outward is { } widest ? (Flank(second), MathF.Cos(widest * MathF.PI / 180)) : (0, 0), Vector2.Normalize(new Vector2(Flank(second) * MathF.Abs(_cut.Drift.X), _cut.Drift.Y)));
        for (var i = 0; i <= Fine; i++)
        {
            var at = i / (float)Fine * Nodes;
            var k = Math.Min((int)at, Nodes - 1);
            Vector2 a = nodes[Math.Max(k - 1, 0)], b = nodes[k], c = nodes[k + 1], d = nodes[Math.Min(k + 2, Nodes)];
            float u = at - k, u2 = u * u, u3 = u2 * u;
            var p = 0.5f * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u2 + (3 * b - a - 3 * c + d) * u3);
            fine[i] = _performance.ToStage(p);
        }
    }

    /// <summary>The hand's past, carried by the air.</summary>
    private void Trace(Span<Vector2> nodes, float second)
    {
        // Cloth hangs by its weight too, so it gives way to half of the wind.
        var drift = _cut.Drift - new Vector2(0.5f * _performance.HeadWind, 0);
        var across = Vector2.Normalize(new Vector2(-drift.Y, drift.X));
        Vector2 held = default, grip = default;
        for (var i = 0; i <= Nodes; i++)
        {
            var along = i / (float)Nodes;
            var age = along * _cut.Memory;
            var stance = _performance.At(second - age);
            var point = stance[_cut.Bone].At(_cut.At.X, _cut.At.Y);
            // Cloth goes round with the hand; only the hand itself changes sides at once when the sheet is mirrored.
            var was = new Vector2(stance.Axis + (point.X - stance.Axis) * stance.Facing, point.Y);
            if (i == 0)
                (held, grip) = (was, stance.Turned(point));
            var hand = grip + (was - held) * _cut.Follow;
            var wave = _cut.Wave * along * MathF.Sin(MathF.Tau * (_cut.Waves * along - second * 0.85f + _cut.Phase));
            // The air of a turn carries the ribbon the way its hand points.
            nodes[i] = hand + new Vector2(drift.X * stance.Facing, drift.Y) * age + across * wave;
        }
    }

    /// <summary>The side of the body that the hand's ribbon belongs to, after the turn.</summary>
    private float Flank(float second) => MathF.CopySign(1, _cut.Drift.X) * MathF.CopySign(1, _performance.At(second).Facing);

    /// <summary>Gives the traced line the ribbon's own length, and turns it along the frame's edges where it would leave.</summary>
    /// <param name="outward">The side to which it must head, 1 or -1, and how much of every step at least; 0: any.</param>
    /// <param name="wind">Where the air carries it, a unit vector: a ribbon that heads outward never turns far from it.</param>
    private void Settle(Span<Vector2> nodes, (float Side, float Least) outward, Vector2 wind)
    {
        var stage = _performance.Painter.Stage;
        var inset = 0.03f * Math.Min(stage.Width, stage.Height) + _cut.HalfWidth * _performance.PixelsPerMetre;
        Vector2 a = _performance.FromStage(new(inset, inset)), b = _performance.FromStage(new(stage.Width - inset, stage.Height - inset));
        Vector2 low = Vector2.Min(a, b), high = Vector2.Max(a, b);
        var segment = _cut.Length / Nodes;
        var bend = Math.Min(1.1f, segment / (_cut.HalfWidth * (outward.Side == 0 ? Tightest : Loosest)));
        var way = Vector2.Zero;
        Span<Vector2> heading = stackalloc Vector2[Nodes];
        for (var i = 0; i < Nodes; i++)
            heading[i] = nodes[i + 1] - nodes[i];
        for (var i = 0; i < Nodes; i++)
        {
            var to = Outward(heading[i], outward.Side, outward.Least, wind);
            to = new(Eased(to.X, nodes[i].X, low.X, high.X), Eased(to.Y, nodes[i].Y, low.Y, high.Y));
            var length = to.Length();
            // Staying in the frame goes before an even curve.
            var free = Vector2.Min(nodes[i] - low, high - nodes[i]);
            way = Bent(way, length < 1e-5f ? Vector2.UnitY : to / length, Math.Min(free.X, free.Y) < (outward.Side == 0 ? 2 : 0.8f) * Wall ? MathF.PI : bend);
            nodes[i + 1] = nodes[i] + way * segment;
        }

        // A ribbon clears the body that swings it: it never turns back over head and breast.
        static Vector2 Outward(Vector2 step, float side, float least, Vector2 wind)
        {
            if (side == 0)
                return step;
            var length = step.Length();
            var off = MathF.Atan2(wind.X * step.Y - wind.Y * step.X, Vector2.Dot(wind, step));
            if (MathF.Abs(off) > Widest)
                step = length * Vector2.Transform(wind, Matrix3x2.CreateRotation(MathF.CopySign(Widest, off)));
            if (step.X * side >= least * length)
                return step;
            return length * new Vector2(side * least, MathF.CopySign(MathF.Sqrt(1 - least * least), step.Y));
        }

        // A strip that turned more sharply than it is broad would fold over itself.
        static Vector2 Bent(Vector2 from, Vector2 to, float most)
        {
            var turn = MathF.Atan2(from.X * to.Y - from.Y * to.X, Vector2.Dot(from, to));
            return from == Vector2.Zero || MathF.Abs(turn) <= most
                ? to
                : Vector2.Transform(from, Matrix3x2.CreateRotation(MathF.CopySign(most, turn)));
        }

        static float Eased(float step, float at, float low, float high)
        {
            var room = step > 0 ? high - at : at - low;
            return step * Math.Clamp(room / Wall, -0.4f, 1);
        }
    }
}

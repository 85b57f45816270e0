using System.Numerics;
using OmniReel.Media.Figures.Clothes;
using OmniReel.Media.Frames;
using OmniReel.Media.Motion;
using SkiaSharp;

namespace OmniReel.Media.Figures.Pieces;

/// <summary>
/// Gores that swing about the waist. The edges follow the thighs late and overshoot; the rows between ripple. A skirt is
/// rounder than the body: it narrows less when the figure turns.
/// </summary>
internal sealed class SkirtPiece : IPiece
{
    private const float Degree = MathF.PI / 180, Widest = 108;

    /// <summary>Degrees by which straight cloth stands off from the thighs at least.</summary>
    private const float Within = 5;

    /// <summary>Degrees to each side of the fan that the light around a skirt is cut as.</summary>
    private const float FanDegrees = 45;

    /// <summary>Share of its length within which a petticoat begins, well below the skirt above it.</summary>
    private const float Hidden = 0.22f;

    private static readonly Spring Sway = new(1.25f, 0.42f);

    private readonly Performance _performance;
    private readonly SkirtCut _cut;
    private readonly Sprite[] _gores;
    private readonly int[] _order;
    private readonly int _sheer;
    private readonly Sprite? _bloom;

    /// <param name="isLowest">Light stands around the sheets; of two skirts, around the lower one.</param>
    public SkirtPiece(Performance performance, Cutter cutter, SkirtCut cut, float seconds, bool isLowest)
    {
        (_performance, _cut, _sheer) = (performance, cut, Sheerness.Of(cut));
        using var gore = cut.Gore();
        var fade = cut.From > 0 && performance.Painter.Light.Ink is null ? Hidden * cut.Length : 0;
        _gores = new Sprite[cut.Gores];
        for (var i = 0; i < cut.Gores; i++)
        {
            var index = i;
            var sheet = new Cut(gore, i % 2 == 0 ? cut.Even : cut.Odd, 0.75f, 2.1f);
            _gores[i] = cutter.Bake([sheet], [], seconds, second => Matrix(index, second, performance.At(second)), 1.3f, fade);
        }

        using var fan = cut.Fan(FanDegrees);
        if (isLowest)
            _bloom = cutter.Bloom(fan, cut.Even, seconds, second => Fan(second, performance.At(second), Edges(second)));
        // The front hangs over the sides.
        _order = [.. Enumerable.Range(0, cut.Gores).OrderByDescending(i => MathF.Abs(i - (cut.Gores - 1) * 0.58f))];
    }

    public void Draw(SKCanvas canvas, float second, in Stance stance)
    {
        var edges = Edges(second);
        // Light is no sheet that would be seen through another.
        _bloom?.Lay(canvas, Fan(second, stance, edges), -1);
        foreach (var i in _order)
            _gores[i].Lay(canvas, Matrix(i, second, stance, edges), _sheer);
    }

    public SKRect Reach(float second, in Stance stance)
    {
        var edges = Edges(second);
        var reach = _bloom is null ? SKRect.Empty : Fan(second, stance, edges).MapRect(_bloom.Bounds);
        for (var i = 0; i < _gores.Length; i++)
        {
            var box = Matrix(i, second, stance, edges).MapRect(_gores[i].Bounds);
            reach = reach.IsEmpty ? box : SKRect.Union(reach, box);
        }

        return reach;
    }

    /// <summary>0 for a place below the cloth, 1 for one clear of it.</summary>
    /// <param name="at">Figure metres, before the turn.</param>
    public float Leaves(float second, in Stance stance, Vector2 at)
    {
        var edges = Edges(second);
        var from = stance.Turned(at) - stance.Turned(stance[Bone.Trunk].At(0, -_cut.Waist));
        var angle = MathF.Atan2(from.X, from.Y) / Degree;
        var beyond = Math.Max(edges.Back - angle, angle - edges.Front) * Degree * from.Length();
        return Math.Clamp(Math.Max(from.Length() - _cut.Length - 0.10f, beyond - 0.16f) / 0.03f, 0, 1);
    }

    /// <summary>Takes the fan that all gores were cut as to where they hang.</summary>
    private SKMatrix Fan(float second, in Stance stance, (float Back, float Front) edges)
    {
        float middle = (edges.Back + edges.Front) / 2, half = Math.Clamp((edges.Front - edges.Back) / 2, 12, 80);
        var root = stance.Turned(stance[Bone.Trunk].At(0, -_cut.Waist));
        return _performance.Matrix(new Placed(root, -middle * Degree), 1, 0, MathF.Sin(half * Degree) / MathF.Sin(FanDegrees * Degree), 1);
    }

    private SKMatrix Matrix(int gore, float second, in Stance stance) => Matrix(gore, second, stance, Edges(second));

    private SKMatrix Matrix(int gore, float second, in Stance stance, (float Back, float Front) edges)
    {
        var share = (gore + 0.5f) / _cut.Gores;
        var step = (edges.Front - edges.Back) / _cut.Gores;
        var ripple = MathF.Sin(second * 5.2f - gore * 1.1f) * (0.6f + step * 0.10f);
        var angle = edges.Back + step * (gore + 0.5f) + ripple;
        // The row keeps some width edge-on: the waist is as deep as half of its breadth.
        var row = MathF.CopySign(Math.Max(MathF.Abs(stance.Width), 0.5f), 1) * 2 * _cut.HalfWaist * (share - 0.5f);
        var trunk = stance[Bone.Trunk];
        var root = stance.Turned(trunk.At(0, -_cut.Waist)) + new Vector2(row, row * MathF.Sin(trunk.Angle) * stance.Width);
        var broad = Math.Clamp(step / _cut.Step, 0.72f, _cut.Broadest);
        var hem = 1 + 0.035f * MathF.Sin(gore * 2.1f + 0.6f);
        return _performance.Matrix(new Placed(root, -angle * Degree), 1, 0, broad, hem);
    }

    /// <summary>Degrees of the back and the front edge from straight down, front above 0, after the turn.</summary>
    private (float Back, float Front) Edges(float second)
    {
        var edges = Vector2.Zero;
        var now = _performance.At(second);
        var later = now;
        for (var i = 0; i < Sway.Samples; i++)
        {
            var stance = _performance.At(second - Sway.Age(i));
            var speed = (Hips(later) - Hips(stance)) / (Sway.Age(i) - (i > 0 ? Sway.Age(i - 1) : 0));
            edges += Drive(stance, speed - _performance.Pace) * Sway.Weight(i);
            later = stance;
        }

        var middle = (edges.X + edges.Y) / 2;
        var half = (edges.Y - edges.X) / 2 * (0.42f + 0.58f * MathF.Abs(now.Width));
        if (_cut.Hem == Hem.Straight)
        {
            // A coat has its wearer's thighs within it, wherever it swings.
            float near = Thigh(now, Bone.NearThigh) * now.Width, far = Thigh(now, Bone.FarThigh) * now.Width;
            return (Math.Max(Math.Min(middle - half, Math.Min(near, far) - Within), -Widest), Math.Min(Math.Max(middle + half, Math.Max(near, far) + Within), Widest));
        }

        return (Math.Max(middle - half, -Widest), Math.Min(middle + half, Widest));
    }

    /// <summary>Where the edges would hang at once, had cloth no weight.</summary>
    private Vector2 Drive(in Stance stance, float speed)
    {
        float a = Thigh(stance, Bone.NearThigh), b = Thigh(stance, Bone.FarThigh);
        // A knee drawn up in front lifts the cloth less than a leg stretched out behind.
        float front = Math.Max(a, b) * _cut.Follow, back = Math.Min(a, b) * _cut.Follow;
        front -= Math.Max(0, front - 20) * 0.55f;
        float middle = (front + back) / 2 * stance.Width, half = (front - back) / 2 + _cut.Flare + stance.Flare;
        // A skirt stays behind when the hips start and swings on when they stop.
        var drag = -Math.Clamp(speed * 16, -22, 22);
        return new(middle - half + drag, middle + half + drag);
    }

    private static float Hips(in Stance stance) => stance.Turned(stance[Bone.Trunk].Root).X;

    private static float Thigh(in Stance stance, Bone bone) => -stance[bone].Angle / Degree;
}

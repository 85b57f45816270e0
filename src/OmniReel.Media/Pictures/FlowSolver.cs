using System.Runtime.Intrinsics;

namespace OmniReel.Media.Pictures;

/// <summary>The flow at one size: <see cref="Improve"/> brings the second picture over by what is known and finds what is left.</summary>
internal sealed unsafe class FlowSolver
{
    private const int Rounds = 22;
    private const float Theta = 0.3f, Lambda = 0.12f, Step = 0.25f;

    private readonly PaddedField _from, _to, _toAcross, _toDown;
    private readonly PaddedField _rest, _slopeAcross, _slopeDown, _slope;

    // Dual of each component: how much it may change from point to point.
    private readonly PaddedField _pAcross, _pDown, _qAcross, _qDown;
    private readonly PaddedField _scratch;

    public FlowSolver(PaddedField from, PaddedField to)
    {
        (_from, _to) = (from, to);
        PaddedField New() => new(from.Width, from.Height);
        (Across, Down, _rest, _slopeAcross, _slopeDown, _slope) = (New(), New(), New(), New(), New(), New());
        (_pAcross, _pDown, _qAcross, _qDown, _scratch) = (New(), New(), New(), New(), New());
        to.RepeatEdges();
        (_toAcross, _toDown) = (New(), New());
        for (var y = 0; y < to.Height; y++)
        {
            for (var x = 0; x < to.Width; x++)
            {
                var at = to.At(x, y);
                _toAcross.Values[at] = 0.5f * (to.Values[at + 1] - to.Values[at - 1]);
                _toDown.Values[at] = 0.5f * (to.Values[at + to.Stride] - to.Values[at - to.Stride]);
            }
        }
    }

    public PaddedField Across { get; }

    public PaddedField Down { get; }

    /// <summary>Begins with what was found at half the size.</summary>
    public void TakeFrom(FlowSolver coarser)
    {
        for (var y = 0; y < Across.Height; y++)
        {
            for (var x = 0; x < Across.Width; x++)
            {
                Across.Values[Across.At(x, y)] = 2 * coarser.Across.Sample(x * 0.5f, y * 0.5f);
                Down.Values[Down.At(x, y)] = 2 * coarser.Down.Sample(x * 0.5f, y * 0.5f);
            }
        }
    }

    public void Improve()
    {
        Linearise();
        for (var round = 0; round < Rounds; round++)
        {
            Descend();
            Ascend(Across, _pAcross, _pDown);
            Ascend(Down, _qAcross, _qDown);
        }

        Median(Across);
        Median(Down);
    }

    /// <summary>The difference that is left is taken as even slopes around where the flow leads now.</summary>
    private void Linearise()
    {
        for (var y = 0; y < _from.Height; y++)
        {
            for (var x = 0; x < _from.Width; x++)
            {
                var at = _from.At(x, y);
                float u = Across.Values[at], v = Down.Values[at], tx = x + u, ty = y + v;
                float across = _toAcross.Sample(tx, ty), down = _toDown.Sample(tx, ty);
                // What the flow leads out of the picture says nothing.
                if (tx < 0 || ty < 0 || tx > _from.Width - 1 || ty > _from.Height - 1)
                    across = down = 0;
                _slopeAcross.Values[at] = across;
                _slopeDown.Values[at] = down;
                _slope.Values[at] = across * across + down * down + 1e-6f;
                _rest.Values[at] = across == 0 && down == 0 ? 0 : _to.Sample(tx, ty) - across * u - down * v - _from.Values[at];
            }
        }
    }

    /// <summary>Toward like luma, held back by the dual.</summary>
    private void Descend()
    {
        const float reach = Lambda * Theta;
        var stride = _from.Stride;
        fixed (float* u = Across.Values, v = Down.Values, rest = _rest.Values, ix = _slopeAcross.Values, iy = _slopeDown.Values, slope = _slope.Values)
        fixed (float* px = _pAcross.Values, py = _pDown.Values, qx = _qAcross.Values, qy = _qDown.Values)
        {
            for (var y = 0; y < _from.Height; y++)
            {
                for (int at = _from.At(0, y), end = at + _from.Width; at < end; at += Vector256<float>.Count)
                {
                    Vector256<float> a = Vector256.Load(u + at), b = Vector256.Load(v + at), gx = Vector256.Load(ix + at), gy = Vector256.Load(iy + at);
                    var square = Vector256.Load(slope + at);
                    var rho = Vector256.Load(rest + at) + gx * a + gy * b;
                    var least = Vector256.Create(-reach);
                    var share = Vector256.Min(Vector256.Max(-rho / square, least), Vector256.Create(reach));
                    a += share * gx + Vector256.Create(Theta) * Divergence(px + at, py + at, stride);
                    b += share * gy + Vector256.Create(Theta) * Divergence(qx + at, qy + at, stride);
                    a.Store(u + at);
                    b.Store(v + at);
                }
            }
        }
    }

    private static Vector256<float> Divergence(float* across, float* down, int stride) =>
        Vector256.Load(across) - Vector256.Load(across - 1) + (Vector256.Load(down) - Vector256.Load(down - stride));

    private static void Ascend(PaddedField field, PaddedField across, PaddedField down)
    {
        field.RepeatEdges();
        var stride = field.Stride;
        fixed (float* u = field.Values, px = across.Values, py = down.Values)
        {
            for (var y = 0; y < field.Height; y++)
            {
                for (int at = field.At(0, y), end = at + field.Width; at < end; at += Vector256<float>.Count)
                {
                    var here = Vector256.Load(u + at);
                    Vector256<float> dx = Vector256.Load(u + at + 1) - here, dy = Vector256.Load(u + at + stride) - here;
                    var length = Vector256.Sqrt(dx * dx + dy * dy);
                    var step = Vector256.Create(Step / Theta);
                    var share = Vector256<float>.One + step * length;
                    ((Vector256.Load(px + at) + step * dx) / share).Store(px + at);
                    ((Vector256.Load(py + at) + step * dy) / share).Store(py + at);
                }
            }
        }

        // Vectors wrote behind the rows as well; nothing flows over the edge.
        for (var y = 0; y < field.Height; y++)
            across.Values.AsSpan(across.At(across.Width - 1, y), PaddedField.Margin).Clear();
    }

    /// <summary>Of 3×3, in place: takes out what stands alone.</summary>
    private void Median(PaddedField field)
    {
        field.RepeatEdges();
        field.Values.CopyTo(_scratch.Values.AsSpan());
        var stride = field.Stride;
        var v = stackalloc Vector256<float>[9];
        fixed (float* from = _scratch.Values, to = field.Values)
        {
            for (var y = 0; y < field.Height; y++)
            {
                for (int at = field.At(0, y), end = at + field.Width; at < end; at += Vector256<float>.Count)
                {
                    for (var i = 0; i < 9; i++)
                        v[i] = Vector256.Load(from + at + (i / 3 - 1) * stride + i % 3 - 1);
                    Middle(v).Store(to + at);
                }
            }
        }
    }

    private static Vector256<float> Middle(Vector256<float>* v)
    {
        ReadOnlySpan<byte> pairs = [1, 2, 4, 5, 7, 8, 0, 1, 3, 4, 6, 7, 1, 2, 4, 5, 7, 8, 0, 3, 5, 8, 4, 7, 3, 6, 1, 4, 2, 5, 4, 7, 4, 2, 6, 4, 4, 2];
        for (var i = 0; i < pairs.Length; i += 2)
        {
            Vector256<float> a = v[pairs[i]], b = v[pairs[i + 1]];
            (v[pairs[i]], v[pairs[i + 1]]) = (Vector256.Min(a, b), Vector256.Max(a, b));
        }

        return v[4];
    }
}

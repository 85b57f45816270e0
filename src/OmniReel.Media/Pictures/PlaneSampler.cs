using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OmniReel.Media.Pictures;

/// <summary>
/// Samples a plane anywhere by a cubic (Catmull-Rom) of four by four. Integer arithmetic with one rounding, so vectors and the scalar
/// path give the same bytes; on a whole sample the result is that sample.
/// </summary>
internal static unsafe class PlaneSampler
{
    /// <summary>Fractional bits of a position.</summary>
    public const int Bits = 8;

    private const int WeightBits = 6;
    private const int Half = 1 << (2 * WeightBits - 1);

    /// <summary>For each fraction of a position four weights in 1/64, one a byte, the sample before first.</summary>
    private static readonly uint[] s_weights = [.. Enumerable.Range(0, 1 << Bits).Select(i => Weights(i / 256.0))];

    /// <param name="xs">Positions in the plane with its rim, 1/256 samples; those outside are taken to the edge.</param>
    /// <param name="ys">Likewise.</param>
    public static void Row(Plane plane, int* xs, int* ys, byte* target, int count)
    {
        int right = (plane.Stride - 3 << Bits) - 1, bottom = (plane.Rows - 3 << Bits) - 1;
        fixed (byte* bytes = plane.Bytes)
        fixed (uint* weights = s_weights)
        {
            var i = 0;
            if (Avx2.IsSupported)
            {
                for (; i <= count - Vector256<int>.Count; i += Vector256<int>.Count)
                {
                    Vector256<int> least = Vector256.Create(1 << Bits);
                    var x = Vector256.Min(Vector256.Max(Vector256.Load(xs + i), least), Vector256.Create(right));
                    var y = Vector256.Min(Vector256.Max(Vector256.Load(ys + i), least), Vector256.Create(bottom));
                    Eight(bytes, plane.Stride, weights, x, y, target + i);
                }
            }

            for (; i < count; i++)
                target[i] = One(bytes, plane.Stride, weights, Math.Clamp(xs[i], 1 << Bits, right), Math.Clamp(ys[i], 1 << Bits, bottom));
        }
    }

    private static void Eight(byte* bytes, int stride, uint* weights, Vector256<int> x, Vector256<int> y, byte* target)
    {
        var fraction = Vector256.Create((1 << Bits) - 1);
        var across = Avx2.GatherVector256(weights, x & fraction, 4).AsSByte();
        var down = Avx2.GatherVector256(weights, y & fraction, 4).AsInt32();
        var at = ((y >> Bits) - Vector256<int>.One) * Vector256.Create(stride) + (x >> Bits) - Vector256<int>.One;
        var sum = Across(bytes, at, across) * ((down << 24) >> 24);
        sum += Across(bytes + stride, at, across) * ((down << 16) >> 24);
        sum += Across(bytes + 2 * stride, at, across) * ((down << 8) >> 24);
        sum += Across(bytes + 3 * stride, at, across) * (down >> 24);
        var level = (sum + Vector256.Create(Half)) >> (2 * WeightBits);
        level = Vector256.Min(Vector256.Max(level, Vector256<int>.Zero), Vector256.Create(255));
        var shorts = Vector128.Narrow(level.GetLower().AsUInt32(), level.GetUpper().AsUInt32());
        Vector128.Narrow(shorts, shorts).GetLower().Store(target);
    }

    /// <summary>Four neighbours of a row each, weighed: a gather of four bytes brings just those.</summary>
    private static Vector256<int> Across(byte* bytes, Vector256<int> at, Vector256<sbyte> weights)
    {
        var four = Avx2.GatherVector256((int*)bytes, at, 1).AsByte();
        return Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(four, weights), Vector256<short>.One);
    }

    private static byte One(byte* bytes, int stride, uint* weights, int x, int y)
    {
        const int fraction = (1 << Bits) - 1;
        uint across = weights[x & fraction], down = weights[y & fraction];
        var row = bytes + (nint)((y >> Bits) - 1) * stride + (x >> Bits) - 1;
        var sum = Half;
        for (var i = 0; i < 4; i++, row += stride)
        {
            var line = 0;
            for (var k = 0; k < 4; k++)
                line += row[k] * (sbyte)(across >> 8 * k);
            sum += line * (sbyte)(down >> 8 * i);
        }

        return (byte)Math.Clamp(sum >> (2 * WeightBits), 0, 255);
    }

    /// <summary>Rounded so that their sum is whole: what is missing goes to the nearer sample.</summary>
    private static uint Weights(double t)
    {
        double t2 = t * t, t3 = t2 * t;
        int[] weights =
        [
            Rounded(-0.5 * t3 + t2 - 0.5 * t), Rounded(1.5 * t3 - 2.5 * t2 + 1), Rounded(-1.5 * t3 + 2 * t2 + 0.5 * t), Rounded(0.5 * t3 - 0.5 * t2),
        ];
        weights[t < 0.5 ? 1 : 2] += (1 << WeightBits) - weights.Sum();
        return (uint)((byte)weights[0] | (byte)weights[1] << 8 | (byte)weights[2] << 16 | (byte)weights[3] << 24);

        static int Rounded(double weight) => (int)Math.Round(weight * (1 << WeightBits));
    }
}

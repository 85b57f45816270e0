using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OmniReel.Media.Frames;

/// <summary>
/// The inner loops of composition, on rows of premultiplied BGRA. Integer arithmetic with one rounding each, so vectors of
/// any width and the scalar tail give the same bytes. Weights are in 1/128, because a difference of bytes times 128 still
/// fits sixteen bits. Loops over pixels are compiled at their best at once: a film is over before the runtime has found that
/// they are worth it.
/// </summary>
internal static unsafe class RowBlend
{
    public const int WeightBits = 7;
    public const int WholeWeight = 1 << WeightBits;

    private const uint Even = 0x00FF00FF;

    /// <summary>Between two rows: <paramref name="weight"/> 0 is all a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Between(uint* a, uint* b, int weight, uint* result, int count)
    {
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            var w = Vector256.Create((short)weight);
            for (; i <= count - Vector256<uint>.Count; i += Vector256<uint>.Count)
                Mix(Vector256.Load(a + i), Vector256.Load(b + i), w).Store(result + i);
        }

        for (; i < count; i++)
            result[i] = Mix(a[i], b[i], weight);
    }

    /// <summary>Samples a row at positions given as whole pixel and weight of the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pick(uint* row, int* at, int* weights, uint* result, int count)
    {
        var i = 0;
        if (Avx2.IsSupported)
        {
            for (; i <= count - Vector256<uint>.Count; i += Vector256<uint>.Count)
            {
                var index = Vector256.Load(at + i);
                var w = Vector256.Load(weights + i).AsInt16();
                Mix(Avx2.GatherVector256(row, index, 4), Avx2.GatherVector256(row + 1, index, 4), w).Store(result + i);
            }
        }

        for (; i < count; i++)
            result[i] = Mix(row[at[i]], row[at[i] + 1], weights[i] & 0xFFFF);
    }

    /// <summary>Lays <paramref name="source"/> over what is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Over(uint* source, uint* target, int count)
    {
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= count - Vector256<uint>.Count; i += Vector256<uint>.Count)
                Over(Vector256.Load(source + i), Vector256.Load(target + i)).Store(target + i);
        }

        for (; i < count; i++)
            target[i] = Over(source[i], target[i]);
    }

    /// <summary>
    /// Of each pixel of row <paramref name="a"/>, its right neighbour and the two below: not 0 where any is drawn, the top
    /// byte 255 where all are opaque.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Summarize(uint* a, uint* b, uint* result, int count)
    {
        const uint opaque = 0xFF000000;
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            for (; i <= count - Vector256<uint>.Count; i += Vector256<uint>.Count)
            {
                Vector256<uint> p = Vector256.Load(a + i), q = Vector256.Load(a + i + 1), r = Vector256.Load(b + i), s = Vector256.Load(b + i + 1);
                (((p | q | r | s) >>> 24) | (p & q & r & s & Vector256.Create(opaque))).Store(result + i);
            }
        }

        for (; i < count; i++)
            result[i] = ((a[i] | a[i + 1] | b[i] | b[i + 1]) >> 24) | (a[i] & a[i + 1] & b[i] & b[i + 1] & opaque);
    }

    /// <summary>Eight pixels: of <paramref name="b"/> as much as the weights in both halves of each integer say.</summary>
    public static Vector256<uint> Mix(Vector256<uint> a, Vector256<uint> b, Vector256<short> weight)
    {
        var even = Vector256.Create(Even);
        return Lerp(a & even, b & even, weight) | (Lerp((a >>> 8) & even, (b >>> 8) & even, weight) << 8);
    }

    private static Vector256<uint> Lerp(Vector256<uint> a, Vector256<uint> b, Vector256<short> weight)
    {
        Vector256<short> from = a.AsInt16(), to = b.AsInt16();
        return (from + (((to - from) * weight + Vector256.Create((short)(WholeWeight / 2))) >> WeightBits)).AsUInt32();
    }

    /// <summary>Eight pixels of <paramref name="source"/> over eight.</summary>
    public static Vector256<uint> Over(Vector256<uint> source, Vector256<uint> target)
    {
        var even = Vector256.Create(Even);
        var alpha = source >>> 24;
        alpha += alpha >>> 7;
        var through = Vector256.Create(256u) - alpha;
        var both = (through | (through << 16)).AsUInt16();
        var low = (((target & even).AsUInt16() * both) >>> 8).AsUInt32();
        var high = (((target >>> 8) & even).AsUInt16() * both).AsUInt32() & ~even;
        return source + (low | high);
    }

    private static uint Mix(uint a, uint b, int weight)
    {
        uint result = 0;
        for (var shift = 0; shift < 32; shift += 8)
        {
            int from = (int)(a >> shift) & 255, to = (int)(b >> shift) & 255;
            result |= (uint)(from + (((to - from) * weight + WholeWeight / 2) >> WeightBits)) << shift;
        }

        return result;
    }

    private static uint Over(uint source, uint target)
    {
        var alpha = source >> 24;
        alpha += alpha >> 7;
        var through = 256 - alpha;
        var low = (((target & Even) * through) >> 8) & Even;
        var high = (((target >> 8) & Even) * through) & ~Even;
        return source + (low | high);
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OmniReel.Media.Pictures;

/// <summary>Lays one row of samples over another by weights. Integer arithmetic with one rounding: the same bytes on every processor.</summary>
internal static class RowMix
{
    /// <summary>The weight at which what lies below is gone.</summary>
    public const int Whole = 256;

    public static void Lay(Span<byte> below, ReadOnlySpan<byte> above, ReadOnlySpan<ushort> weights)
    {
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref byte under = ref MemoryMarshal.GetReference(below), over = ref MemoryMarshal.GetReference(above);
            ref var weight = ref MemoryMarshal.GetReference(weights);
            for (; i <= below.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                Vector128<byte> a = Vector128.LoadUnsafe(ref under, (nuint)i), b = Vector128.LoadUnsafe(ref over, (nuint)i);
                var low = Mix(Vector128.WidenLower(a), Vector128.WidenLower(b), Vector128.LoadUnsafe(ref weight, (nuint)i));
                var high = Mix(Vector128.WidenUpper(a), Vector128.WidenUpper(b), Vector128.LoadUnsafe(ref weight, (nuint)i + 8));
                Vector128.Narrow(low, high).StoreUnsafe(ref under, (nuint)i);
            }
        }

        for (; i < below.Length; i++)
            below[i] = (byte)((below[i] * (Whole - weights[i]) + above[i] * weights[i] + Whole / 2) >> 8);
    }

    private static Vector128<ushort> Mix(Vector128<ushort> below, Vector128<ushort> above, Vector128<ushort> weight) =>
        (below * (Vector128.Create((ushort)Whole) - weight) + above * weight + Vector128.Create((ushort)(Whole / 2))) >>> 8;
}

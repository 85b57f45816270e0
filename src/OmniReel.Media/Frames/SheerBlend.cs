using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmniReel.Media.Frames;

/// <summary>
/// Light that comes through two sheets. While a <see cref="Pile"/> is laid, the top byte of the frame's pixels says how far the
/// pile covers them, and a sheet over others takes their colour as a filter. Integer arithmetic, alike with vectors of any width.
/// </summary>
internal static unsafe class SheerBlend
{
    /// <summary>Coverage up to which there is nothing yet to shine through: soft shadows are no sheets.</summary>
    private const uint Bare = 192;

    /// <summary>Eight pixels of <paramref name="source"/> as they look over what the pile has at <paramref name="target"/>.</summary>
    /// <param name="sheer">Share of the light that goes through both, of 256.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Filter(Vector256<uint> source, Vector256<uint> target, int sheer)
    {
        var beyond = Vector256.Max(target >>> 24, Vector256.Create(Bare)) - Vector256.Create(Bare);
        if (beyond == Vector256<uint>.Zero)
            return source;
        // 63 becomes 255.
        var share = (((beyond << 2) | (beyond >>> 4)) * Vector256.Create((uint)sheer)) >>> 8;
        var both = (share | (share << 16)).AsUInt16();
        Vector256<uint> even = Vector256.Create(0x00FF00FFu), one = Vector256.Create(0x000000FFu);
        var missing = ~target;
        // What is dark below takes half as much as what is of another colour: yellow over slate would be olive.
        var grey = Vector256.Min(Vector256.Min(missing.AsByte(), (missing >>> 8).AsByte()), (missing >>> 16).AsByte()).AsUInt32() & one;
        var half = grey >>> 1;
        var low = Dimmed(source & even, (missing & even) - (half | (half << 16)), both);
        // Of the odd bytes only the green is a colour.
        var high = Dimmed((source >>> 8) & even, ((missing >>> 8) & one) - half, both);
        return low | (high << 8);
    }

    /// <summary>What was laid over <paramref name="target"/> as if it were no sheet of the pile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Uncovered(Vector256<uint> laid, Vector256<uint> target) =>
        Vector256.ConditionalSelect(Vector256.Create(0x00FFFFFFu), laid, target);

    /// <summary>Takes every pixel of the box out of the pile, or all of them into it.</summary>
    public static void Cover(PixelBlock pixels, int left, int top, int right, int bottom, bool covered)
    {
        for (var y = top; y < bottom; y++)
            Cover(pixels.Row(y) + left, right - left, covered ? 0xFF000000u : 0u);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Cover(uint* row, int count, uint alpha)
    {
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            Vector256<uint> color = Vector256.Create(0x00FFFFFFu), top = Vector256.Create(alpha);
            for (; i <= count - Vector256<uint>.Count; i += Vector256<uint>.Count)
                ((Vector256.Load(row + i) & color) | top).Store(row + i);
        }

        for (; i < count; i++)
            row[i] = (row[i] & 0x00FFFFFF) | alpha;
    }

    /// <summary>Bytes in halves of integers, less what the light loses on its way.</summary>
    private static Vector256<uint> Dimmed(Vector256<uint> source, Vector256<uint> missing, Vector256<ushort> share)
    {
        var loss = (missing.AsUInt16() * share) >>> 8;
        return (source.AsUInt16() - ((source.AsUInt16() * loss) >>> 8)).AsUInt32();
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SkiaSharp;

namespace OmniReel.Media.Frames;

/// <summary>
/// Lays a picture into a frame as a <see cref="Slant"/> says, each pixel mixed of four. Positions are integers and every
/// mixture is rounded once per direction, so the same bytes come out with vectors of any width and without.
/// </summary>
internal static unsafe class SlantedBlit
{
    /// <summary>Largest side of a picture: positions in it fit 32 bits.</summary>
    public const int MostPixels = 1 << (31 - Octagon.Bits);

    private const double One = 1 << Octagon.Bits;

    private const int WeightShift = Octagon.Bits - RowBlend.WeightBits;

    /// <param name="drawn">Of the source: nothing outside of it is looked at.</param>
    /// <param name="strength">256 lays the picture as it is, 0 nothing.</param>
    /// <param name="box">Pixels of the target that may be touched.</param>
    /// <param name="sheer">See <see cref="SheerBlend.Filter"/>; 0 hides what is below; below 0, and is itself not seen through anything.</param>
    public static void Lay(PixelBlock source, in Octagon drawn, in Slant slant, int strength, SKRectI box, PixelBlock target, int sheer = 0)
    {
        int stepX = (int)Math.Round(slant.RightX * One), stepY = (int)Math.Round(slant.RightY * One);
        for (var y = box.Top; y < box.Bottom; y++)
        {
            long startX = Start(slant.X + slant.RightX * box.Left + slant.DownX * y), startY = Start(slant.Y + slant.RightY * box.Left + slant.DownY * y);
            var (from, to) = drawn.Inside(startX, startY, stepX, stepY, box.Width);
            if (from < to)
                LayRow(source, (int)(startX + (long)stepX * from), (int)(startY + (long)stepY * from), stepX, stepY, strength, sheer, target.Row(y) + box.Left + from, to - from);
        }
    }

    /// <summary>Rounded to the weight that it will be cut to.</summary>
    private static long Start(double position) => (long)Math.Floor(position * One + (1 << (WeightShift - 1)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LayRow(PixelBlock source, int x, int y, int stepX, int stepY, int strength, int sheer, uint* target, int count)
    {
        Vector256<int> lanes = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), xs = Vector256.Create(x) + (lanes * stepX), ys = Vector256.Create(y) + (lanes * stepY);
        Vector256<int> nextX = Vector256.Create(stepX * 8), nextY = Vector256.Create(stepY * 8);
        for (; count > 0; count -= 8, target += 8, xs += nextX, ys += nextY)
        {
            var kept = Vector256<uint>.AllBitsSet;
            if (count < 8)
            {
                // Pixels behind the end are taken from where the first one is, and then left out.
                var inside = Vector256.LessThan(lanes, Vector256.Create(count));
                kept = inside.AsUInt32();
                xs = Vector256.ConditionalSelect(inside, xs, Vector256.Create(xs[0]));
                ys = Vector256.ConditionalSelect(inside, ys, Vector256.Create(ys[0]));
            }

            var at = ((ys >> Octagon.Bits) * source.Width) + (xs >> Octagon.Bits);
            uint* upper = source.Row(0), lower = upper + source.Width;
            Vector256<uint> a = Pairs(upper, at.GetLower()), b = Pairs(upper, at.GetUpper()), c = Pairs(lower, at.GetLower()), d = Pairs(lower, at.GetUpper());
            if ((a | b | c | d) == Vector256<uint>.Zero)
                continue;
            Vector256<uint> down = Weights(ys), left = RowBlend.Mix(a, c, Twice(down.GetLower())), right = RowBlend.Mix(b, d, Twice(down.GetUpper()));
            left = Vector256.Shuffle(left, Vector256.Create(0u, 2, 4, 6, 1, 3, 5, 7));
            right = Vector256.Shuffle(right, Vector256.Create(0u, 2, 4, 6, 1, 3, 5, 7));
            var picked = RowBlend.Mix(
                Vector256.Create(left.GetLower(), right.GetLower()), Vector256.Create(left.GetUpper(), right.GetUpper()), Weights(xs).AsInt16()) & kept;
            if (strength < 256)
                picked = Weaker(picked, strength);
            var below = Vector256.Load(target);
            if (sheer > 0)
                picked = SheerBlend.Filter(picked, below, sheer);
            var laid = RowBlend.Over(picked, below);
            if (sheer < 0)
                laid = SheerBlend.Uncovered(laid, below);
            laid.Store(target);
        }
    }

    /// <summary>Each pixel with its right neighbour.</summary>
    private static Vector256<uint> Pairs(uint* row, Vector128<int> at) => Avx2.IsSupported
        ? Avx2.GatherVector256((ulong*)row, at, sizeof(uint)).AsUInt32()
        : Vector256.Create(*(ulong*)(row + at[0]), *(ulong*)(row + at[1]), *(ulong*)(row + at[2]), *(ulong*)(row + at[3])).AsUInt32();

    /// <summary>Of the second of two neighbours, in both halves of the integer.</summary>
    private static Vector256<uint> Weights(Vector256<int> position)
    {
        var weight = (position.AsUInt32() >>> WeightShift) & Vector256.Create(RowBlend.WholeWeight - 1u);
        return weight | (weight << 16);
    }

    private static Vector256<short> Twice(Vector128<uint> weights) =>
        Vector256.Shuffle(Vector256.Create(weights, weights), Vector256.Create(0u, 0, 1, 1, 2, 2, 3, 3)).AsInt16();

    private static Vector256<uint> Weaker(Vector256<uint> pixels, int strength)
    {
        Vector256<uint> even = Vector256.Create(0x00FF00FFu);
        var factor = Vector256.Create((ushort)strength);
        var low = ((pixels & even).AsUInt16() * factor) >>> 8;
        var high = ((pixels >>> 8) & even).AsUInt16() * factor;
        return low.AsUInt32() | (high.AsUInt32() & ~even);
    }
}

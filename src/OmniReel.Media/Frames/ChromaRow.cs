using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmniReel.Media.Frames;

/// <summary>Two rows of BGRA to one row of both colour differences, each from four pixels.</summary>
internal static unsafe class ChromaRow
{
    /// <summary>Four pixels, eight bits of the matrix, eight of the vignette.</summary>
    private const int Bits = 18;

    private const int Half = 1 << (Bits - 1);

    /// <param name="shares">Vignette of the upper row, 1/256 per pixel; every second one is used.</param>
    /// <param name="corner">Both differences of the vignette's colour, eight fractional bits.</param>
    /// <param name="wide">Pixels that vectors convert, a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Convert(uint* upper, uint* lower, byte* shares, (int U, int V) corner, byte* u, byte* v, int wide, int width)
    {
        for (var x = 0; x < wide; x += 16)
        {
            var (blueRed, green) = Sums(upper + x, lower + x);
            var share = Vector128.Load(shares + x).AsUInt16() & Vector128.Create((ushort)0xFF);
            var shares32 = Vector256.Create(Vector128.WidenLower(share), Vector128.WidenUpper(share)).AsInt32();
            Vector256<int> blue = blueRed & Vector256.Create(0xFFFF), red = blueRed >>> 16;
            Store(Mixed(red, green, blue, Bt709.RedU, Bt709.GreenU, Bt709.BlueU, shares32, corner.U), u + x / 2);
            Store(Mixed(red, green, blue, Bt709.RedV, Bt709.GreenV, Bt709.BlueV, shares32, corner.V), v + x / 2);
        }

        for (var x = wide; x < width; x += 2)
            One(upper + x, lower + x, shares[x], corner, u + x / 2, v + x / 2);
    }

    /// <summary>Sums of 2×2 pixels, eight of them: blue with red in its upper half, and green.</summary>
    private static (Vector256<int> BlueRed, Vector256<int> Green) Sums(uint* upper, uint* lower)
    {
        Vector256<uint> even = Vector256.Create(0x00FF00FFu), a = Vector256.Load(upper), b = Vector256.Load(upper + 8);
        Vector256<uint> c = Vector256.Load(lower), d = Vector256.Load(lower + 8), one = Vector256.Create(0xFFu);
        var blueRed = Pairs((a & even) + (c & even), (b & even) + (d & even));
        var green = Pairs(((a >>> 8) & one) + ((c >>> 8) & one), ((b >>> 8) & one) + ((d >>> 8) & one));
        return (blueRed, green);
    }

    /// <summary>Adds neighbours.</summary>
    private static Vector256<int> Pairs(Vector256<uint> a, Vector256<uint> b)
    {
        Vector256<ulong> x = a.AsUInt64(), y = b.AsUInt64();
        return Vector256.Narrow(x + (x >>> 32), y + (y >>> 32)).AsInt32();
    }

    private static Vector256<int> Mixed(
        Vector256<int> red, Vector256<int> green, Vector256<int> blue, int forRed, int forGreen, int forBlue, Vector256<int> share, int corner)
    {
        var sum = (red * Vector256.Create(forRed)) + (green * Vector256.Create(forGreen)) + (blue * Vector256.Create(forBlue)) + Vector256.Create(128 << 10);
        var mixed = (sum * (Vector256.Create(256) - share)) + (share * Vector256.Create(corner * 4));
        return (mixed + Vector256.Create(Half)) >> Bits;
    }

    private static void Store(Vector256<int> values, byte* target)
    {
        var shorts = Vector128.Narrow(values.GetLower(), values.GetUpper()).AsUInt16();
        Vector128.Narrow(shorts, shorts).GetLower().Store(target);
    }

    private static void One(uint* upper, uint* lower, int share, (int U, int V) corner, byte* u, byte* v)
    {
        int red = Sum(upper, lower, 16), green = Sum(upper, lower, 8), blue = Sum(upper, lower, 0);
        *u = (byte)((Bt709.ChromaU(red, green, blue, 4) * (256 - share) + share * corner.U * 4 + Half) >> Bits);
        *v = (byte)((Bt709.ChromaV(red, green, blue, 4) * (256 - share) + share * corner.V * 4 + Half) >> Bits);
    }

    private static int Sum(uint* upper, uint* lower, int shift) =>
        (int)((upper[0] >> shift) & 255) + (int)((upper[1] >> shift) & 255) + (int)((lower[0] >> shift) & 255) + (int)((lower[1] >> shift) & 255);
}

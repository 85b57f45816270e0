using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmniReel.Media.Frames;

/// <summary>One row of BGRA to luma.</summary>
internal static unsafe class LumaRow
{
    private const int Half = 1 << 15;

    /// <param name="shares">Vignette, 1/256 per pixel.</param>
    /// <param name="corner">Luma of the vignette's colour, eight fractional bits.</param>
    /// <param name="grain">Sixteen fractional bits; repeats after <see cref="Grain.Side"/> values.</param>
    /// <param name="wide">Pixels that vectors convert, a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Convert(uint* source, byte* shares, int corner, int* grain, byte* target, int wide, int width)
    {
        for (var x = 0; x < wide; x += 16)
        {
            var share = Vector128.Load(shares + x);
            var noise = grain + (x & (Grain.Side - 1));
            Vector128<ushort> near = Vector128.WidenLower(share), far = Vector128.WidenUpper(share);
            var narrow = Vector256.Narrow(
                Vector256.Narrow(
                    Eight(source + x, Widen(near), corner, noise),
                    Eight(source + x + 8, Widen(far), corner, noise + 8)),
                Vector256<ushort>.Zero);
            narrow.GetLower().Store(target + x);
        }

        for (var x = wide; x < width; x++)
            target[x] = One(source[x], shares[x], corner, grain[x & (Grain.Side - 1)]);
    }

    private static Vector256<uint> Widen(Vector128<ushort> v) => Vector256.Create(Vector128.WidenLower(v), Vector128.WidenUpper(v));

    private static Vector256<uint> Eight(uint* source, Vector256<uint> share, int corner, int* noise)
    {
        var pixel = Vector256.Load(source);
        // Blue and red lie in the halves of one integer: both products come from one multiplication of shorts.
        var blueRed = ((pixel & Vector256.Create(0x00FF00FFu)).AsUInt16() * Vector256.Create((uint)(Bt709.BlueY | Bt709.RedY << 16)).AsUInt16()).AsUInt32();
        var green = ((pixel >>> 8) & Vector256.Create(0xFFu)) * Vector256.Create((uint)Bt709.GreenY);
        var luma = (blueRed & Vector256.Create(0xFFFFu)) + (blueRed >>> 16) + green + Vector256.Create(16u << 8);
        var mixed = (luma * (Vector256.Create(256u) - share)) + (share * Vector256.Create((uint)corner));
        return (mixed + Vector256.Load(noise).AsUInt32() + Vector256.Create((uint)Half)) >>> 16;
    }

    private static byte One(uint pixel, int share, int corner, int noise)
    {
        var luma = Bt709.Luma((int)(pixel >> 16) & 255, (int)(pixel >> 8) & 255, (int)pixel & 255);
        return (byte)((luma * (256 - share) + share * corner + noise + Half) >> 16);
    }
}

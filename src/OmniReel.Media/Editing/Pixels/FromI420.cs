using System.Runtime.Intrinsics;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Pixels;

/// <summary>
/// Planar YUV (BT.709, limited) to opaque BGRA; chroma is repeated, so that the way back finds it again. Integer arithmetic, so vectors
/// and the scalar tail give the same bytes.
/// </summary>
internal static unsafe class FromI420
{
    private const int Bits = 14, Luma = 19077, RedOfV = 29372, GreenOfU = 3494, GreenOfV = 8731, BlueOfU = 34610;

    private const int Half = 1 << (Bits - 1);

    public static void Run(I420Frame source, PixelBlock target)
    {
        fixed (byte* bytes = source.Bytes)
        {
            var half = source.Width / 2;
            for (var y = 0; y < source.Height; y++)
                Row(bytes + (nint)y * source.Width, bytes + source.UStart + (nint)(y / 2) * half, bytes + source.VStart + (nint)(y / 2) * half, target.Row(y), source.Width);
        }
    }

    private static void Row(byte* luma, byte* u, byte* v, uint* target, int width)
    {
        var x = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            var twice = Vector128.Create((byte)0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
            for (; x <= width - 16; x += 16)
            {
                var y16 = Vector128.Load(luma + x);
                var u16 = Vector128.Shuffle(Vector128.CreateScalarUnsafe(*(ulong*)(u + x / 2)).AsByte(), twice);
                var v16 = Vector128.Shuffle(Vector128.CreateScalarUnsafe(*(ulong*)(v + x / 2)).AsByte(), twice);
                Eight(Vector128.WidenLower(y16), Vector128.WidenLower(u16), Vector128.WidenLower(v16)).Store(target + x);
                Eight(Vector128.WidenUpper(y16), Vector128.WidenUpper(u16), Vector128.WidenUpper(v16)).Store(target + x + 8);
            }
        }

        for (; x < width; x++)
            target[x] = One(luma[x] - 16, u[x / 2] - 128, v[x / 2] - 128);
    }

    private static Vector256<uint> Eight(Vector128<ushort> y, Vector128<ushort> u, Vector128<ushort> v)
    {
        var luma = (Widen(y) - Vector256.Create(16)) * Luma + Vector256.Create(Half);
        Vector256<int> a = Widen(u) - Vector256.Create(128), b = Widen(v) - Vector256.Create(128);
        var red = Level(luma + b * RedOfV);
        var green = Level(luma - a * GreenOfU - b * GreenOfV);
        var blue = Level(luma + a * BlueOfU);
        return blue | (green << 8) | (red << 16) | Vector256.Create(0xFF000000u);
    }

    private static Vector256<int> Widen(Vector128<ushort> v) => Vector256.Create(Vector128.WidenLower(v), Vector128.WidenUpper(v)).AsInt32();

    private static Vector256<uint> Level(Vector256<int> value) =>
        Vector256.Min(Vector256.Max(value >> Bits, Vector256<int>.Zero), Vector256.Create(255)).AsUInt32();

    private static uint One(int y, int u, int v)
    {
        var luma = y * Luma + Half;
        return 0xFF000000u | (Level(luma + v * RedOfV) << 16) | (Level(luma - u * GreenOfU - v * GreenOfV) << 8) | Level(luma + u * BlueOfU);
    }

    private static uint Level(int value) => (uint)Math.Clamp(value >> Bits, 0, 255);
}

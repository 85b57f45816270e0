using System.Runtime.Intrinsics;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Pixels;

/// <summary>Between opaque BGRA and planes of 0 to 1.</summary>
internal static unsafe class PlanePixels
{
    private const float Level = 1 / 255f;

    public static void Split(PixelBlock pixels, Plane red, Plane green, Plane blue)
    {
        for (var y = 0; y < pixels.Height; y++)
        {
            uint* source = pixels.Row(y);
            float* r = red.Row(y), g = green.Row(y), b = blue.Row(y);
            var x = 0;
            for (; x <= pixels.Width - 8; x += 8)
            {
                var pixel = Vector256.Load(source + x);
                (Lane(pixel >>> 16) * Level).Store(r + x);
                (Lane(pixel >>> 8) * Level).Store(g + x);
                (Lane(pixel) * Level).Store(b + x);
            }

            for (; x < pixels.Width; x++)
            {
                r[x] = ((source[x] >> 16) & 255) * Level;
                g[x] = ((source[x] >> 8) & 255) * Level;
                b[x] = (source[x] & 255) * Level;
            }
        }
    }

    public static void Luma(PixelBlock pixels, Plane luma)
    {
        for (var y = 0; y < pixels.Height; y++)
        {
            uint* source = pixels.Row(y);
            var target = luma.Row(y);
            var x = 0;
            for (; x <= pixels.Width - 8; x += 8)
            {
                var pixel = Vector256.Load(source + x);
                ((Lane(pixel >>> 16) * (0.2126f * Level)) + (Lane(pixel >>> 8) * (0.7152f * Level)) + (Lane(pixel) * (0.0722f * Level))).Store(target + x);
            }

            for (; x < pixels.Width; x++)
                target[x] = ((source[x] >> 16) & 255) * (0.2126f * Level) + ((source[x] >> 8) & 255) * (0.7152f * Level) + (source[x] & 255) * (0.0722f * Level);
        }
    }

    /// <summary>Rounded and clamped.</summary>
    public static void Join(Plane red, Plane green, Plane blue, PixelBlock pixels)
    {
        for (var y = 0; y < pixels.Height; y++)
        {
            var target = pixels.Row(y);
            float* r = red.Row(y), g = green.Row(y), b = blue.Row(y);
            var x = 0;
            for (; x <= pixels.Width - 8; x += 8)
            {
                var pixel = (Byte(Vector256.Load(r + x)) << 16) | (Byte(Vector256.Load(g + x)) << 8) | Byte(Vector256.Load(b + x));
                (pixel | Vector256.Create(0xFF000000u)).Store(target + x);
            }

            for (; x < pixels.Width; x++)
                target[x] = 0xFF000000u | (Byte(r[x]) << 16) | (Byte(g[x]) << 8) | Byte(b[x]);
        }
    }

    private static Vector256<float> Lane(Vector256<uint> pixel) => Vector256.ConvertToSingle((pixel & Vector256.Create(255u)).AsInt32());

    private static Vector256<uint> Byte(Vector256<float> value)
    {
        var level = Vector256.Min(Vector256.Max(value, Vector256<float>.Zero), Vector256<float>.One) * 255f + Vector256.Create(0.5f);
        return Vector256.ConvertToInt32(level).AsUInt32();
    }

    private static uint Byte(float value) => (uint)(Math.Clamp(value, 0, 1) * 255f + 0.5f);
}

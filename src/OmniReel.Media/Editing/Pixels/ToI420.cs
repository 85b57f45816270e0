using System.Runtime.Intrinsics;
using OmniReel.Media.Frames;

namespace OmniReel.Media.Editing.Pixels;

/// <summary>Opaque BGRA to planar YUV as the encoder takes it. A given film brings its own noise: none is added.</summary>
internal static unsafe class ToI420
{
    private static readonly int[] s_noGrain = new int[Grain.Side];

    /// <param name="noShares">A zero for every pixel of a row.</param>
    public static void Run(PixelBlock pixels, byte[] noShares, I420Frame result)
    {
        var wide = Vector128.IsHardwareAccelerated ? pixels.Width & ~15 : 0;
        fixed (byte* bytes = result.Bytes, shares = noShares)
        fixed (int* grain = s_noGrain)
        {
            for (var y = 0; y < pixels.Height; y++)
            {
                LumaRow.Convert(pixels.Row(y), shares, 0, grain, bytes + (nint)y * pixels.Width, wide, pixels.Width);
                if (y % 2 == 0)
                    continue;
                var half = y / 2 * (pixels.Width / 2);
                ChromaRow.Convert(
                    pixels.Row(y - 1), pixels.Row(y), shares, (0, 0), bytes + result.UStart + half, bytes + result.VStart + half, wide, pixels.Width);
            }
        }
    }
}

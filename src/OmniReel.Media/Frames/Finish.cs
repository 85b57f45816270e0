using System.Runtime.Intrinsics;

namespace OmniReel.Media.Frames;

/// <summary>
/// The last pass over a frame: BGRA to I420 (BT.709, limited), corners darkened, luma dithered. Integer arithmetic
/// throughout, so vectors and the scalar path give the same bytes.
/// </summary>
internal static unsafe class Finish
{
    /// <param name="frame">Number within the film: moves the grain.</param>
    /// <param name="vectors">False takes the scalar path everywhere.</param>
    public static void Run(PixelBlock pixels, Vignette vignette, int frame, I420Frame result, bool vectors = true)
    {
        var wide = vectors && Vector128.IsHardwareAccelerated ? pixels.Width & ~15 : 0;
        var (grainX, grainY) = Grain.Origin(frame);
        fixed (byte* bytes = result.Bytes, shares = vignette.Shares)
        fixed (int* tile = Grain.Tile)
        {
            for (var y = 0; y < pixels.Height; y++)
            {
                var row = y * pixels.Width;
                var grain = tile + ((y + grainY) & (Grain.Side - 1)) * Grain.Stride + grainX;
                LumaRow.Convert(pixels.Row(y), shares + row, vignette.LumaOfCorner, grain, bytes + row, wide, pixels.Width);
                if (y % 2 == 0)
                    continue;
                var half = y / 2 * (pixels.Width / 2);
                ChromaRow.Convert(
                    pixels.Row(y - 1), pixels.Row(y), shares + row - pixels.Width, vignette.ChromaOfCorner,
                    bytes + result.UStart + half, bytes + result.VStart + half, wide, pixels.Width);
            }
        }
    }
}

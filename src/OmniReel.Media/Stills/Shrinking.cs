using OmniReel.Media.Frames;
using SkiaSharp;

namespace OmniReel.Media.Stills;

/// <summary>Small pictures of I420 frames: the mean of what each pixel covers, in integers, so the same on every machine.</summary>
internal static class Shrinking
{
    /// <summary>Draws the frame into a part of a picture. The part is no larger than the frame.</summary>
    public static void Into(SKBitmap picture, int left, int top, int width, int height, I420Frame frame)
    {
        var luma = Luma(frame, width, height);
        int chromaWidth = (width + 1) / 2, chromaHeight = (height + 1) / 2;
        var u = Mean(frame.Bytes.AsSpan(frame.UStart, frame.Width * frame.Height / 4), frame.Width / 2, frame.Height / 2, chromaWidth, chromaHeight);
        var v = Mean(frame.Bytes.AsSpan(frame.VStart, frame.Width * frame.Height / 4), frame.Width / 2, frame.Height / 2, chromaWidth, chromaHeight);
        var pixels = picture.GetPixelSpan();
        for (var y = 0; y < height; y++)
        {
            var row = pixels.Slice((top + y) * picture.RowBytes + 4 * left, 4 * width);
            for (var x = 0; x < width; x++)
            {
                var chroma = y / 2 * chromaWidth + x / 2;
                Colour(row[(4 * x)..], luma[y * width + x], u[chroma], v[chroma]);
            }
        }
    }

    /// <summary>The luma of a small picture, row by row.</summary>
    public static byte[] Luma(I420Frame frame, int width, int height) => Mean(frame.Bytes, frame.Width, frame.Height, width, height);

    /// <summary>The whole frame.</summary>
    public static SKBitmap Whole(I420Frame frame)
    {
        var picture = new SKBitmap(new SKImageInfo(frame.Width, frame.Height, SKColorType.Bgra8888, SKAlphaType.Opaque));
        var pixels = picture.GetPixelSpan();
        ReadOnlySpan<byte> luma = frame.Bytes, u = frame.Bytes.AsSpan(frame.UStart), v = frame.Bytes.AsSpan(frame.VStart);
        for (var y = 0; y < frame.Height; y++)
        {
            var chroma = y / 2 * (frame.Width / 2);
            for (var x = 0; x < frame.Width; x++)
            {
                var at = y * frame.Width + x;
                Colour(pixels[(4 * at)..], luma[at], u[chroma + x / 2], v[chroma + x / 2]);
            }
        }

        return picture;
    }

    private static byte[] Mean(ReadOnlySpan<byte> plane, int planeWidth, int planeHeight, int width, int height)
    {
        var mean = new byte[width * height];
        Span<int> ends = new int[width + 1];
        for (var x = 0; x <= width; x++)
            ends[x] = (int)((long)x * planeWidth / width);
        for (var y = 0; y < height; y++)
        {
            var from = (int)((long)y * planeHeight / height);
            var to = Math.Max(from + 1, (int)((long)(y + 1) * planeHeight / height));
            for (var x = 0; x < width; x++)
            {
                int left = ends[x], right = Math.Max(left + 1, ends[x + 1]), sum = 0;
                for (int row = from, start = from * planeWidth; row < to; row++, start += planeWidth)
                {
                    for (var at = start + left; at < start + right; at++)
                        sum += plane[at];
                }

                var count = (right - left) * (to - from);
                mean[y * width + x] = (byte)((sum + count / 2) / count);
            }
        }

        return mean;
    }

    // BT.709 in limited range, in 1/256.
    private static void Colour(Span<byte> pixel, int luma, int u, int v)
    {
        var bright = 298 * (luma - 16) + 128;
        (u, v) = (u - 128, v - 128);
        pixel[0] = (byte)Math.Clamp((bright + 541 * u) >> 8, 0, 255);
        pixel[1] = (byte)Math.Clamp((bright - 55 * u - 136 * v) >> 8, 0, 255);
        pixel[2] = (byte)Math.Clamp((bright + 459 * v) >> 8, 0, 255);
        pixel[3] = 255;
    }
}

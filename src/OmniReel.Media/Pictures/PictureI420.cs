using OmniReel.Media.Frames;
using OmniReel.Media.Plans;

namespace OmniReel.Media.Pictures;

/// <summary>
/// A picture as the encoder takes it, converted as ffmpeg's scaler does: chroma is the mean of two neighbours across and a cubic of eight
/// rows down, for a mean of 2×2 loses a twentieth of the likeness of noise.
/// </summary>
internal static class PictureI420
{
    /// <summary>Weights of the rows 0.5, 1.5, 2.5 and 3.5 away from a chroma sample: the cubic (0, 0.6) at half size.</summary>
    private static readonly float[] s_taps = [0.4359375f, 0.1203125f, -0.0421875f, -0.0140625f];

    // BT.709 in limited range.
    private const float RedY = 0.2126f * 219 / 255, GreenY = 0.7152f * 219 / 255, BlueY = 0.0722f * 219 / 255;
    private const float ForU = 224 / 255f / 1.8556f, ForV = 224 / 255f / 1.5748f;

    public static I420Frame Of(StillPicture picture)
    {
        var frame = new I420Frame(picture.Width, picture.Height);
        var (width, height) = (picture.Width / 2, picture.Height);
        float[] u = new float[width * height], v = new float[width * height];
        Parallel.For(0, height, y => Row(picture, y, frame.Bytes, u.AsSpan(y * width, width), v.AsSpan(y * width, width)));
        Parallel.For(0, height / 2, y =>
        {
            Down(u, width, height, y, frame.Bytes.AsSpan(frame.UStart + y * width, width));
            Down(v, width, height, y, frame.Bytes.AsSpan(frame.VStart + y * width, width));
        });
        return frame;
    }

    private static void Row(StillPicture picture, int y, byte[] luma, Span<float> u, Span<float> v)
    {
        var at = y * picture.Width;
        var pixels = picture.Pixels.AsSpan(at * 4, picture.Width * 4);
        for (var x = 0; x < picture.Width; x += 2)
        {
            int blue = pixels[4 * x] + pixels[4 * x + 4], green = pixels[4 * x + 1] + pixels[4 * x + 5], red = pixels[4 * x + 2] + pixels[4 * x + 6];
            luma[at + x] = Luma(pixels[4 * x + 2], pixels[4 * x + 1], pixels[4 * x]);
            luma[at + x + 1] = Luma(pixels[4 * x + 6], pixels[4 * x + 5], pixels[4 * x + 4]);
            var grey = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
            u[x / 2] = (blue - grey) * (ForU / 2);
            v[x / 2] = (red - grey) * (ForV / 2);
        }
    }

    private static byte Luma(int red, int green, int blue) => (byte)(16.5f + RedY * red + GreenY * green + BlueY * blue);

    private static void Down(float[] plane, int width, int height, int y, Span<byte> result)
    {
        for (var x = 0; x < width; x++)
        {
            var sum = 128.5f;
            for (var tap = 0; tap < s_taps.Length; tap++)
            {
                int above = Math.Max(0, 2 * y - tap), below = Math.Min(height - 1, 2 * y + 1 + tap);
                sum += s_taps[tap] * (plane[above * width + x] + plane[below * width + x]);
            }

            result[x] = (byte)Math.Clamp(sum, 0, 255);
        }
    }
}

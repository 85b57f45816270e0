using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Plans;
using SkiaSharp;

namespace OmniReel.Media.Stills;

/// <summary>Takes the pictures of a film that was made elsewhere: ten moments of it are decoded, and the one with the most to see once more as large as it is.</summary>
public sealed class MomentStills(PictureDecoder decoder)
{
    private const int PosterQuality = 90, StripQuality = 86, BytesPerPixel = 4;

    /// <param name="film">Path of an MP4.</param>
    /// <param name="facts">What it is.</param>
    /// <param name="poster">Where the poster is put, a JPEG as large as the film.</param>
    /// <param name="strip">Where ten moments from begin to end side by side are put, a JPEG.</param>
    /// <exception cref="UnreadableMediaException">A moment cannot be decoded.</exception>
    /// <exception cref="Encoding.Sandboxes.SandboxException">The sandbox failed, not the film.</exception>
    /// <exception cref="Encoding.FfmpegException">ffmpeg is missing.</exception>
    public async Task TakeAsync(string film, FilmFacts facts, string poster, string strip, CancellationToken cancellation)
    {
        var (width, height) = new StillPlan(facts.Width, facts.Height, [Math.Max(1, (int)(facts.Seconds * FilmPlan.FrameRate))]).StripCell;
        using var row = Picture(width * StillPlan.StripFrames, height);
        var (best, most) = (0.0, double.NegativeInfinity);
        for (var cell = 0; cell < StillPlan.StripFrames; cell++)
        {
            var second = (2 * cell + 1) * facts.Seconds / (2 * StillPlan.StripFrames);
            var pixels = await decoder.DecodeMomentAsync(film, second, width, height, cancellation);
            Lay(pixels, row, cell * width, width, height);
            var appeal = Appeal.Of(Luma(pixels), width);
            if (appeal > most)
                (best, most) = (second, appeal);
        }

        using var whole = Picture(facts.Width, facts.Height);
        Lay(await decoder.DecodeMomentAsync(film, best, facts.Width, facts.Height, cancellation), whole, 0, facts.Width, facts.Height);
        Jpeg(row, StripQuality, strip);
        Jpeg(whole, PosterQuality, poster);
    }

    private static void Lay(byte[] pixels, SKBitmap picture, int left, int width, int height)
    {
        var into = picture.GetPixelSpan();
        for (var y = 0; y < height; y++)
            pixels.AsSpan(y * width * BytesPerPixel, width * BytesPerPixel).CopyTo(into[(y * picture.RowBytes + left * BytesPerPixel)..]);
    }

    // BT.709 in limited range, in 1/256.
    private static byte[] Luma(byte[] pixels)
    {
        var luma = new byte[pixels.Length / BytesPerPixel];
        for (var i = 0; i < luma.Length; i++)
            luma[i] = (byte)(16 + ((47 * pixels[BytesPerPixel * i + 2] + 157 * pixels[BytesPerPixel * i + 1] + 16 * pixels[BytesPerPixel * i]) >> 8));
        return luma;
    }

    private static SKBitmap Picture(int width, int height) => new(new SKImageInfo(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque));

    private static void Jpeg(SKBitmap picture, int quality, string path)
    {
        using var file = File.Create(path);
        picture.Encode(file, SKEncodedImageFormat.Jpeg, quality);
    }
}

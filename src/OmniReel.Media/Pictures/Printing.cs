using System.Security.Cryptography;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.Pictures;

/// <summary>Makes pictures ready to be put into scenes: cut out where that is sure, else whole.</summary>
internal static class Printing
{
    /// <summary>Alpha below which a pixel is clear, and from which it is solid.</summary>
    private const int Clear = 24, Solid = 128;

    /// <summary>Shares of pixels: less clear ones than this are no ground (round corners), less solid ones no subject.</summary>
    private const double LeastClear = 0.04, LeastSolid = 0.01;

    /// <summary>The subject alone where alpha or a plain ground tells it surely; else the whole picture.</summary>
    public static PrintPicture Cut(GivenPicture given)
    {
        var pixels = given.Pixels;
        int clear = 0, solid = 0;
        for (var i = 3; i < pixels.Length; i += 4)
        {
            clear += pixels[i] < Clear ? 1 : 0;
            solid += pixels[i] >= Solid ? 1 : 0;
        }

        double all = given.Width * given.Height;
        if (clear >= LeastClear * all && solid >= LeastSolid * all)
            return Cropped(given.Width, given.Height, pixels);
        var whole = OverWhite(pixels);
        return FromGround(given.Width, given.Height, whole) is { } cut ? Cropped(given.Width, given.Height, cut) : Made(given.Width, given.Height, false, whole);
    }

    /// <summary>All of the picture, opaque.</summary>
    public static PrintPicture Whole(GivenPicture given) => Made(given.Width, given.Height, false, OverWhite(given.Pixels));

    private static PrintPicture Made(int width, int height, bool isCut, byte[] pixels) =>
        new(width, height, isCut, Convert.ToHexStringLower(SHA256.HashData(pixels)), pixels);

    /// <summary>Pixels with the plain ground made clear; null where none is sure.</summary>
    private static byte[]? FromGround(int width, int height, byte[] pixels)
    {
        var still = new Still(new StillPicture(width, height, pixels));
        var grid = Grid.Over(width, height);
        if (PlainGround.Find(new GridPicture(still, grid)) is not { } found)
            return null;
        var cut = CutOut.Of(still, found, grid);
        using var ground = cut.Backdrop.Exact.ToBitmap();
        var behind = ground.GetPixelSpan().ToArray();
        var matte = cut.Matte;
        var result = new byte[pixels.Length];
        Parallel.For(0, height, y =>
        {
            var row = (y + matte.Rim) * matte.Stride + matte.Rim;
            for (var x = 0; x < width; x++)
            {
                var at = 4 * (y * width + x);
                int alpha = matte.Bytes[row + x], missing = 255 - alpha;
                // What of the ground shines through at the edge is taken out.
                for (var channel = 0; channel < 3; channel++)
                    result[at + channel] = (byte)Math.Clamp(pixels[at + channel] - behind[at + channel] * missing / 255, 0, alpha);
                result[at + 3] = (byte)alpha;
            }
        });
        return result;
    }

    /// <summary>Without clear rows and columns around what is there: its foot is the picture's foot.</summary>
    private static PrintPicture Cropped(int width, int height, byte[] pixels)
    {
        int left = width, top = height, right = 0, bottom = 0;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (pixels[4 * (y * width + x) + 3] < Solid / 2)
                    continue;
                (left, right) = (Math.Min(left, x), Math.Max(right, x + 1));
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
            }
        }

        if (right <= left)
            return Made(width, height, false, OverWhite(pixels));
        var cropped = new byte[4 * (right - left) * (bottom - top)];
        for (var y = top; y < bottom; y++)
            pixels.AsSpan(4 * (y * width + left), 4 * (right - left)).CopyTo(cropped.AsSpan(4 * (y - top) * (right - left)));
        return Made(right - left, bottom - top, true, cropped);
    }

    private static byte[] OverWhite(byte[] pixels)
    {
        var opaque = (byte[])pixels.Clone();
        for (var i = 0; i < opaque.Length; i += 4)
        {
            var missing = 255 - opaque[i + 3];
            for (var channel = 0; channel < 3; channel++)
                opaque[i + channel] = (byte)Math.Min(255, opaque[i + channel] + missing);
            opaque[i + 3] = 255;
        }

        return opaque;
    }
}

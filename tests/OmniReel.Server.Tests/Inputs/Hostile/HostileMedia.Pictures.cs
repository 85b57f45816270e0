using System.IO.Compression;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>17 to 28: pictures that are too large, too many, cut off or turned.</summary>
internal sealed partial class HostileMedia
{
    private IEnumerable<HostileCase> Pictures() =>
    [
        Picture(17, "PNG of 900 million pixels", () => Blank(30_000, 30_000, 1, PngFile.Grey, 3750)),
        Picture(18, "PNG of 256 million pixels", () => Blank(16_000, 16_000, 8, PngFile.Colour, 48_000)),
        Picture(19, "PNG as wide as a number", () => Blank(int.MaxValue, 1, 8, PngFile.Grey, 1000)),
        Picture(20, "PNG with packed bombs", () => Bomb("zTXt", "Title\0\0"u8), () => Bomb("iCCP", "icc\0\0"u8)),
        Picture(21, "PNG of 100,000 frames", Animation),
        Picture(22, "GIF of 4 billion pixels, GIF of 100,000 frames", () => Gif(0xFF, 1), () => Gif(2, 100_000)),
        Picture(23, "JPEG that claims 4 billion pixels", () => JpegBytes.Sized(Photo, 65_500, 65_500)),
        Picture(24, "JPEG of 10,000 scans", ManyScans),
        Picture(25, "WebP of 268 million pixels, and an animated one", () => WebP(0), () => WebP(2)),
        Picture(26, "JPEG cut at every sixteenth, in short runs at every fourth of these", [.. Enumerable.Range(1, 15).Where(part => Checkout.LongCounts || part % 4 == 1).Select(part => (Func<byte[]>)(() => Photo[..(Photo.Length * part / 16)]))]),
        Picture(27, "JPEG in every orientation, with a place in it", [.. Enumerable.Range(1, 8).Select(turn => (Func<byte[]>)(() => JpegBytes.With(Photo, 0xE1, JpegBytes.Exif(turn, after: trap.Token))))]),
        Picture(28, "pictures of other kinds",
            () => Made("-f lavfi -i testsrc2=s=400x400 -frames:v 1 -pix_fmt rgb48be", "png"), () => Made("-f lavfi -i testsrc2=s=400x400 -frames:v 1 -pix_fmt gray", "png"),
            () => Made("-f lavfi -i testsrc2=s=400x400 -frames:v 1 -pix_fmt rgba", "png"), () => Made("-f lavfi -i testsrc2=s=400x400 -frames:v 1 -pix_fmt pal8", "png")),
    ];

    private static byte[] Blank(int width, int height, byte depth, byte type, int row)
    {
        var blank = new byte[row];
        return new PngFile().Header((uint)width, (uint)height, depth, type).Pixels(Enumerable.Repeat(blank, Math.Min(height, 30_000)), CompressionLevel.Fastest).End();
    }

    private static byte[] Bomb(string kind, ReadOnlySpan<byte> head)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
                zlib.Write(zeros);
        }

        return PngFile.Of(400, 400, 8, PngFile.Grey, _ => new byte[400], (kind, [.. head, .. packed.ToArray()]));
    }

    private static byte[] Animation()
    {
        var png = new PngFile().Header(400, 400, 8, PngFile.Grey).Chunk("acTL", [.. Boxes.Int(100_000), .. Boxes.Int(0)]).Pixels(Enumerable.Repeat(new byte[400], 400));
        for (var i = 0u; i < 100_000; i++)
        {
            png.Chunk("fcTL", [.. Boxes.Int(2 * i), .. Boxes.Int(1), .. Boxes.Int(1), .. Boxes.Int(0), .. Boxes.Int(0), 0, 1, 0, 1, 0, 0]);
            png.Chunk("fdAT", [.. Boxes.Int(2 * i + 1), 0x78, 1, 0x63, 0, 0, 0, 2, 0, 1]);
        }

        return png.End();
    }

    private static byte[] Gif(byte side, int frames)
    {
        byte[] frame = [0x2C, 0, 0, 0, 0, side, side, side, side, 0, 2, 2, 0x44, 1, 0];
        return [.. "GIF89a"u8, side, side, side, side, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. Enumerable.Repeat(frame, frames).SelectMany(f => f), 0x3B];
    }

    private byte[] ManyScans()
    {
        var frame = JpegBytes.Find(Photo, marker => marker == 0xC0);
        var progressive = (byte[])Photo.Clone();
        progressive[frame + 1] = 0xC2;
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0, 0x2A, 0x55];
        return [.. progressive[..^2], .. Enumerable.Repeat(scan, 10_000).SelectMany(s => s), 0xFF, 0xD9];
    }

    private static byte[] WebP(byte flags) =>
        [.. "RIFF"u8, .. LittleInt(100), .. "WEBPVP8X"u8, .. LittleInt(10), flags, 0, 0, 0, 0xFF, 0x3F, 0, 0xFF, 0x3F, 0, .. "ANIM"u8, .. new byte[70]];
}

using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Encoding.Probing;

/// <summary>Pictures of known colours, decoded in the sandbox.</summary>
public sealed class PictureDecoderTests : IDisposable
{
    private static readonly byte[] s_red = [255, 0, 0], s_green = [0, 255, 0], s_blue = [0, 0, 255], s_white = [255, 255, 255];

    private readonly string _folder = Directory.CreateTempSubdirectory("decode").FullName;
    private readonly Sandbox _sandbox = new(new PatientTime(), 2);

    public void Dispose()
    {
        _sandbox.Dispose();
        Directory.Delete(_folder, true);
    }

    [Theory]
    [InlineData(1, "RG BW")]
    [InlineData(2, "GR WB")]
    [InlineData(3, "WB GR")]
    [InlineData(4, "BW RG")]
    [InlineData(5, "RB GW")]
    [InlineData(6, "BR WG")]
    [InlineData(7, "WG BR")]
    [InlineData(8, "GW RB")]
    public async Task Every_orientation_is_turned_upright(int orientation, string upright)
    {
        // Red and green above, blue and white below, as the sensor saw it.
        var png = PngFile.Of(32, 16, 8, PngFile.Colour, y => Row(32, x => y < 8 ? x < 16 ? s_red : s_green : x < 16 ? s_blue : s_white), ("eXIf", JpegBytes.Exif(orientation)[6..]));
        var (width, height) = orientation > 4 ? (16, 32) : (32, 16);
        var pixels = await DecodeAsync(png, MediaFormat.Png, width, height);
        string At(int x, int y) => Name(pixels.AsSpan((y * width + x) * 4, 4));
        var (right, low) = (width - 3, height - 3);
        $"{At(2, 2)}{At(right, 2)} {At(2, low)}{At(right, low)}".ShouldBe(upright);
    }

    [Theory]
    [InlineData(PngFile.ColourAlpha, 8)]
    [InlineData(PngFile.ColourAlpha, 16)]
    [InlineData(PngFile.GreyAlpha, 8)]
    [InlineData(PngFile.GreyAlpha, 16)]
    public async Task Transparency_lies_over_white(byte type, byte depth)
    {
        // Black everywhere: opaque on the left, half transparent in the middle, transparent on the right.
        var channels = (type == PngFile.ColourAlpha ? 4 : 2) * depth / 8;
        var png = PngFile.Of(48, 16, depth, type, _ => [.. Enumerable.Range(0, 48).SelectMany(x => Alpha(channels, depth / 8, x < 16 ? 255 : x < 32 ? 128 : 0))]);
        var pixels = await DecodeAsync(png, MediaFormat.Png, 48, 16);
        int At(int x) => pixels[(8 * 48 + x) * 4];
        At(4).ShouldBeLessThan(3);
        At(24).ShouldBeInRange(124, 130);
        At(44).ShouldBe(255);
        pixels.Where((_, i) => i % 4 == 3).ShouldAllBe(alpha => alpha == 255);
    }

    [Fact]
    public async Task Palettes_and_greys_have_their_colours()
    {
        byte[] palette = [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255];
        var paletted = PngFile.Of(32, 32, 2, PngFile.Palette, y => [.. Enumerable.Repeat((byte)(y < 16 ? 0b00_00_00_00 : 0b10_10_10_10), 8)], ("PLTE", palette));
        var pixels = await DecodeAsync(paletted, MediaFormat.Png, 32, 32);
        Name(pixels.AsSpan(4 * 32 * 4, 4)).ShouldBe("R");
        Name(pixels.AsSpan(28 * 32 * 4, 4)).ShouldBe("B");
        var seen = await DecodeAsync(PngFile.Of(32, 32, 2, PngFile.Palette, _ => new byte[8], ("PLTE", palette), ("tRNS", [0])), MediaFormat.Png, 32, 32);
        Name(seen.AsSpan(0, 4)).ShouldBe("W", "the only colour is transparent");
        var grey = await DecodeAsync(PngFile.Of(32, 32, 16, PngFile.Grey, _ => [.. Enumerable.Range(0, 64).Select(i => i % 2 == 0 ? (byte)0x80 : (byte)0)]), MediaFormat.Png, 32, 32);
        ((int)grey[0]).ShouldBeInRange(127, 129);
    }

    [Fact]
    public async Task A_jpeg_keeps_its_colours_at_another_size()
    {
        var photo = Ffmpeg.Bytes("-f lavfi -i color=0x2080c0:s=640x480 -frames:v 1 -pix_fmt yuvj444p -q:v 2", Path.Combine(_folder, "made.jpg"));
        var pixels = await DecodeAsync(photo, MediaFormat.Jpeg, 320, 200);
        pixels.Length.ShouldBe(320 * 200 * 4);
        (Math.Abs(pixels[0] - 0xC0), Math.Abs(pixels[1] - 0x80), Math.Abs(pixels[2] - 0x20)).ShouldSatisfyAllConditions(
            d => d.Item1.ShouldBeLessThan(4), d => d.Item2.ShouldBeLessThan(4), d => d.Item3.ShouldBeLessThan(4));
    }

    [Fact]
    public async Task A_picture_whose_pixels_are_broken_is_unreadable()
    {
        var png = new PngFile().Header(400, 400, 8, PngFile.Colour).Chunk("IDAT", [1, 2, 3, 4]).End();
        (await Should.ThrowAsync<UnreadableMediaException>(DecodeAsync(png, MediaFormat.Png, 32, 32))).Message.ShouldContain("broken");
    }

    private async Task<byte[]> DecodeAsync(byte[] bytes, MediaFormat format, int width, int height)
    {
        var path = Path.Combine(_folder, "picture");
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        return await new PictureDecoder(_sandbox).DecodeAsync(path, format, PictureHeader.Read(path, format), width, height, TestContext.Current.CancellationToken);
    }

    private static byte[] Row(int width, Func<int, byte[]> colour) => [.. Enumerable.Range(0, width).SelectMany(colour)];

    private static IEnumerable<byte> Alpha(int bytes, int perChannel, int alpha) =>
        Enumerable.Repeat((byte)0, bytes - perChannel).Concat(Enumerable.Repeat((byte)alpha, perChannel));

    private static string Name(ReadOnlySpan<byte> pixel) => (pixel[2] > 128, pixel[1] > 128, pixel[0] > 128) switch
    {
        (true, false, false) => "R",
        (false, true, false) => "G",
        (false, false, true) => "B",
        (true, true, true) => "W",
        _ => "?",
    };
}

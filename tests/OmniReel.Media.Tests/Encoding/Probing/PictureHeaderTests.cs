using System.Diagnostics;
using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Encoding.Probing;

public sealed class PictureHeaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("header").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData(PngFile.Grey, 1, false)]
    [InlineData(PngFile.Grey, 16, false)]
    [InlineData(PngFile.Colour, 8, false)]
    [InlineData(PngFile.Palette, 4, false)]
    [InlineData(PngFile.GreyAlpha, 8, true)]
    [InlineData(PngFile.ColourAlpha, 16, true)]
    public void A_png_says_its_size_and_whether_it_is_transparent(byte type, byte depth, bool alpha)
    {
        var facts = Png(new PngFile().Header(800, 600, depth, type).Chunk("IDAT", [1]).Unfinished());
        (facts.Width, facts.Height, facts.Orientation, facts.HasAlpha, facts.IsDecodable).ShouldBe((800, 600, 1, alpha, true));
    }

    [Fact]
    public void A_transparent_colour_is_transparency() =>
        Png(new PngFile().Header(8, 8, 8, PngFile.Palette).Chunk("PLTE", new byte[6]).Chunk("tRNS", [0]).Chunk("IDAT", []).Unfinished()).HasAlpha.ShouldBeTrue();

    [Fact]
    public void A_png_may_be_turned_too()
    {
        var facts = Png(new PngFile().Header(800, 600, 8, PngFile.Colour).Chunk("eXIf", JpegBytes.Exif(6)[6..]).Chunk("IDAT", []).Unfinished());
        (facts.Width, facts.Height, facts.Orientation).ShouldBe((600, 800, 6));
    }

    [Theory]
    [InlineData(30_000, 30_000, 1, PngFile.Grey)]
    [InlineData(16_385, 16, 8, PngFile.Grey)]
    [InlineData(16_000, 16_000, 8, PngFile.Colour)]
    [InlineData(8_000, 8_000, 16, PngFile.ColourAlpha)]
    [InlineData(int.MaxValue, int.MaxValue, 16, PngFile.ColourAlpha)]
    public void One_too_large_to_decode_is_known_from_its_header(int width, int height, byte depth, byte type) =>
        Png(new PngFile().Header((uint)width, (uint)height, depth, type).Chunk("IDAT", []).Unfinished()).IsDecodable.ShouldBeFalse();

    [Theory]
    [InlineData(0, 1, 8, PngFile.Grey)]
    [InlineData(1, 0, 8, PngFile.Grey)]
    [InlineData(1, 1, 3, PngFile.Grey)]
    [InlineData(1, 1, 16, PngFile.Palette)]
    [InlineData(1, 1, 8, 5)]
    public void What_no_png_says_is_no_png(int width, int height, byte depth, byte type) =>
        Should.Throw<UnreadableMediaException>(() => Png(new PngFile().Header((uint)width, (uint)height, depth, type).Chunk("IDAT", []).Unfinished()));

    [Fact]
    public void A_png_cut_anywhere_in_its_header_is_unreadable()
    {
        var whole = new PngFile().Header(8, 8, 8, PngFile.Colour).Chunk("gAMA", new byte[4]).Chunk("IDAT", []).Unfinished();
        for (var length = 0; length < whole.Length - 4; length++)
            Should.Throw<UnreadableMediaException>(() => Png(whole[..length]), $"{length} bytes");
    }

    [Fact]
    public void A_chunk_longer_than_the_file_is_unreadable()
    {
        var whole = new PngFile().Header(8, 8, 8, PngFile.Colour).Unfinished();
        Should.Throw<UnreadableMediaException>(() => Png([.. whole, 0xFF, 0xFF, 0xFF, 0xFF, .. "zTXt"u8, 1, 2, 3]));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    [InlineData(8, false)]
    public void A_jpeg_says_its_size_and_how_it_was_held(int orientation, bool little)
    {
        var facts = Jpeg(JpegBytes.With(Photo(), 0xE1, JpegBytes.Exif(orientation, little)));
        (facts.StoredWidth, facts.StoredHeight, facts.Orientation).ShouldBe((64, 48, orientation));
        (facts.Width, facts.Height).ShouldBe(orientation > 4 ? (48, 64) : (64, 48));
        facts.DecodingBytes.ShouldBe(64 * 48 * 3 / 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(255)]
    public void An_orientation_that_there_is_not_is_upright(int orientation) =>
        Jpeg(JpegBytes.With(Photo(), 0xE1, JpegBytes.Exif(orientation))).Orientation.ShouldBe(1);

    [Fact]
    public void Broken_exif_is_no_exif()
    {
        var exif = JpegBytes.Exif(6);
        for (var length = 0; length < exif.Length - 7; length++)
            Jpeg(JpegBytes.With(Photo(), 0xE1, exif[..length])).Orientation.ShouldBeOneOf(1, 6);
        Jpeg(JpegBytes.With(Photo(), 0xE1, [.. "Exif\0\0II*\0"u8, 0xFF, 0xFF, 0xFF, 0xFF])).Orientation.ShouldBe(1);
    }

    [Fact]
    public void A_jpeg_too_large_to_decode_is_known_from_its_header()
    {
        Jpeg(JpegBytes.Sized(Photo(), 65_500, 65_500)).IsDecodable.ShouldBeFalse();
        Jpeg(JpegBytes.Sized(Photo(), 8192, 8192)).IsDecodable.ShouldBeTrue();
    }

    [Fact]
    public void A_jpeg_of_many_scans_is_unreadable()
    {
        var photo = Photo();
        var scan = photo[JpegBytes.Find(photo, marker => marker == 0xDA)..^2];
        Jpeg([.. photo[..^2], .. Enumerable.Repeat(scan, 9).SelectMany(s => s), 0xFF, 0xD9]).Width.ShouldBe(64);
        Should.Throw<UnreadableMediaException>(() => Jpeg([.. photo[..^2], .. Enumerable.Repeat(scan, 200).SelectMany(s => s), 0xFF, 0xD9])).Message.ShouldContain("scans");
    }

    [Fact]
    public void A_jpeg_may_restart_after_every_block()
    {
        var photo = Photo();
        Jpeg([.. photo[..^2], .. Enumerable.Range(0, 20_000).SelectMany(n => new byte[] { 0xFF, (byte)(0xD0 + n % 8), 0x2A }), 0xFF, 0xD9]).Width.ShouldBe(64);
    }

    [Fact]
    public void A_large_jpeg_is_looked_through_in_a_moment()
    {
        var photo = Photo();
        byte[] large = [.. photo[..^2], .. Enumerable.Repeat((byte)0x2A, 10 << 20), 0xFF, 0xD9];
        var least = TimeSpan.MaxValue;
        for (var times = 0; times < 12 && least >= TimeSpan.FromSeconds(1); times++)
        {
            var start = Stopwatch.GetTimestamp();
            Jpeg(large).Width.ShouldBe(64);
            var took = Stopwatch.GetElapsedTime(start);
            least = took < least ? took : least;
        }

        least.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_jpeg_cut_before_its_pixels_is_unreadable()
    {
        var photo = Photo();
        var pixels = JpegBytes.Find(photo, marker => marker == 0xDA);
        for (var length = 0; length < pixels; length += 7)
            Should.Throw<UnreadableMediaException>(() => Jpeg(photo[..length]), $"{length} bytes");
        Jpeg(photo[..^20]).Width.ShouldBe(64);
    }

    [Fact]
    public void Random_bytes_are_unreadable_or_read_but_never_break_the_reader()
    {
        var random = new Random(64);
        var photo = Photo();
        var png = PngFile.Of(16, 16, 8, PngFile.Colour, _ => new byte[48], ("gAMA", new byte[4]));
        var read = 0;
        var count = Checkout.LongCounts ? 4000 : 1000;
        for (var i = 0; i < count; i++)
        {
            var (bytes, format) = i % 2 == 0 ? ((byte[])photo.Clone(), MediaFormat.Jpeg) : ((byte[])png.Clone(), MediaFormat.Png);
            for (var flips = random.Next(1, 6); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                PictureHeader.Read(Write(bytes), format);
                read++;
            }
            catch (UnreadableMediaException)
            {
            }
        }

        Console.WriteLine($"headers: {count} broken pictures, {read} still readable, none broke the reader");
        read.ShouldBeInRange(1, count - 1);
    }

    private byte[] Photo() => _photo ??= Ffmpeg.Bytes("-f lavfi -i testsrc2=s=64x48 -frames:v 1 -pix_fmt yuvj420p", Path.Combine(_folder, "photo.jpg"));

    private byte[]? _photo;

    private PictureFacts Png(byte[] bytes) => PictureHeader.Read(Write(bytes), MediaFormat.Png);

    private PictureFacts Jpeg(byte[] bytes) => PictureHeader.Read(Write(bytes), MediaFormat.Jpeg);

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder, "picture");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}

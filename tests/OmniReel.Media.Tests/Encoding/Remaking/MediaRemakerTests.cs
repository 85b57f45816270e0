using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Remaking;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Testing;
using Charset = System.Text.Encoding;

namespace OmniReel.Media.Tests.Encoding.Remaking;

/// <summary>Pictures and films of users, coded anew: what is seen stays, and everything else goes.</summary>
public sealed class MediaRemakerTests : IDisposable
{
    private const string Canary = "canary-4711-48.8583N-2.2944E";

    private readonly string _folder = Directory.CreateTempSubdirectory("remake").FullName;
    private readonly Sandbox _sandbox = new(new PatientTime(), 2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _sandbox.Dispose();
        Directory.Delete(_folder, true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task A_photo_is_upright_and_nothing_but_its_pixels_is_left(int orientation)
    {
        var plain = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=640x480 -frames:v 1 -pix_fmt yuvj422p -q:v 2", File("made.jpg"));
        var photo = JpegBytes.With(JpegBytes.With(plain, 0xE1, JpegBytes.Exif(orientation, after: Canary)), 0xFE, Charset.ASCII.GetBytes(Canary));
        Charset.Latin1.GetString(photo).ShouldContain(Canary);
        var made = await RemakeAsync(photo, MediaFormat.Jpeg);
        Charset.Latin1.GetString(made).ShouldNotContain(Canary);
        JpegBytes.Find(made, marker => marker is >= 0xE1 and <= 0xEF or 0xFE).ShouldBe(-1, "no EXIF, no profile, no comment");
        var facts = Read(made, MediaFormat.Jpeg);
        (facts.Orientation, facts.Width, facts.Height).ShouldBe(orientation > 4 ? (1, 480, 640) : (1, 640, 480));

        var (before, after) = (await DecodeAsync(photo, MediaFormat.Jpeg, 64, 64), await DecodeAsync(made, MediaFormat.Jpeg, 64, 64));
        before.Zip(after, (a, b) => Math.Abs(a - b)).Average().ShouldBeLessThan(6, "it looks the same");
        var control = await DecodeAsync(plain, MediaFormat.Jpeg, 64, 64);
        if (orientation > 1)
            control.Zip(after, (a, b) => Math.Abs(a - b)).Average().ShouldBeGreaterThan(20, "and it was turned");
    }

    [Fact]
    public async Task A_png_keeps_its_transparency_and_loses_its_texts()
    {
        var png = PngFile.Of(320, 320, 8, PngFile.ColourAlpha, _ => [.. Enumerable.Range(0, 320).SelectMany(x => new byte[] { 200, 30, 60, (byte)(x < 160 ? 0 : 255) })], ("tEXt", Charset.ASCII.GetBytes($"Comment\0{Canary}")));
        Charset.Latin1.GetString(png).ShouldContain(Canary);
        var made = await RemakeAsync(png, MediaFormat.Png);
        Charset.Latin1.GetString(made).ShouldNotContain(Canary);
        var facts = Read(made, MediaFormat.Png);
        (facts.Width, facts.Height, facts.HasAlpha).ShouldBe((320, 320, true));
        var pixels = await DecodeAsync(made, MediaFormat.Png, 320, 320);
        (pixels[0], pixels[1], pixels[2]).ShouldBe(((byte)255, (byte)255, (byte)255), "what is transparent lies over white");
        (pixels[319 * 4], pixels[319 * 4 + 1], pixels[319 * 4 + 2]).ShouldBe(((byte)60, (byte)30, (byte)200));
    }

    [Fact]
    public async Task One_that_is_very_large_is_made_smaller()
    {
        var wide = Ffmpeg.Bytes("-f lavfi -i color=0x2080c0:s=6000x3000 -frames:v 1 -q:v 5", File("wide.jpg"));
        var facts = Read(await RemakeAsync(wide, MediaFormat.Jpeg), MediaFormat.Jpeg);
        (facts.Width, facts.Height).ShouldBe((MediaRemaker.LongestSide, MediaRemaker.LongestSide / 2));
    }

    [Fact]
    public async Task One_that_is_broken_behind_its_header_is_unreadable()
    {
        var png = new PngFile().Header(400, 400, 8, PngFile.Colour).Chunk("IDAT", [1, 2, 3, 4]).End();
        await Should.ThrowAsync<UnreadableMediaException>(RemakeAsync(png, MediaFormat.Png));
        System.IO.File.Exists(File("made")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_film_is_coded_anew_without_its_date_place_and_title()
    {
        var film = Ffmpeg.Bytes(
            $"-f lavfi -i testsrc2=s=640x360:r=30:d=3 -f lavfi -i sine=d=3 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -metadata title={Canary} -metadata location=+48.8583+002.2944/ -metadata:s:v:0 handler_name={Canary}",
            File("film.mp4"));
        Charset.Latin1.GetString(film).ShouldContain(Canary);
        await System.IO.File.WriteAllBytesAsync(File("in"), film, Stop);
        await new MediaRemaker(_sandbox).FilmAsync(File("in"), File("out"), Stop);
        var made = await System.IO.File.ReadAllBytesAsync(File("out"), Stop);
        var text = Charset.Latin1.GetString(made);
        text.ShouldNotContain(Canary);
        text.ShouldNotContain("+48.8583");
        var facts = await new FilmProbe(_sandbox).ReadAsync(File("out"), Stop);
        (facts.Codec, facts.Width, facts.Height, facts.HasAudio).ShouldBe(("h264", 640, 360, true));
        facts.Seconds.ShouldBeInRange(2.9, 3.15);
    }

    private string File(string name) => Path.Combine(_folder, name);

    private PictureFacts Read(byte[] bytes, MediaFormat format)
    {
        System.IO.File.WriteAllBytes(File("look"), bytes);
        return PictureHeader.Read(File("look"), format);
    }

    private async Task<byte[]> RemakeAsync(byte[] bytes, MediaFormat format)
    {
        var facts = Read(bytes, format);
        await new MediaRemaker(_sandbox).PictureAsync(File("look"), format, facts, File("made"), Stop);
        return await System.IO.File.ReadAllBytesAsync(File("made"), Stop);
    }

    private async Task<byte[]> DecodeAsync(byte[] bytes, MediaFormat format, int width, int height)
    {
        var facts = Read(bytes, format);
        return await new PictureDecoder(_sandbox).DecodeAsync(File("look"), format, facts, width, height, Stop);
    }
}

using OmniReel.Media.Encoding;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Encoding.Probing;

public sealed class FilmProbeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("probe").FullName;
    private readonly Sandbox _sandbox = new(new PatientTime(), 2);

    public void Dispose()
    {
        _sandbox.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task A_film_says_what_a_player_would_show()
    {
        var facts = await ReadAsync("-f lavfi -i testsrc2=s=320x240:r=30:d=2 -f lavfi -i sine=d=2 -c:v libx264 -preset ultrafast -c:a aac -shortest", "film.mp4");
        (facts.IsQuickTime, facts.Codec, facts.Width, facts.Height, facts.Frames, facts.HasAudio).ShouldBe((false, "h264", 320, 240, 60, true));
        facts.FrameRate.ShouldBe(30, 0.01);
        facts.Seconds.ShouldBe(2, 0.02);
    }

    [Fact]
    public async Task Its_size_is_upright_with_square_pixels()
    {
        Ffmpeg.Make("-f lavfi -i testsrc2=s=320x240:r=25:d=1 -vf setsar=3/2 -c:v libx264 -preset ultrafast", Path.Combine(_folder, "flat.mov"));
        Ffmpeg.Make($"-i {_folder}/flat.mov -c copy -metadata:s:v rotate=90", Path.Combine(_folder, "turned.mov"));
        var facts = await new FilmProbe(_sandbox).ReadAsync(Path.Combine(_folder, "turned.mov"), TestContext.Current.CancellationToken);
        (facts.IsQuickTime, facts.Width, facts.Height, facts.HasAudio).ShouldBe((true, 240, 480, false));
    }

    [Fact]
    public async Task A_playlist_a_picture_and_a_song_are_no_films()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "list.mp4"), "#EXTM3U\n#EXTINF:5,\nfile:///etc/hostname\n", TestContext.Current.CancellationToken);
        Ffmpeg.Make("-f lavfi -i testsrc2=s=320x240 -frames:v 1", Path.Combine(_folder, "still.png"));
        Ffmpeg.Make("-f lavfi -i sine=d=1 -c:a aac", Path.Combine(_folder, "song.mp4"));
        foreach (var name in new[] { "list.mp4", "still.png", "song.mp4" })
            await Should.ThrowAsync<UnreadableMediaException>(new FilmProbe(_sandbox).ReadAsync(Path.Combine(_folder, name), TestContext.Current.CancellationToken), name);
    }

    [Theory]
    [InlineData("N/A", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("1e18", null)]
    [InlineData("-1e18", null)]
    [InlineData("NaN", null)]
    [InlineData("-0.5", -0.5)]
    [InlineData("5.041667", 5.041667)]
    public void Seconds_are_of_this_world_or_nothing(string? text, double? seconds) => Numbers.Seconds(text).ShouldBe(seconds);

    [Theory]
    [InlineData("30000/1001", 29.97002997002997)]
    [InlineData("4:3", 4 / 3.0)]
    [InlineData("0/0", null)]
    [InlineData("0:1", null)]
    [InlineData("-1/2", null)]
    [InlineData("99999999999999999999/1", null)]
    [InlineData("/", null)]
    [InlineData("N/A", null)]
    public void Ratios_are_positive_or_nothing(string text, double? ratio) => Numbers.Ratio(text).ShouldBe(ratio);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"streams\":[],\"format\":{},\"packets\":[]}")]
    [InlineData("{\"streams\":[{\"index\":0,\"codec_type\":null,\"width\":-5,\"tags\":{}}],\"format\":{\"duration\":\"N/A\"},\"else\":[1]}")]
    public void An_account_may_lack_everything(string json) => FilmAccount.Read(System.Text.Encoding.UTF8.GetBytes(json)).ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"streams\":[{\"width\":1e18}]}")]
    [InlineData("{\"streams\":[{\"wid")]
    public void What_is_no_account_is_unreadable(string json) =>
        Should.Throw<UnreadableMediaException>(() => FilmAccount.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    private Task<FilmFacts> ReadAsync(string words, string name)
    {
        var path = Path.Combine(_folder, name);
        Ffmpeg.Make(words, path);
        return new FilmProbe(_sandbox).ReadAsync(path, TestContext.Current.CancellationToken);
    }
}

using OmniReel.Media.Encoding;

namespace OmniReel.Media.Tests.Encoding;

public sealed class InputArgumentTests
{
    [Theory]
    [InlineData(MediaFormat.Jpeg, "jpeg_pipe")]
    [InlineData(MediaFormat.Png, "png_pipe")]
    [InlineData(MediaFormat.Mp4, "mov")]
    public void One_demuxer_and_files_only(MediaFormat format, string demuxer)
    {
        var words = new UntrustedFile(format, "/input").Words.ToArray();
        After("-protocol_whitelist").ShouldBe("file");
        After("-format_whitelist").ShouldBe(demuxer);
        After("-f").ShouldBe(demuxer);
        After("-max_pixels").ShouldBe("67108864");
        After("-max_streams").ShouldBe("16");
        words[^2..].ShouldBe(["-i", "file:/input"]);

        string After(string word) => words[Array.IndexOf(words, word) + 1];
    }

    [Fact]
    public void A_picture_is_scaled_and_then_turned() => Words(new RawPictureToPipe(100, 200, 6, HasAlpha: false))
        .ShouldContain("-vf scale=200:100:flags=lanczos+accurate_rnd+full_chroma_int+full_chroma_inp,transpose=clock ");

    [Fact]
    public void A_transparent_one_is_multiplied_first() => Words(new RawPictureToPipe(100, 200, 1, HasAlpha: true))
        .ShouldContain("-vf format=rgba,format=gbrap,premultiply=inplace=1,scale=100:200:");

    [Fact]
    public void An_account() => Words(new AccountOf("format=duration")).ShouldBe("-hide_banner -v error -of json=compact=1 -show_entries format=duration");

    [Fact]
    public void One_track() => Words(new OneTrack(3)).ShouldBe("-select_streams 3");

    private static string Words(FfmpegArgument argument) => string.Join(' ', argument.Words);
}

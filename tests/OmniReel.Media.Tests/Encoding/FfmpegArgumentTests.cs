using OmniReel.Media.Encoding;

namespace OmniReel.Media.Tests.Encoding;

public sealed class FfmpegArgumentTests
{
    [Fact]
    public void Quietly() => Words(new Quietly()).ShouldBe("-hide_banner -nostdin -v error -y");

    [Fact]
    public void Raw_frames() => Words(new RawFramesFromPipe(1280, 720, 24))
        .ShouldBe("-f rawvideo -pix_fmt yuv420p -video_size 1280x720 -framerate 24 -i pipe:0");

    [Fact]
    public void H264() => Words(new H264(20, "veryfast", 1, 3, 48))
        .ShouldBe("-c:v libx264 -preset veryfast -crf 20 -profile:v high -pix_fmt yuv420p -subq 1 -threads 3 -g 48");

    [Fact]
    public void Key_frames_at_cuts() => Words(new KeyFramesAt([41, 80])).ShouldBe("-force_key_frames expr:eq(n,41)+eq(n,80) -forced-idr 1");

    [Fact]
    public void No_cuts_no_words() => new KeyFramesAt([]).Words.ShouldBeEmpty();

    [Fact]
    public void Colour() => Words(new Bt709Limited())
        .ShouldBe("-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709");

    [Fact]
    public void A_path_is_one_word_however_it_looks() =>
        new Mp4File("/a b/-c:v \"x\".mp4").Words.Last().ShouldBe("/a b/-c:v \"x\".mp4");

    [Fact]
    public void An_mp4_carries_nothing_that_varies() => Words(new Mp4File("f"))
        .ShouldBe("-an -sn -dn -map_metadata -1 -fflags +bitexact -flags:v +bitexact -movflags +faststart -f mp4 f");

    private static string Words(FfmpegArgument argument) => string.Join(' ', argument.Words);
}

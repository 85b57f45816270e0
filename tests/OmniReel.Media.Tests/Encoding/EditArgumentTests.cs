using OmniReel.Media.Encoding;

namespace OmniReel.Media.Tests.Encoding;

public sealed class EditArgumentTests
{
    [Fact]
    public void A_film_comes_at_a_constant_rate_in_one_size_and_no_more_of_it_than_is_wanted() => Words(new RawFilmToPipe(1280, 720, 24, 101)).ShouldBe(
        "-map 0:V:0 -an -sn -dn -filter_threads 1 -vf setpts=PTS-STARTPTS,fps=24,scale=1280:720:flags=bicubic+accurate_rnd:out_color_matrix=bt709:out_range=tv,setsar=1 "
        + "-frames:v 101 -c:v rawvideo -pix_fmt yuv420p -f rawvideo pipe:1");

    [Fact]
    public void Sound_that_is_copied_keeps_its_packets_and_begins_with_the_pictures() => Words(new SoundToPipe(0.04, 4.25, IsCopied: true)).ShouldBe(
        "-map 0:a:0 -vn -sn -dn -map_metadata -1 -map_chapters -1 -c:a copy -to 4.29 -output_ts_offset -0.04 "
        + "-fflags +bitexact -flags:a +bitexact -movflags frag_keyframe+empty_moov+delay_moov+default_base_moof -f mp4 pipe:1");

    [Fact]
    public void Sound_that_is_made_anew_is_as_long_as_the_pictures() => Words(new SoundToPipe(0, 4.25, IsCopied: false))
        .ShouldContain("-af asetpts=PTS-0/TB,aresample=48000:async=1:first_pts=0,apad,atrim=end=4.25 -ac 2 -c:a aac ");

    [Fact]
    public void No_decoder_may_touch_the_sound_outside_the_sandbox()
    {
        var words = new SoundOfFile("/drafts/a.sound").Words.ToArray();
        words[Array.IndexOf(words, "-codec_whitelist") + 1].ShouldBe("rawvideo");
        words[^2..].ShouldBe(["-i", "file:/drafts/a.sound"]);
        string.Join(' ', EditEncoding.Command(16, 16, ("s", 0.02), "p").SelectMany(a => a.Words)).ShouldContain("-c:a copy -bsf:a setts=duration=round(0.02/TB)");
        string.Join(' ', EditEncoding.Command(16, 16, null, "p").SelectMany(a => a.Words)).ShouldContain(" -an ");
    }

    private static string Words(FfmpegArgument argument) => string.Join(' ', argument.Words);
}

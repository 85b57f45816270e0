using OmniReel.Media.Frames;
using OmniReel.Media.Plans;
using OmniReel.Media.Tests.Frames;

namespace OmniReel.Media.Tests.Encoding;

/// <summary>What ffprobe says of finished films.</summary>
public sealed class FilmEncodingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("film").FullName;

    [Theory]
    [InlineData(3, 320, 180)]
    [InlineData(5, 180, 320)]
    public async Task A_film_has_24_frames_a_second_and_one_and_says_what_it_is(int seconds, int width, int height)
    {
        var path = await Film(Tests.Frames.Plans.Colours(width, height, 24 * seconds + 1));

        var stream = FinishedFilm.Probe("-count_frames", "-show_entries", "stream=codec_type,codec_name,profile,width,height,pix_fmt,color_range,color_space,color_transfer,color_primaries,r_frame_rate,nb_read_frames", path);
        stream.ShouldBe([
            "codec_name=h264", "profile=High", "codec_type=video", $"width={width}", $"height={height}", "pix_fmt=yuv420p",
            "color_range=tv", "color_space=bt709", "color_transfer=bt709", "color_primaries=bt709", "r_frame_rate=24/1",
            $"nb_read_frames={24 * seconds + 1}"]);
        FinishedFilm.Probe("-show_entries", "stream=duration", path).Single().ShouldBe($"duration={seconds}.041667");
    }

    [Fact]
    public async Task The_longest_film_is_15_seconds_and_a_frame()
    {
        var path = await Film(Tests.Frames.Plans.Colours(64, 64, 24 * 5, 24 * 9, 24 + 1));

        FinishedFilm.Probe("-count_frames", "-show_entries", "stream=nb_read_frames,duration", path).ShouldBe(["duration=15.041667", "nb_read_frames=361"]);
    }

    [Fact]
    public async Task Cuts_are_on_the_exact_frame_and_are_key_frames()
    {
        var path = await Film(Tests.Frames.Plans.Colours(320, 180, 17, 30, 26));

        var keys = FinishedFilm.Probe("-show_entries", "frame=key_frame", path).Select((line, i) => (line, i)).Where(f => f.line == "key_frame=1").Select(f => f.i);
        new[] { 0, 17, 47 }.ShouldBeSubsetOf(keys);
        var corners = FinishedFilm.Frames(path, 320 * 180).Select(frame => (int)frame[320 * 170 + 8]).ToArray();
        corners.Length.ShouldBe(73);
        corners[..17].ShouldAllBe(y => Math.Abs(y - 63) < 4, "red");
        corners[17..47].ShouldAllBe(y => Math.Abs(y - 173) < 4, "green");
        corners[47..].ShouldAllBe(y => Math.Abs(y - 32) < 4, "blue");
    }

    [Fact]
    public async Task The_index_comes_before_the_pictures()
    {
        var bytes = await File.ReadAllBytesAsync(await Film(Tests.Frames.Plans.Colours(64, 64, 5)), TestContext.Current.CancellationToken);

        var index = bytes.AsSpan().IndexOf("moov"u8);
        index.ShouldBeGreaterThan(0);
        index.ShouldBeLessThan(bytes.AsSpan().IndexOf("mdat"u8));
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private async Task<string> Film(FilmPlan plan)
    {
        var path = Path.Combine(_folder, "film.mp4");
        await new FilmRenderer(new RenderOptions(2), Tests.Frames.Plans.Staging).RenderAsync(plan, path, null, TestContext.Current.CancellationToken);
        return path;
    }
}

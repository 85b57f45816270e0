using OmniReel.Media.Plans;
using OmniReel.Media.References;
using OmniReel.Media.Tests.Encoding;

namespace OmniReel.Media.Tests.References;

/// <summary>What is seen in films whose cuts, cameras and colours are known.</summary>
public sealed class ReferenceStudyTests : IDisposable
{
    private readonly FilmRoom _room = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Cuts_are_found_at_their_frames_and_colours_are_told()
    {
        var study = await StudyAsync(
            "-f lavfi -i color=0x20408a:s=320x180:r=24:d=1.25 -f lavfi -i color=0xd0a030:s=320x180:r=24:d=2 -f lavfi -i mandelbrot=s=320x180:r=24 -filter_complex [2:v]trim=end_frame=30[c];[0:v][1:v][c]concat=n=3 -pix_fmt yuv420p -crf 12 -colorspace bt709");
        study.Plan.Cuts.ShouldBe([30, 78]);
        study.Plan.Shots.Select(shot => (shot.Start, shot.Frames)).ShouldBe([(0, 30), (30, 48), (78, 30)]);
        Near(study.Plan.Shots[0].Palette.ShouldHaveSingleItem(), 0x20408a);
        Near(study.Plan.Shots[1].Palette.ShouldHaveSingleItem(), 0xd0a030);
        study.Plan.Palette.Count.ShouldBeInRange(2, 5);
        study.Plan.Shots[0].Camera.ShouldBe(CameraMove.Static);
        study.Plan.Shots[0].Luma.ShouldBeLessThan(study.Plan.Shots[1].Luma);
    }

    [Theory]
    [InlineData("2*n", "0", CameraMove.PanRight, -1)]
    [InlineData("300-2*n", "0", CameraMove.PanLeft, 1)]
    public async Task A_pan_has_its_direction_and_speed(string x, string y, CameraMove move, int side)
    {
        var study = await StudyAsync(Moving($"crop=320:180:{x}:{y}"));
        study.Plan.Cuts.ShouldBeEmpty();
        study.Plan.Shots.ShouldHaveSingleItem().Camera.ShouldBe(move);
        var path = study.Path(0, study.Frames, study.Frames);
        // Two pixels of 320 a frame, over 71 steps.
        (side * (path.X[^1] - path.X[0])).ShouldBeInRange(0.85 * 142 / 320, 1.15 * 142 / 320);
    }

    [Theory]
    [InlineData("1+0.004*on", CameraMove.Push)]
    [InlineData("1.3-0.004*on", CameraMove.Pull)]
    public async Task A_zoom_has_its_direction(string zoom, CameraMove move)
    {
        var study = await StudyAsync(Moving($"crop=640:360:0:0,zoompan=z='{zoom}':x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2':d=1:s=320x180:fps=24"));
        study.Plan.Shots.ShouldHaveSingleItem().Camera.ShouldBe(move);
    }

    [Fact]
    public async Task Flashes_and_films_that_move_a_lot_are_not_cut()
    {
        (await StudyAsync("-f lavfi -i testsrc2=s=320x180:r=24:d=3 -vf drawbox=c=white:t=fill:enable='between(n,30,31)' -pix_fmt yuv420p")).Plan.Cuts.ShouldBeEmpty();
        (await StudyAsync(Moving("crop=320:180:8*mod(n\\,40):0"))).Plan.Cuts.ShouldBe([40]);
    }

    [Fact]
    public async Task Last_and_first_pictures_and_sound_are_taken_out()
    {
        var (path, facts) = await _room.FilmAsync("-f lavfi -i color=black:s=320x180:r=30:d=3 -f lavfi -i sine=d=1.5 -vf geq=lum='20+2*N':cb=128:cr=128 -pix_fmt yuv420p -crf 8 -c:a aac");
        var reader = new ReferenceReader(_room.Sandbox);
        var (first, last) = (await reader.PictureAsync(path, facts, false, 64, 64, Stop), await reader.PictureAsync(path, facts, true, 64, 64, Stop));
        ((int)first.Pixels[4000]).ShouldBeInRange(0, 14);
        ((int)last.Pixels[4000]).ShouldBeInRange(204, 218);
        var sound = (await reader.SoundAsync(path, 97, Stop)).ShouldNotBeNull();
        sound.Length.ShouldBe(97 * 2000 * 4);
        Loud(sound, 0.5).ShouldBeGreaterThan(500);
        Loud(sound, 2.5).ShouldBe(0);
    }

    private static int Loud(byte[] sound, double second) =>
        Enumerable.Range((int)(second * 48000), 4800).Max(i => Math.Abs((int)BitConverter.ToInt16(sound, i * 4)));

    /// <summary>One picture, 960 × 540, before which the filter moves.</summary>
    private static string Moving(string filter) =>
        $"-f lavfi -i mandelbrot=s=960x540:r=24:start_scale=0.4:end_scale=0.4 -vf trim=end_frame=1,loop=71:1:0,setpts=N/24/TB,{filter} -frames:v 72 -pix_fmt yuv420p -crf 12";

    private static void Near(string hex, int rgb)
    {
        var found = Convert.ToInt32(hex[1..], 16);
        for (var shift = 0; shift < 24; shift += 8)
            Math.Abs((found >> shift & 255) - (rgb >> shift & 255)).ShouldBeLessThan(14, hex);
    }

    private async Task<ReferenceStudy> StudyAsync(string words)
    {
        var (path, facts) = await _room.FilmAsync(words);
        return await new ReferenceReader(_room.Sandbox).StudyAsync(path, facts, Stop);
    }
}

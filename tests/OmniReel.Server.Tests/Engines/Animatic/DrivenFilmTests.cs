using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>Driven films from the request to the stored film, with a real sandbox and a real ffmpeg.</summary>
public sealed class DrivenFilmTests : IDisposable
{
    private readonly EngineRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_film_cuts_where_its_reference_does_says_what_it_took_and_keeps_sound_as_it_is_told(bool keepsSound)
    {
        var film = Ffmpeg.Bytes(
            "-f lavfi -i color=0x20408a:s=1280x720:r=24:d=1.5 -f lavfi -i testsrc2=s=1280x720:r=24:d=1.5 -f lavfi -i sine=d=2 -filter_complex [0:v][1:v]concat=n=2[v] -map [v] -map 2:a -pix_fmt yuv420p -preset ultrafast -c:a aac",
            _rig.File("film.mp4"));
        var result = await _rig.MakeAsync(Request(film, "参考<<<video_1>>>的运镜和剪辑，红裙女孩在海边跳舞", keepsSound));
        result.NotUnderstood.ShouldBeEmpty();
        (await Probe.ReadAsync(_rig.FilmPath())).ShouldBe(new Probe("h264", "yuv420p", 1280, 720, "24/1", 73, keepsSound));
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        var reference = plan.RootElement.GetProperty("reference");
        reference.GetProperty("cuts").EnumerateArray().Select(cut => cut.GetInt32()).ShouldBe([36]);
        reference.GetProperty("taken").EnumerateArray().Select(trait => trait.GetString()).ShouldBe(["camera", "rhythm", "palette"]);
        reference.GetProperty("palette")[0].GetString().ShouldNotBeNull().ShouldStartWith("#");
        plan.RootElement.GetProperty("shots").EnumerateArray().Select(shot => shot.GetProperty("frames").GetInt32()).ShouldBe([36, 37]);
    }

    [Theory]
    [InlineData("Based on <<<video_1>>>, generate the next shot: a woman dances by the sea", 89, 0)]
    [InlineData("续写<<<video_1>>>", 89, 0)]
    [InlineData("Generate the previous shot of <<<video_1>>>: a city at night", 0, 72)]
    public async Task A_next_shot_begins_where_the_reference_ends_and_a_previous_one_ends_where_it_begins(string prompt, int number, int frame)
    {
        var source = _rig.File("film.mp4");
        var film = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=1280x720:r=30:d=3 -pix_fmt yuv420p -preset ultrafast -crf 12 -colorspace bt709 -color_range tv", source);
        var result = await _rig.MakeAsync(Request(film, prompt, keepsSound: true));
        result.NotUnderstood.ShouldBeEmpty();
        var said = await RunningProgram.RunAsync("ffmpeg", [
            "-hide_banner", "-nostdin", "-i", _rig.FilmPath(), "-i", source, "-filter_complex",
            $"[0:v]select=eq(n\\,{frame}),setpts=0[a];[1:v]select=eq(n\\,{number}),setpts=0[b];[a][b]ssim", "-frames:v", "1", "-f", "null", "-"]);
        var text = said.Error[(said.Error.IndexOf("All:", StringComparison.Ordinal) + 4)..];
        var likeness = double.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
        Console.WriteLine($"SSIM {likeness:0.0000}");
        likeness.ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public async Task A_film_whose_frames_cannot_be_decoded_refuses_the_task()
    {
        var film = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=720x720:r=24:d=3 -pix_fmt yuv420p -preset ultrafast -movflags +faststart", _rig.File("film.mp4"));
        film.AsSpan(film.Length / 3).Clear();
        (await Should.ThrowAsync<EngineRefusedException>(_rig.MakeAsync(Request(film, "the sea", keepsSound: true)))).Message.ShouldStartWith("video_list[0].video_url: the video cannot be used: ");
        _rig.ShouldHaveNoDrafts();
    }

    private VideoRequest Request(byte[] film, string prompt, bool keepsSound) => InputRoom.Request() with
    {
        Kind = new RequestKind(InputKind.VideoFeature, ShotKind.SingleShot),
        Prompt = prompt,
        Seconds = 3,
        Video = new VideoInput(_rig.Inputs.Give("film", film), IsBase: false, KeepOriginalSound: keepsSound),
    };
}

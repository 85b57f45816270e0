using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Media.Frames;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>The engine with a real renderer, a real ffmpeg and a real folder of artifacts.</summary>
public sealed class AnimaticEngineTests : IDisposable
{
    private static readonly VideoRequest s_request = new()
    {
        Profile = ApiProfile.Relay,
        Model = VideoModel.V3Omni,
        Mode = VideoMode.Std,
        Kind = new RequestKind(InputKind.Reference, ShotKind.SingleShot),
        AspectRatio = AspectRatio.Landscape,
        Seconds = 3,
        Prompt = "<<<element_1>>> by the sea at sunset with a glorp",
        Elements = [PresetElements.DancerId],
        Sound = true,
    };

    private const string NoVoice = "no-such-espeak";

    private readonly EngineRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_film_has_the_frames_and_the_size_that_were_asked_for_and_says_what_is_in_it()
    {
        var told = new Percents();
        var result = await _rig.MakeAsync(s_request, RenderOptions.Default, told);

        (result.Frames, result.Width, result.Height).ShouldBe((73, 1280, 720));
        result.NotUnderstood.ShouldBe(["glorp"]);
        result.Units.ShouldBe(Sample.Facts().Units);
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        plan.RootElement.GetProperty("frames").GetInt32().ShouldBe(73);
        var shot = plan.RootElement.GetProperty("shots")[0];
        shot.GetProperty("time").GetString().ShouldBe("sunset");
        shot.GetProperty("figures")[0].GetProperty("action").GetString().ShouldBe("dance");
        var sound = plan.RootElement.GetProperty("sound");
        sound.GetProperty("bed").EnumerateArray().Select(b => b.GetProperty("sound").GetString()).ShouldBe(["waves", "wind", "cloth"]);
        sound.GetProperty("music").GetProperty("lead").GetString().ShouldBe("zither");
        sound.GetProperty("lines").GetArrayLength().ShouldBe(0);

        var path = Directory.GetFiles(_rig.File("artifacts"), "*.mp4", SearchOption.AllDirectories).ShouldHaveSingleItem();
        new FileInfo(path).Length.ShouldBe(result.Bytes);
        _rig.Artifacts.Find(result.VideoArtifact).ShouldNotBeNull().Length.ShouldBe(result.Bytes);
        (await Probe.ReadAsync(path)).ShouldBe(new Probe("h264", "yuv420p", 1280, 720, "24/1", 73, true));
        _rig.ShouldHaveNoDrafts();

        told.All.ShouldBe(told.All.Order());
        told.All[^1].ShouldBe(99, "100 is for a film that is stored and written down");
    }

    [Fact]
    public async Task Without_sound_there_is_no_audio_stream_and_without_a_voice_lines_are_named()
    {
        var silent = await _rig.MakeAsync(s_request with { Sound = false }, RenderOptions.Default);
        (await Probe.ReadAsync(_rig.FilmPath())).HasSound.ShouldBeFalse();
        using (var plan = JsonDocument.Parse(silent.PlanJson.ShouldNotBeNull()))
            plan.RootElement.TryGetProperty("sound", out _).ShouldBeFalse();

        var request = s_request with { Prompt = "<<<element_1>>> by the sea in a thunderstorm, violin music. She says \"the snow is falling\"" };
        var mute = await _rig.MakeAsync(request, RenderOptions.Default, voices: NoVoice);
        mute.NotUnderstood.ShouldBe(["the snow is falling"], "what is heard and not drawn is understood, what is not heard is not");
        using var told = JsonDocument.Parse(mute.PlanJson.ShouldNotBeNull());
        var line = told.RootElement.GetProperty("sound").GetProperty("lines")[0];
        line.GetProperty("text").GetString().ShouldBe("the snow is falling");
        line.GetProperty("speaker").GetString().ShouldBe("woman");
        line.GetProperty("delivery").GetString().ShouldBe("unspoken");
        told.RootElement.GetProperty("sound").GetProperty("lacks_voice").GetBoolean().ShouldBeTrue();
        told.RootElement.GetProperty("shots")[0].GetProperty("weather").GetString().ShouldBe("rain");
        _rig.ShouldHaveNoDrafts();
    }

    [Fact]
    public async Task An_encoder_that_fails_is_trouble_and_one_that_is_missing_is_a_refusal_without_its_path()
    {
        var trouble = await Should.ThrowAsync<EngineTroubleException>(_rig.MakeAsync(s_request, new RenderOptions(1, "/bin/false")));
        trouble.InnerException.ShouldNotBeNull();
        var refused = await Should.ThrowAsync<EngineRefusedException>(_rig.MakeAsync(s_request, new RenderOptions(1, "/nowhere/ffmpeg")));
        refused.Message.ShouldContain("no ffmpeg");
        refused.Message.ShouldNotContain("/nowhere");
        refused.InnerException.ShouldNotBeNull().Message.ShouldContain("/nowhere/ffmpeg");
        _rig.ShouldHaveNoDrafts();
    }

    [Theory]
    [InlineData("mandelbrot=s=1600x1200", "jpg", 1, 1108, 832)]
    [InlineData("mandelbrot=s=1600x1200", "jpg", 6, 832, 1108)]
    [InlineData("testsrc2=s=1280x720", "png", 1, 1280, 720)]
    [InlineData("gradients=s=400x900:seed=5:n=5", "png", 1, 640, 1440)]
    public async Task A_film_begins_with_its_picture_in_the_shape_of_the_picture_and_goes_slowly_into_it(string source, string extension, int turn, int width, int height)
    {
        var file = _rig.File("photo." + extension);
        var bytes = Ffmpeg.Bytes($"-f lavfi -i {source} -frames:v 1 -q:v 2 -pix_fmt {(extension == "jpg" ? "yuvj420p" : "rgb24")}", file);
        await File.WriteAllBytesAsync(file, bytes = turn > 1 ? JpegBytes.With(bytes, 0xE1, JpegBytes.Exif(turn)) : bytes, TestContext.Current.CancellationToken);
        var told = new Percents();
        var request = InputRoom.Request((_rig.Inputs.Give("photo", bytes), ImageRole.FirstFrame));
        var result = await _rig.MakeAsync(request, RenderOptions.Default, told);

        (result.Frames, result.Width, result.Height).ShouldBe((73, width, height));
        result.NotUnderstood.ShouldBeEmpty();
        told.All[0].ShouldBeLessThanOrEqualTo(5);
        var film = _rig.FilmPath();
        (await Probe.ReadAsync(film)).ShouldBe(new Probe("h264", "yuv420p", width, height, "24/1", 73, false));
        var upright = turn == 6 ? "transpose=clock," : "";
        var first = await LikenessAsync(film, 0, file, $"{upright}scale={width}:{height}:flags=bicubic");
        first.ShouldBeGreaterThanOrEqualTo(0.97);
        var last = await LikenessAsync(film, 72, file, $"{upright}scale={width}:{height}:flags=bicubic");
        last.ShouldBeLessThan(first);
        Console.WriteLine($"first frame of {source}, orientation {turn}, at {width}x{height}: SSIM {first:0.0000}; last frame {last:0.0000}");

        var before = await File.ReadAllBytesAsync(film, TestContext.Current.CancellationToken);
        await _rig.MakeAsync(request, new RenderOptions(1));
        (await File.ReadAllBytesAsync(film, TestContext.Current.CancellationToken)).ShouldBe(before, "the same request gives the same bytes");
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        var shot = plan.RootElement.GetProperty("shots")[0];
        shot.GetProperty("picture").GetRawText().ShouldBe($$"""{"width":{{width}},"height":{{height}}}""");
        shot.GetProperty("camera").GetString().ShouldBe("push");
        shot.TryGetProperty("place", out _).ShouldBeFalse();
        shot.GetProperty("treatment").TryGetProperty("morph", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("mandelbrot=s=640x480:start_scale=0.06", "dissolve")]
    [InlineData("mandelbrot=s=640x480:start_scale=0.29", "flow")]
    public async Task A_film_goes_from_its_first_picture_to_its_last_and_says_how(string last, string morph)
    {
        byte[] a = Ffmpeg.Bytes("-f lavfi -i mandelbrot=s=640x480:start_scale=0.3 -frames:v 1", _rig.File("a.png"));
        byte[] b = Ffmpeg.Bytes($"-f lavfi -i {last} -frames:v 1", _rig.File("b.png"));
        var request = InputRoom.Request((_rig.Inputs.Give("a", a), ImageRole.FirstFrame), (_rig.Inputs.Give("b", b), ImageRole.EndFrame)) with
        {
            Kind = new RequestKind(InputKind.FirstAndEndFrame, ShotKind.SingleShot),
            Prompt = "The camera moves slowly while a robot waves.",
        };
        var result = await _rig.MakeAsync(request, RenderOptions.Default);

        (result.Frames, result.NotUnderstood.Contains("robot")).ShouldBe((73, true));
        double first = await LikenessAsync(_rig.FilmPath(), 0, _rig.File("a.png"), $"scale={result.Width}:{result.Height}:flags=lanczos");
        double end = await LikenessAsync(_rig.FilmPath(), 72, _rig.File("b.png"), $"scale={result.Width}:{result.Height}:flags=lanczos");
        Console.WriteLine($"{morph}: SSIM first {first:0.0000}, last {end:0.0000}");
        Math.Min(first, end).ShouldBeGreaterThanOrEqualTo(0.99);
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        var shot = plan.RootElement.GetProperty("shots")[0];
        shot.GetProperty("end_picture").GetProperty("width").GetInt32().ShouldBe(result.Width);
        shot.GetProperty("treatment").GetProperty("morph").GetString().ShouldBe(morph);
        shot.GetProperty("treatment").GetProperty("confidence").GetDouble().ShouldBeInRange(0, 1);
    }

    [Fact]
    public async Task Of_several_shots_the_last_ends_on_its_picture()
    {
        var bytes = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=640x480 -frames:v 1", _rig.File("photo.png"));
        var name = _rig.Inputs.Give("photo", bytes);
        var request = InputRoom.Request((name, ImageRole.FirstFrame), (name, ImageRole.EndFrame)) with
        {
            Kind = new RequestKind(InputKind.FirstAndEndFrame, ShotKind.Customize),
            Shots = [new ShotRequest("pan left", 1), new ShotRequest("the sea at night", 1), new ShotRequest("pull out", 1)],
        };
        var result = await _rig.MakeAsync(request, RenderOptions.Default);
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        var shots = plan.RootElement.GetProperty("shots");
        shots[0].GetProperty("camera").GetString().ShouldBe("pan_left");
        shots[0].TryGetProperty("end_picture", out _).ShouldBeFalse();
        shots[1].GetProperty("place").GetString().ShouldBe("sea");
        shots[2].TryGetProperty("picture", out _).ShouldBeFalse();
        shots[2].GetProperty("camera").GetString().ShouldBe("pull");
        (await LikenessAsync(_rig.FilmPath(), 72, _rig.File("photo.png"), $"scale={result.Width}:{result.Height}:flags=lanczos")).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    [Fact]
    public async Task Of_several_shots_the_first_is_the_picture_and_the_others_are_drawn()
    {
        var bytes = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=640x480 -frames:v 1", _rig.File("photo.png"));
        var request = InputRoom.Request((_rig.Inputs.Give("photo", bytes), ImageRole.FirstFrame)) with
        {
            Kind = new RequestKind(InputKind.FirstFrame, ShotKind.Customize),
            Shots = [new ShotRequest("It moves.", 1), new ShotRequest("the sea at night", 2)],
        };
        var result = await _rig.MakeAsync(request, RenderOptions.Default);
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        var shots = plan.RootElement.GetProperty("shots");
        shots[0].GetProperty("frames").GetInt32().ShouldBe(24);
        shots[0].TryGetProperty("picture", out _).ShouldBeTrue();
        shots[1].TryGetProperty("picture", out _).ShouldBeFalse();
        shots[1].GetProperty("place").GetString().ShouldBe("sea");
    }

    [Fact]
    public async Task Inputs_that_break_rules_refuse_the_film_and_trouble_with_them_does_not()
    {
        var small = PngFile.Of(200, 200, 8, PngFile.Grey, _ => new byte[200]);
        foreach (var role in new[] { ImageRole.FirstFrame, ImageRole.Reference })
        {
            var refused = await Should.ThrowAsync<EngineRefusedException>(_rig.MakeAsync(InputRoom.Request((_rig.Inputs.Give("small", small), role)), RenderOptions.Default));
            refused.Message.ShouldBe("image_list[0].image_url: each side is at least 300 px; the picture is 200 × 200.");
        }

        var broken = new PngFile().Header(400, 400, 8, PngFile.Colour).Chunk("IDAT", new byte[400]).End();
        (await Should.ThrowAsync<EngineRefusedException>(_rig.MakeAsync(InputRoom.Request((_rig.Inputs.Give("broken", broken), ImageRole.FirstFrame)), RenderOptions.Default)))
            .Message.ShouldStartWith("image_list[0].image_url: the picture cannot be used: ");
        _rig.Inputs.Trouble = new IOException("the disk");
        await Should.ThrowAsync<EngineTroubleException>(_rig.MakeAsync(InputRoom.Request(("fine", ImageRole.FirstFrame)), RenderOptions.Default));
    }

    /// <summary>Structural likeness of a frame's luma and the picture, as ffmpeg reckons it.</summary>
    private static async Task<double> LikenessAsync(string film, int frame, string picture, string upright)
    {
        var said = await RunningProgram.RunAsync("ffmpeg", [
            "-hide_banner", "-nostdin", "-i", film, "-noautorotate", "-i", picture, "-filter_complex",
            $"[0:v]select=eq(n\\,{frame}),setpts=0[a];[1:v]{upright}:out_color_matrix=bt709:out_range=tv,format=yuv420p,setpts=0[b];[a][b]ssim", "-frames:v", "1", "-f", "null", "-"]);
        var text = said.Error[(said.Error.IndexOf("SSIM Y:", StringComparison.Ordinal) + 7)..];
        return double.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }
}

using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Contract.Requests;
using OmniReel.Media.Audio;
using OmniReel.Media.Editing;
using OmniReel.Media.Frames;
using OmniReel.Media.References;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Animatic;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;
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

    private readonly TemporaryFolder _folder = new();
    private readonly DiskArtifactStore _artifacts;
    private readonly InputRoom _inputs = new();

    public AnimaticEngineTests() => _artifacts = new DiskArtifactStore(_folder.File("artifacts"), _folder.File("drafts"));

    public void Dispose()
    {
        _inputs.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_film_has_the_frames_and_the_size_that_were_asked_for_and_says_what_is_in_it()
    {
        var told = new Percents();
        var result = await MakeAsync(RenderOptions.Default, s_request, told);

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

        var path = Directory.GetFiles(_folder.File("artifacts"), "*.mp4", SearchOption.AllDirectories).ShouldHaveSingleItem();
        new FileInfo(path).Length.ShouldBe(result.Bytes);
        _artifacts.Find(result.VideoArtifact).ShouldNotBeNull().Length.ShouldBe(result.Bytes);
        (await Probe.ReadAsync(path)).ShouldBe(new Probe("h264", "yuv420p", 1280, 720, "24/1", 73, true));
        Directory.GetFileSystemEntries(_folder.File("drafts")).ShouldBeEmpty();

        told.All.ShouldBe(told.All.Order());
        told.All[^1].ShouldBe(99, "100 is for a film that is stored and written down");
    }

    [Fact]
    public async Task Without_sound_there_is_no_audio_stream_and_without_a_voice_lines_are_named()
    {
        var silent = await MakeAsync(RenderOptions.Default, s_request with { Sound = false }, new Percents());
        (await Probe.ReadAsync(FilmPath())).HasSound.ShouldBeFalse();
        using (var plan = JsonDocument.Parse(silent.PlanJson.ShouldNotBeNull()))
            plan.RootElement.TryGetProperty("sound", out _).ShouldBeFalse();

        var request = s_request with { Prompt = "<<<element_1>>> by the sea in a thunderstorm, violin music. She says \"the snow is falling\"" };
        var mute = await MakeAsync(RenderOptions.Default, request, new Percents(), NoVoice);
        mute.NotUnderstood.ShouldBe(["the snow is falling"], "what is heard and not drawn is understood, what is not heard is not");
        using var told = JsonDocument.Parse(mute.PlanJson.ShouldNotBeNull());
        var line = told.RootElement.GetProperty("sound").GetProperty("lines")[0];
        line.GetProperty("text").GetString().ShouldBe("the snow is falling");
        line.GetProperty("speaker").GetString().ShouldBe("woman");
        line.GetProperty("delivery").GetString().ShouldBe("unspoken");
        told.RootElement.GetProperty("sound").GetProperty("lacks_voice").GetBoolean().ShouldBeTrue();
        told.RootElement.GetProperty("shots")[0].GetProperty("weather").GetString().ShouldBe("rain");
        Directory.GetFileSystemEntries(_folder.File("drafts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_encoder_that_fails_is_trouble_and_one_that_is_missing_is_a_refusal_without_its_path()
    {
        var trouble = await Should.ThrowAsync<EngineTroubleException>(MakeAsync(new RenderOptions(1, "/bin/false"), s_request, new Percents()));
        trouble.InnerException.ShouldNotBeNull();
        var refused = await Should.ThrowAsync<EngineRefusedException>(MakeAsync(new RenderOptions(1, "/nowhere/ffmpeg"), s_request, new Percents()));
        refused.Message.ShouldContain("no ffmpeg");
        refused.Message.ShouldNotContain("/nowhere");
        refused.InnerException.ShouldNotBeNull().Message.ShouldContain("/nowhere/ffmpeg");
        Directory.GetFileSystemEntries(_folder.File("drafts")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mandelbrot=s=1600x1200", "jpg", 1, 1108, 832)]
    [InlineData("mandelbrot=s=1600x1200", "jpg", 6, 832, 1108)]
    [InlineData("testsrc2=s=1280x720", "png", 1, 1280, 720)]
    [InlineData("gradients=s=400x900:seed=5:n=5", "png", 1, 640, 1440)]
    public async Task A_film_begins_with_its_picture_in_the_shape_of_the_picture_and_goes_slowly_into_it(string source, string extension, int turn, int width, int height)
    {
        var file = _folder.File("photo." + extension);
        var bytes = Ffmpeg.Bytes($"-f lavfi -i {source} -frames:v 1 -q:v 2 -pix_fmt {(extension == "jpg" ? "yuvj420p" : "rgb24")}", file);
        await File.WriteAllBytesAsync(file, bytes = turn > 1 ? JpegBytes.With(bytes, 0xE1, JpegBytes.Exif(turn)) : bytes, TestContext.Current.CancellationToken);
        var told = new Percents();
        var request = InputRoom.Request((_inputs.Give("photo", bytes), ImageRole.FirstFrame));
        var result = await MakeAsync(RenderOptions.Default, request, told);

        (result.Frames, result.Width, result.Height).ShouldBe((73, width, height));
        result.NotUnderstood.ShouldBeEmpty();
        told.All[0].ShouldBeLessThanOrEqualTo(5);
        var film = FilmPath();
        (await Probe.ReadAsync(film)).ShouldBe(new Probe("h264", "yuv420p", width, height, "24/1", 73, false));
        var upright = turn == 6 ? "transpose=clock," : "";
        var first = await LikenessAsync(film, 0, file, $"{upright}scale={width}:{height}:flags=bicubic");
        first.ShouldBeGreaterThanOrEqualTo(0.97);
        var last = await LikenessAsync(film, 72, file, $"{upright}scale={width}:{height}:flags=bicubic");
        last.ShouldBeLessThan(first);
        Console.WriteLine($"first frame of {source}, orientation {turn}, at {width}x{height}: SSIM {first:0.0000}; last frame {last:0.0000}");

        var before = await File.ReadAllBytesAsync(film, TestContext.Current.CancellationToken);
        await MakeAsync(new RenderOptions(1), request, new Percents());
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
        byte[] a = Ffmpeg.Bytes("-f lavfi -i mandelbrot=s=640x480:start_scale=0.3 -frames:v 1", _folder.File("a.png"));
        byte[] b = Ffmpeg.Bytes($"-f lavfi -i {last} -frames:v 1", _folder.File("b.png"));
        var request = InputRoom.Request((_inputs.Give("a", a), ImageRole.FirstFrame), (_inputs.Give("b", b), ImageRole.EndFrame)) with
        {
            Kind = new RequestKind(InputKind.FirstAndEndFrame, ShotKind.SingleShot),
            Prompt = "The camera moves slowly while a robot waves.",
        };
        var result = await MakeAsync(RenderOptions.Default, request, new Percents());

        (result.Frames, result.NotUnderstood.Contains("robot")).ShouldBe((73, true));
        double first = await LikenessAsync(FilmPath(), 0, _folder.File("a.png"), $"scale={result.Width}:{result.Height}:flags=lanczos");
        double end = await LikenessAsync(FilmPath(), 72, _folder.File("b.png"), $"scale={result.Width}:{result.Height}:flags=lanczos");
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
        var bytes = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=640x480 -frames:v 1", _folder.File("photo.png"));
        var name = _inputs.Give("photo", bytes);
        var request = InputRoom.Request((name, ImageRole.FirstFrame), (name, ImageRole.EndFrame)) with
        {
            Kind = new RequestKind(InputKind.FirstAndEndFrame, ShotKind.Customize),
            Shots = [new ShotRequest("pan left", 1), new ShotRequest("the sea at night", 1), new ShotRequest("pull out", 1)],
        };
        var result = await MakeAsync(RenderOptions.Default, request, new Percents());
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        var shots = plan.RootElement.GetProperty("shots");
        shots[0].GetProperty("camera").GetString().ShouldBe("pan_left");
        shots[0].TryGetProperty("end_picture", out _).ShouldBeFalse();
        shots[1].GetProperty("place").GetString().ShouldBe("sea");
        shots[2].TryGetProperty("picture", out _).ShouldBeFalse();
        shots[2].GetProperty("camera").GetString().ShouldBe("pull");
        (await LikenessAsync(FilmPath(), 72, _folder.File("photo.png"), $"scale={result.Width}:{result.Height}:flags=lanczos")).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    [Fact]
    public async Task Of_several_shots_the_first_is_the_picture_and_the_others_are_drawn()
    {
        var bytes = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=640x480 -frames:v 1", _folder.File("photo.png"));
        var request = InputRoom.Request((_inputs.Give("photo", bytes), ImageRole.FirstFrame)) with
        {
            Kind = new RequestKind(InputKind.FirstFrame, ShotKind.Customize),
            Shots = [new ShotRequest("It moves.", 1), new ShotRequest("the sea at night", 2)],
        };
        var result = await MakeAsync(RenderOptions.Default, request, new Percents());
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
            var refused = await Should.ThrowAsync<EngineRefusedException>(MakeAsync(RenderOptions.Default, InputRoom.Request((_inputs.Give("small", small), role)), new Percents()));
            refused.Message.ShouldBe("image_list[0].image_url: each side is at least 300 px; the picture is 200 × 200.");
        }

        var broken = new PngFile().Header(400, 400, 8, PngFile.Colour).Chunk("IDAT", new byte[400]).End();
        (await Should.ThrowAsync<EngineRefusedException>(MakeAsync(RenderOptions.Default, InputRoom.Request((_inputs.Give("broken", broken), ImageRole.FirstFrame)), new Percents())))
            .Message.ShouldStartWith("image_list[0].image_url: the picture cannot be used: ");
        _inputs.Trouble = new IOException("the disk");
        await Should.ThrowAsync<EngineTroubleException>(MakeAsync(RenderOptions.Default, InputRoom.Request(("fine", ImageRole.FirstFrame)), new Percents()));
    }

    private string FilmPath() => Directory.GetFiles(_folder.File("artifacts"), "*.mp4", SearchOption.AllDirectories).ShouldHaveSingleItem();

    /// <summary>Structural likeness of a frame's luma and the picture, as ffmpeg reckons it.</summary>
    private static async Task<double> LikenessAsync(string film, int frame, string picture, string upright)
    {
        var said = await RunningProgram.RunAsync("ffmpeg", [
            "-hide_banner", "-nostdin", "-i", film, "-noautorotate", "-i", picture, "-filter_complex",
            $"[0:v]select=eq(n\\,{frame}),setpts=0[a];[1:v]{upright}:out_color_matrix=bt709:out_range=tv,format=yuv420p,setpts=0[b];[a][b]ssim", "-frames:v", "1", "-f", "null", "-"]);
        var text = said.Error[(said.Error.IndexOf("SSIM Y:", StringComparison.Ordinal) + 7)..];
        return double.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<OmniReel.Server.Tasks.TaskResult> MakeAsync(RenderOptions rendering, VideoRequest request, IProgress<int> told, string voices = "espeak-ng") =>
        new AnimaticEngine(
                new FilmRenderer(rendering), Shelf(), new PresetElements(), _inputs.Inputs, new SoundStudio(_inputs.Sandbox, voices),
                new FilmEdits(new FilmEditor(rendering, _inputs.Sandbox), Shelf(), new PresetElements()), new DrivenFilms(new ReferenceReader(_inputs.Sandbox)), _inputs.References(_artifacts))
            .MakeAsync(new EngineAttempt(Sample.Queued(1), request, new HeldBody(default), new NoSlot()), told, TestContext.Current.CancellationToken);

    private FilmShelf Shelf() => new(new FilmsOf(), _artifacts, NullLogger<FilmShelf>.Instance);

    private sealed class Percents : IProgress<int>
    {
        private readonly List<int> _all = [];

        public List<int> All => _all;

        public void Report(int value) => _all.Add(value);
    }
}

using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Media.Frames;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Animatic;
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

    private readonly TemporaryFolder _folder = new();
    private readonly DiskArtifactStore _artifacts;

    public AnimaticEngineTests() => _artifacts = new DiskArtifactStore(_folder.File("artifacts"), _folder.File("drafts"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_film_has_the_frames_and_the_size_that_were_asked_for_and_says_what_is_in_it()
    {
        var told = new Percents();
        var result = await MakeAsync(RenderOptions.Default, s_request, told);

        (result.Frames, result.Width, result.Height).ShouldBe((73, 1280, 720));
        result.NotUnderstood.ShouldBe(["glorp", "sound"]);
        result.Units.ShouldBe(Sample.Facts().Units);
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        plan.RootElement.GetProperty("frames").GetInt32().ShouldBe(73);
        var shot = plan.RootElement.GetProperty("shots")[0];
        shot.GetProperty("time").GetString().ShouldBe("sunset");
        shot.GetProperty("figures")[0].GetProperty("action").GetString().ShouldBe("dance");

        var path = Directory.GetFiles(_folder.File("artifacts"), "*.mp4", SearchOption.AllDirectories).ShouldHaveSingleItem();
        new FileInfo(path).Length.ShouldBe(result.Bytes);
        _artifacts.Find(result.VideoArtifact).ShouldNotBeNull().Length.ShouldBe(result.Bytes);
        (await Probe.ReadAsync(path)).ShouldBe(new Probe("h264", "yuv420p", 1280, 720, "24/1", 73, false));
        Directory.GetFileSystemEntries(_folder.File("drafts")).ShouldBeEmpty();

        told.All.ShouldBe(told.All.Order());
        told.All[^1].ShouldBe(99, "100 is for a film that is stored and written down");
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

    private Task<OmniReel.Server.Tasks.TaskResult> MakeAsync(RenderOptions rendering, VideoRequest request, IProgress<int> told) =>
        new AnimaticEngine(new FilmRenderer(rendering), _artifacts, new PresetElements())
            .MakeAsync(new EngineAttempt(Sample.Queued(1), request), told, TestContext.Current.CancellationToken);

    private sealed class Percents : IProgress<int>
    {
        private readonly List<int> _all = [];

        public IReadOnlyList<int> All => _all;

        public void Report(int value) => _all.Add(value);
    }
}

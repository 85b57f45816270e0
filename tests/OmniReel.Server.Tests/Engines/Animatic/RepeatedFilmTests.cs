using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Animatic;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>The same request again: what is not done a second time.</summary>
public sealed class RepeatedFilmTests : IDisposable
{
    private readonly EngineRig _rig = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData(InputKind.VideoFeature, "参考<<<video_1>>>的运镜和剪辑，红裙女孩在海边跳舞")]
    [InlineData(InputKind.VideoEdit, "Turn <<<video_1>>> black and white, with a glorp")]
    public async Task With_a_video_it_is_neither_looked_into_nor_drawn_and_another_video_at_its_address_is(InputKind kind, string prompt)
    {
        var request = InputRoom.Request() with
        {
            Kind = new RequestKind(kind, ShotKind.SingleShot),
            Prompt = prompt,
            Video = new VideoInput(_rig.Inputs.Give("film", Film("testsrc2")), IsBase: kind == InputKind.VideoEdit, KeepOriginalSound: false),
        };
        var engine = _rig.Engine();
        (await HasAsync(engine, 1, request)).ShouldBeFalse();
        var (first, _) = await MakeAsync(engine, 1, request);
        var (again, slot) = await MakeAsync(engine, 2, request);
        slot.Done.ShouldBe(["left"], "a place is taken before a video is looked into, and none was");
        (first.IsCached, again.IsCached).ShouldBe((false, true));
        (again.PlanJson, again.Units, again.Frames, again.WordsKey, again.FilmKey).ShouldBe((first.PlanJson, first.Units, first.Frames, first.WordsKey, first.FilmKey));
        again.NotUnderstood.ShouldBe(first.NotUnderstood);
        Content(again.VideoArtifact).ShouldBe(Content(first.VideoArtifact));
        again.VideoArtifact.ShouldBe($"{Sample.Id(2)}-video");

        // The hint is by the address, the film by what lies there.
        _rig.Inputs.Give("film", Film("smptebars"));
        (await HasAsync(engine, 3, request, inHaste: true)).ShouldBeTrue();
        var (other, place) = await MakeAsync(engine, 3, request);
        other.IsCached.ShouldBeFalse();
        place.Done.ShouldContain("returned");
        Content(other.VideoArtifact).ShouldNotBe(Content(first.VideoArtifact));
    }

    [Fact]
    public async Task Of_words_alone_it_is_known_before_it_is_begun_in_other_words_and_by_an_engine_that_has_just_started_too()
    {
        var request = Words("a forest at sunset");
        var engine = _rig.Engine();
        (await HasAsync(engine, 1, request)).ShouldBeFalse();
        var (first, _) = await MakeAsync(engine, 1, request);
        _rig.Films.Add(Sample.Queued(1), first);
        (await HasAsync(engine, 2, request, inHaste: true)).ShouldBeTrue();
        (await HasAsync(engine, 2, request with { ExternalTaskId = "mine", CallbackUrl = "http://example.test/" }, inHaste: true)).ShouldBeTrue();
        foreach (var changed in new[] { request with { Sound = true }, request with { Seconds = 4 }, request with { Watermark = true }, request with { Mode = VideoMode.Pro }, Words("a forest at night") })
            (await HasAsync(engine, 2, changed)).ShouldBeFalse($"{changed}");
        (await HasAsync(engine, 2, request, facts => facts with { Fresh = true })).ShouldBeFalse();
        (await HasAsync(engine, 2, request, facts => facts with { Slate = true })).ShouldBeFalse();

        var started = _rig.Engine();
        (await HasAsync(started, 2, request)).ShouldBeTrue();
        (await HasAsync(started, 2, Words("日落时的森林"))).ShouldBeTrue("the same plan");
        (await HasAsync(started, 2, request, inHaste: true)).ShouldBeFalse("it would have to be read");
        var (again, slot) = await MakeAsync(started, 2, Words("日落时的森林"));
        (again.IsCached, again.StoryboardArtifact).ShouldBe((true, $"{Sample.Id(2)}-storyboard"));
        slot.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_whose_files_are_gone_is_made_anew_and_another_tenant_gets_none()
    {
        var request = Words("a boat on a lake") with { Seconds = 3 };
        var engine = _rig.Engine();
        var (first, _) = await MakeAsync(engine, 1, request);
        var bytes = Content(first.VideoArtifact);
        (await engine.HasAsync(Sample.Queued(2) with { Tenant = "b" }, request, new HeldBody(default), inHaste: false, Stop)).ShouldBeFalse();
        engine.Forget(Sample.Queued(1));
        var (again, _) = await MakeAsync(engine, 3, request);
        again.IsCached.ShouldBeFalse();
        Content(again.VideoArtifact).ShouldBe(bytes);
        (await MakeAsync(engine, 4, request)).Film.IsCached.ShouldBeTrue();
    }

    [Fact]
    public async Task A_film_that_lacks_a_voice_is_not_kept_for_a_time_when_there_is_one()
    {
        var request = Words("a boat on a lake. A man says \"the wind is good\"") with { Sound = true };
        var engine = _rig.Engine(voices: "no-such-espeak");
        var (first, _) = await MakeAsync(engine, 1, request);
        first.NotUnderstood.ShouldContain("the wind is good");
        (await HasAsync(engine, 2, request)).ShouldBeFalse();
    }

    private byte[] Film(string source) => Ffmpeg.Bytes($"-f lavfi -i {source}=s=720x720:r=24:d=3 -pix_fmt yuv420p -preset ultrafast", _rig.File("film.mp4"));

    private static VideoRequest Words(string prompt) => InputRoom.Request() with
    {
        Kind = new RequestKind(InputKind.TextToVideo, ShotKind.SingleShot),
        AspectRatio = AspectRatio.Landscape,
        Prompt = prompt,
        Elements = [PresetElements.DancerId],
    };

    private static async Task<bool> HasAsync(AnimaticEngine engine, int n, VideoRequest request, Func<TaskFacts, TaskFacts>? facts = null, bool inHaste = false)
    {
        var task = Sample.Queued(n);
        return await engine.HasAsync(facts is null ? task : task with { Facts = facts(task.Facts) }, request, new HeldBody(default), inHaste, Stop);
    }

    private static async Task<(TaskResult Film, NoSlot Slot)> MakeAsync(AnimaticEngine engine, int n, VideoRequest request)
    {
        var slot = new NoSlot();
        return (await engine.MakeAsync(new EngineAttempt(Sample.Queued(n), request, new HeldBody(default), slot), new Percents(), Stop), slot);
    }

    private byte[] Content(string id)
    {
        using var stream = _rig.Artifacts.Open(_rig.Artifacts.Find(id).ShouldNotBeNull(id));
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

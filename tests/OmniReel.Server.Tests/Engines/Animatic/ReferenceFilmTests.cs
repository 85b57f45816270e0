using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>Films with reference images and elements of the caller's own, from the request to what the plan tells.</summary>
public sealed class ReferenceFilmTests : IAsyncDisposable
{
    private readonly EngineRig _rig = new();
    private readonly SqliteStorage _storage;
    private readonly SqliteElementStore _elements;

    public ReferenceFilmTests()
    {
        _storage = SqliteStorage.Open(_rig.File("t.db"), new SqliteOptions(), new TestClock(), new StoreHealth());
        _rig.Elements = _elements = new SqliteElementStore(_storage);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        _rig.Dispose();
    }

    [Fact]
    public async Task Images_and_an_own_element_have_their_parts_and_another_picture_is_another_film()
    {
        var element = await MakeElementAsync(1, "image/png", ElementKind.MultiImage, Disc("#20C040"));
        var request = Request("<<<element_1>>> walks and <<<image_1>>> dances in <<<image_2>>>", Disc("#E02020"), Photo()) with { Elements = [element] };
        var (first, shot) = await MakeAsync(request);

        first.NotUnderstood.ShouldBeEmpty();
        shot.GetProperty("things").EnumerateArray().Select(Told).ShouldBe(["element_1 subject walk True", "image_1 subject dance True"], ignoreOrder: true);
        var backdrop = shot.GetProperty("backdrop");
        (backdrop.GetProperty("name").GetString(), backdrop.GetProperty("role").GetString()).ShouldBe(("image_2", "backdrop"));
        backdrop.GetProperty("picture").TryGetProperty("pixels", out _).ShouldBeFalse();
        shot.GetProperty("figures").GetArrayLength().ShouldBe(0);

        var (again, _) = await MakeAsync(request with { Images = [new ImageInput(_rig.Inputs.Give("image-0", Disc("#2020E0")), null, ImageRole.Reference), request.Images[1]] });
        again.PlanJson.ShouldNotBe(first.PlanJson);
    }

    [Fact]
    public async Task A_moment_of_an_elements_video_is_a_sheet_and_an_element_that_is_not_there_is_told()
    {
        var film = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=1920x1080:r=24:d=3 -c:v libx264 -preset ultrafast -pix_fmt yuv420p", _rig.File("e.mp4"));
        var element = await MakeElementAsync(1, "video/mp4", ElementKind.VideoCharacter, film);
        var (made, shot) = await MakeAsync(Request("a woman stands by the sea") with { Elements = [element, "4503599627370000"] });
        Told(shot.GetProperty("things")[0]).ShouldBe("element_1 prop rest False");
        shot.GetProperty("figures").GetArrayLength().ShouldBe(1);
        made.NotUnderstood.ShouldBe(["element_list[1]"]);
    }

    [Fact]
    public async Task In_a_film_that_begins_with_a_picture_references_are_in_the_shots_that_are_drawn()
    {
        var photo = _rig.Inputs.Give("first", Photo());
        var hero = _rig.Inputs.Give("hero", Disc("#E02020"));
        var request = InputRoom.Request((photo, ImageRole.FirstFrame), (hero, ImageRole.Reference));
        var shots = request with { Kind = new(InputKind.FirstFrame, ShotKind.Customize), Shots = [new ShotRequest("It moves.", 1), new ShotRequest("<<<image_2>>> walks by the sea", 2)] };
        var (made, _) = await MakeAsync(shots);
        using (var plan = JsonDocument.Parse(made.PlanJson!))
            Told(plan.RootElement.GetProperty("shots")[1].GetProperty("things")[0]).ShouldBe("image_2 subject walk True");
        made.NotUnderstood.ShouldNotContain("image_list");
        (await MakeAsync(request)).Result.NotUnderstood.ShouldContain("image_list", "one picture is one picture");
    }

    private static string Told(JsonElement thing)
    {
        var print = thing.GetProperty("print");
        return $"{thing.GetProperty("id").GetString()} {print.GetProperty("role").GetString()} {thing.GetProperty("motion").GetString()} {print.GetProperty("picture").GetProperty("cut_out").GetBoolean()}";
    }

    private VideoRequest Request(string prompt, params byte[][] images) =>
        InputRoom.Request([.. images.Select((bytes, i) => (_rig.Inputs.Give($"image-{i}", bytes), ImageRole.Reference))]) with { Prompt = prompt, AspectRatio = AspectRatio.Landscape };

    /// <summary>A disc of one colour on nothing.</summary>
    private byte[] Disc(string color) => Ffmpeg.Bytes(
        $"-f lavfi -i color=c={color}:s=400x400,format=rgba,geq=r='r(X\\,Y)':g='g(X\\,Y)':b='b(X\\,Y)':a='255*lt(hypot(X-200\\,Y-200)\\,150)' -frames:v 1", _rig.File("disc.png"));

    private byte[] Photo() => Ffmpeg.Bytes("-f lavfi -i mandelbrot=s=640x480:start_scale=0.01 -frames:v 1", _rig.File("photo.png"));

    private async Task<string> MakeElementAsync(int n, string type, ElementKind kind, byte[] media)
    {
        var facts = new ElementFacts { Form = ElementForm.Advanced, Kind = kind, Name = "Mara", Description = "A potter.", Language = "en" };
        var (task, id) = (Sample.Id(700 + n), 1_000_000_000_000_000L + n);
        (await _elements.AcceptAsync(new NewElement(task, id, Sample.Queued(1).Tenant, null, facts, default, 1, null), Stop)).ShouldBeOfType<ElementOutcome.Accepted>();
        var draft = _rig.Artifacts.NewDraft(".media");
        await File.WriteAllBytesAsync(draft, media, Stop);
        var artifact = await _rig.Artifacts.CommitAsync(draft, $"{task}-element-0", type, Stop);
        (await _elements.BeginAsync(task, Stop)).ShouldNotBeNull();
        (await _elements.SucceedAsync(task, [artifact.Id], artifact.Length, long.MaxValue, Stop)).ShouldNotBeNull();
        return $"{id}";
    }

    private async Task<(TaskResult Result, JsonElement Shot)> MakeAsync(VideoRequest request)
    {
        var result = await _rig.MakeAsync(request);
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        return (result, plan.RootElement.GetProperty("shots")[0].Clone());
    }
}

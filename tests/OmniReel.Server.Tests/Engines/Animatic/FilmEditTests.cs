using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Media.Plans;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Animatic;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>Edits from the request to the stored film, with a real sandbox and a real ffmpeg.</summary>
public sealed class FilmEditTests : IDisposable
{
    private readonly EngineRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task An_edit_follows_its_input_in_length_shape_price_and_sound_and_says_what_it_did()
    {
        var film = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=960x720:r=30:d=4.2 -f lavfi -i sine=d=4.2 -pix_fmt yuv420p -preset ultrafast -c:a aac", _rig.File("film.mp4"));
        var picture = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=400x300 -frames:v 1", _rig.File("picture.png"));
        var request = Request(film, "Turn <<<video_1>>> black and white, put <<<image_1>>> in the top left corner and <<<element_1>>> on the right, no glorps", keepsSound: true) with
        {
            Images = [new ImageInput(_rig.Inputs.Give("picture", picture), null, ImageRole.Reference), new ImageInput("picture", null, ImageRole.Reference)],
            Elements = [PresetElements.DancerId],
        };
        var result = await _rig.MakeAsync(request);

        (result.Frames, result.Width, result.Height).ShouldBe((101, 1108, 832));
        result.Units.ShouldBe(Sample.Facts().Units / 15 * 4);
        result.NotUnderstood.ShouldBe(["image_list[1]"]);
        (await Probe.ReadAsync(_rig.FilmPath())).ShouldBe(new Probe("h264", "yuv420p", 1108, 832, "24/1", 101, true));
        using var plan = JsonDocument.Parse(result.PlanJson.ShouldNotBeNull());
        plan.RootElement.GetProperty("frames").GetInt32().ShouldBe(101);
        plan.RootElement.GetProperty("edits").EnumerateArray().Select(edit => edit.GetProperty("edit").GetString()).ShouldBe(["grade", "insert", "insert"]);
        plan.RootElement.GetProperty("edits")[0].GetProperty("grade").GetString().ShouldBe("black_white");
        plan.RootElement.GetProperty("edits")[1].GetProperty("place").GetString().ShouldBe("top_left");
        _rig.ShouldHaveNoDrafts();
    }

    [Fact]
    public async Task A_prompt_without_any_edit_gives_the_film_back_and_says_so()
    {
        var film = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=720x720:r=24:d=3 -f lavfi -i sine=d=3 -pix_fmt yuv420p -preset ultrafast -c:a aac", _rig.File("film.mp4"));
        var result = await _rig.MakeAsync(Request(film, "把狗换成火烈鸟", keepsSound: false));
        result.NotUnderstood.ShouldBe(["狗", "火烈鸟"]);
        (await Probe.ReadAsync(_rig.FilmPath())).ShouldBe(new Probe("h264", "yuv420p", 960, 960, "24/1", 72, false));
    }

    [Fact]
    public async Task A_film_whose_frames_cannot_be_decoded_refuses_the_task_in_the_words_of_the_rules()
    {
        var film = Ffmpeg.Bytes("-f lavfi -i testsrc2=s=720x720:r=24:d=3 -pix_fmt yuv420p -preset ultrafast -movflags +faststart", _rig.File("film.mp4"));
        // The header promises what the data do not keep.
        film.AsSpan(film.Length / 3).Clear();
        (await Should.ThrowAsync<EngineRefusedException>(_rig.MakeAsync(Request(film, "sepia", keepsSound: true)))).Message.ShouldStartWith("video_list[0].video_url: the video cannot be used: ");
        _rig.ShouldHaveNoDrafts();
    }

    [Fact]
    public void Things_that_are_named_and_not_there_are_told()
    {
        var request = InputRoom.Request() with { Images = [new ImageInput("a", null, ImageRole.Reference)], Elements = ["123", PresetElements.DancerId] };
        var things = new EditThings(
            [new InsertEdit(InsertSource.Image, 2), new InsertEdit(InsertSource.Element, 1), new InsertEdit(InsertSource.Element, 2), new InsertEdit(InsertSource.Element, 3)], request, new PresetElements());
        things.Edits.ShouldHaveSingleItem().ShouldBeOfType<InsertEdit>().ShouldSatisfyAllConditions(edit => edit.Number.ShouldBe(2), edit => edit.Figure.ShouldNotBeNull());
        things.NotHonoured.ShouldBe(["<<<image_2>>>", "<<<element_3>>>", "image_list[0]", "element_list[0]"]);
    }

    private VideoRequest Request(byte[] film, string prompt, bool keepsSound) => InputRoom.Request() with
    {
        Kind = new RequestKind(InputKind.VideoEdit, ShotKind.SingleShot),
        Prompt = prompt,
        Seconds = null,
        Video = new VideoInput(_rig.Inputs.Give("film", film), IsBase: true, KeepOriginalSound: keepsSound),
    };
}

using OmniReel.Contract.Requests;
using OmniReel.Media.Plans;
using OmniReel.Media.Storyboards;
using OmniReel.Server.Engines.Animatic;
using OmniReel.Server.Tests.Inputs.Checking;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Animatic;

public sealed class FilmOrderTests : IDisposable
{
    private readonly InputRoom _inputs = new();

    public void Dispose() => _inputs.Dispose();

    [Fact]
    public async Task The_key_hangs_on_the_plan_the_inputs_the_sound_and_the_mark_and_on_nothing_else()
    {
        var grey = _inputs.Give("grey", PngFile.Of(400, 400, 8, PngFile.Grey, _ => [.. Enumerable.Repeat((byte)90, 400)]));
        var same = _inputs.Give("same", PngFile.Of(400, 400, 8, PngFile.Grey, _ => [.. Enumerable.Repeat((byte)90, 400)]));
        var other = _inputs.Give("other", PngFile.Of(400, 400, 8, PngFile.Grey, _ => [.. Enumerable.Repeat((byte)91, 400)]));
        var one = InputRoom.Request((grey, ImageRole.FirstFrame));
        var key = await KeyAsync(one, "{plan}");

        (await KeyAsync(InputRoom.Request((same, ImageRole.FirstFrame)) with { Prompt = "It moves along.", ExternalTaskId = "mine" }, "{plan}")).ShouldBe(key);
        string[] others =
        [
            await KeyAsync(one, "{another}"), await KeyAsync(InputRoom.Request((other, ImageRole.FirstFrame)), "{plan}"),
            await KeyAsync(InputRoom.Request((grey, ImageRole.Reference)), "{plan}"), await KeyAsync(one with { Sound = true }, "{plan}"),
            await KeyAsync(one with { Watermark = true }, "{plan}"), await KeyAsync(InputRoom.Request(), "{plan}"),
            await KeyAsync(InputRoom.Request((grey, ImageRole.FirstFrame), (grey, ImageRole.Reference)), "{plan}"),
        ];
        others.Append(key).ShouldBeUnique();
    }

    [Fact]
    public void A_storyboard_says_what_each_shot_was_asked_for_in_its_language()
    {
        var request = InputRoom.Request() with { Prompt = "<<<image_1>>> 在海上航行。太阳升起。", Kind = new(InputKind.TextToVideo, ShotKind.SingleShot) };
        var plan = new FilmPlan(1280, 720, [new ShotPlan { Frames = 121, Seed = 1, Camera = CameraMove.Push, Size = ShotSize.Wide }]);
        var text = FilmWords.Of(request, plan, "en");
        (text.Title, text.IsChinese).ShouldBe(("图片1 在海上航行", true));
        text.Panels.ShouldBe([new PanelText("图片1 在海上航行。太阳升起。", "推近 · 远景")]);

        var shots = request with { Prompt = "", Kind = new(InputKind.TextToVideo, ShotKind.Customize), Shots = [new("A boat leaves. It is dawn.", 2), new("It is gone", 3)] };
        var two = plan with { Shots = [plan.Shots[0], plan.Shots[0] with { Camera = CameraMove.PanLeft }] };
        text = FilmWords.Of(shots, two, "zh");
        (text.Title, text.IsChinese).ShouldBe(("A boat leaves", false));
        text.Panels.ShouldBe([new PanelText("A boat leaves. It is dawn.", "push · wide"), new PanelText("It is gone", "pan left · wide")]);

        text = FilmWords.Of(request with { Prompt = "🙂", Kind = new(InputKind.TextToVideo, ShotKind.Intelligence) }, two, "zh");
        text.IsChinese.ShouldBeTrue();
        text.Panels.Select(panel => panel.Prompt).ShouldBe(["草地，正午", "草地，正午"]);
    }

    private async Task<string> KeyAsync(VideoRequest request, string plan)
    {
        using var prepared = await _inputs.PrepareAsync(request);
        var contents = await InputContents.OfAsync(prepared, TestContext.Current.CancellationToken);
        return FilmOrder.Of(Sample.Queued(1), request, contents, plan, [1], [], new SheetText("", false, [])).Key;
    }
}

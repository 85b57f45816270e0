using System.Net;
using Bunit;
using OmniReel.Console.Create;
using OmniReel.Console.Pages;
using OmniReel.Console.Tests.Support;
using OmniReel.Console.Words;
using OmniReel.Contract.Requests;

namespace OmniReel.Console.Tests.Create;

public sealed class CreatePageTests : IAsyncDisposable
{
    private readonly Studio _studio = new();

    public CreatePageTests()
    {
        _studio.JSInterop.SetupModule("./app/create.js").Mode = JSRuntimeMode.Loose;
        _studio.Answer(HttpStatusCode.OK, """{"code":0,"message":"SUCCEED","request_id":"r","data":[]}""");
    }

    public ValueTask DisposeAsync() => _studio.DisposeAsync();

    [Fact]
    public void Nothing_is_called_missing_before_somebody_tried_to_create()
    {
        var page = _studio.Render<CreatePage>();
        page.FindAll(".note").ShouldBeEmpty();
        page.Find("[data-part=price]").TextContent.ShouldContain("3 units");

        page.Find(".summary .mud-button-filled").Click();
        page.Find("#create-prompt-notes .note").TextContent.ShouldContain("Say what the film shows");
        _studio.Asked.ShouldAllBe(static asked => asked.Method == HttpMethod.Get);
    }

    [Fact]
    public void A_rule_is_told_of_where_it_is_broken_and_mended_with_a_click()
    {
        var page = _studio.Render<CreatePage>();
        page.FindAll("#create-mode button")[2].Click();
        page.FindAll("#create-model button")[1].Click();
        page.Find("#create-mode .note").TextContent.ShouldContain("4k is not made by kling-video-o1");
        page.Find(".problems").TextContent.ShouldContain("Quality");

        page.Find("#create-mode .mend").Click();
        page.FindAll("#create-mode .note").ShouldBeEmpty();
        _studio.Of<Desk>().Form.Mode.ShouldBe("pro");
    }

    [Fact]
    public async Task What_has_no_effect_is_shown_so_with_its_reason()
    {
        var page = _studio.Render<CreatePage>();
        await page.InvokeAsync(() => _studio.Of<Desk>().Change(static form => form.Add(new Picture { Url = "https://example.com/a.png", Role = ImageRole.FirstFrame })));
        page.FindAll(".shapes button").ShouldAllBe(static button => button.HasAttribute("disabled"));
        page.Find("#create-shape .why").TextContent.ShouldBe("The first frame gives the shape.");
        page.FindAll(".drop-zone strong").Select(static zone => zone.TextContent).ShouldContain("End frame");
    }

    [Fact]
    public void The_storyboard_is_drawn_with_lengths_that_add_up()
    {
        var page = _studio.Render<CreatePage>();
        page.FindAll("#create-shots button")[2].Click();
        page.Find("#create-storyboard-0 .stepper button:last-child").Click();
        page.FindAll(".stepper output").Select(static length => length.TextContent).ShouldBe(["4 s", "1 s"]);
        page.Find("#length-slider").GetAttribute("value").ShouldBe("5");
    }

    [Fact]
    public async Task All_of_it_changes_to_chinese_what_the_rules_say_too()
    {
        var page = _studio.Render<CreatePage>();
        page.FindAll("#create-mode button")[2].Click();
        page.FindAll("#create-model button")[1].Click();
        await page.InvokeAsync(_studio.Of<Speech>().SwitchAsync);
        page.Render();
        page.Find("h1").TextContent.ShouldBe("创作");
        await page.InvokeAsync(_studio.Of<Desk>().Redraw);
        page.Find("#create-mode .note").TextContent.ShouldContain("不支持 4k");
    }
}

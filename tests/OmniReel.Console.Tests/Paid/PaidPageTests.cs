using Bunit;
using OmniReel.Console.Pages;
using OmniReel.Console.Tests.Support;
using OmniReel.Console.Words;

namespace OmniReel.Console.Tests.Paid;

public sealed class PaidPageTests : IAsyncDisposable
{
    private const string Unknown = """{"id":"17","task_id":"186435297105231874","task_status":"failed","connection":"kling","reference":"or-5f2a-1","state":"abandoned","note":"No clear answer.","units":"3","sent_at":1,"updated_at":2}""";
    private const string Orphan = """{"id":"16","task_id":"186435297105231873","task_status":"failed","connection":"kling","reference":"or-5f2a-2","upstream_id":"7598","state":"orphaned","note":"Late.","units":"6","sent_at":1,"updated_at":2}""";
    private const string Stranger = """{"connection":"kling","upstream_id":"7777","reference":"or-5f2a-3","note":"succeed","created_at":1,"found_at":2}""";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Studio _studio = new();
    private string _open = $"{Unknown},{Orphan}";

    public PaidPageTests() => _studio.Answer(request =>
    {
        if (request.Method == HttpMethod.Post)
            return Ok("""{"task_id":"186435297105231999","state":"settled","submit":""" + Orphan.Replace("orphaned", "settled", StringComparison.Ordinal) + "}");
        var isOpen = !request.RequestUri!.Query.Contains("settled", StringComparison.Ordinal);
        return Ok($$"""{"submits":[{{(isOpen ? _open : "")}}],"strange_films":[{{(isOpen && _open.Length > 0 ? Stranger : "")}}]} """);
    });

    private static string Ok(string data) => """{"code":0,"message":"SUCCEED","request_id":"r","data":""" + data + "}";

    public ValueTask DisposeAsync() => _studio.DisposeAsync();

    private IRenderedComponent<PaidPage> Open()
    {
        var page = _studio.Render<PaidPage>();
        page.WaitForElement("[data-part=open]", s_patience);
        return page;
    }

    [Fact]
    public void What_waits_is_shown_with_what_it_costs_and_the_orphan_book()
    {
        var page = Open();
        var cards = page.FindAll("[data-part=open] li");
        cards.Count.ShouldBe(2);
        cards[0].TextContent.ShouldContain("Outcome unknown");
        cards[0].TextContent.ShouldContain("3 units at kling");
        cards[1].TextContent.ShouldContain("Paid, and no task wants it");
        cards[1].TextContent.ShouldContain("7598");
        page.Find("[data-part=strange]").TextContent.ShouldContain("7777");
        page.FindAll("[data-part=settled]").ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_to_decide_is_said()
    {
        _open = "";
        var page = Open();
        page.Find(".empty h2").TextContent.ShouldBe("Nothing waits for you");
        page.FindAll("[data-part=strange]").ShouldBeEmpty();
    }

    [Fact]
    public void A_film_is_adopted_by_its_own_id_or_by_the_one_that_is_typed()
    {
        var page = Open();
        page.FindAll("[data-do=adopt]")[1].Click();
        page.Find("form input").GetAttribute("value").ShouldBe("7598");
        page.Find("form").Submit();
        var sent = _studio.Asked.Single(request => request.Method == HttpMethod.Post);
        sent.RequestUri!.AbsolutePath.ShouldBe("/v1/submits/16/settle");
        page.FindAll("form").ShouldBeEmpty();

        page.FindAll("[data-do=adopt]")[0].Click();
        page.Find("form input").GetAttribute("value").ShouldBeNullOrEmpty();
        page.Find("form button").HasAttribute("disabled").ShouldBeTrue();
    }

    [Fact]
    public async Task All_of_it_changes_to_chinese()
    {
        var page = Open();
        await page.InvokeAsync(_studio.Of<Speech>().SwitchAsync);
        page.Render();
        page.Find("h1").TextContent.ShouldBe("付费");
        page.Find("[data-part=open] h2").TextContent.ShouldBe("待处理");
    }
}

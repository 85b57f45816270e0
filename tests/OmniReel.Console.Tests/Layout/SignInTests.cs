using System.Net;
using Bunit;
using OmniReel.Console.Access;
using OmniReel.Console.Api;
using OmniReel.Console.Layout;
using OmniReel.Console.Tasks;
using OmniReel.Console.Tests.Support;
using OmniReel.Console.Tests.Tasks;
using OmniReel.Console.Words;
using OmniReel.Contract.Answers;
using TestContext = Xunit.TestContext;

namespace OmniReel.Console.Tests.Layout;

public sealed class SignInTests
{
    private const string SignedIn = """{"code":0,"message":"SUCCEED","request_id":"r","data":{"signed_in":true,"csrf":"second-secret","ends_at":1795900000000,"key_hint":"omr_abc…"}}""";
    private const string Refused = """{"code":1002,"message":"The key is not valid here.","request_id":"r"}""";

    [Fact]
    public async Task A_wrong_key_is_said_at_the_field_and_a_good_one_opens_the_session()
    {
        await using var studio = new Studio();
        studio.Of<Session>().Take(new SessionData { SignedIn = false });
        var panel = studio.Render<SignInPanel>();
        panel.Find("button[type=submit]").HasAttribute("disabled").ShouldBeTrue("there is no key yet");

        studio.Answer(HttpStatusCode.Unauthorized, Refused);
        panel.Find("#key").Input("wrong-key-0123456789");
        await panel.Find("form").SubmitAsync();
        panel.Markup.ShouldContain("This key does not open this server");

        studio.Answer(HttpStatusCode.OK, SignedIn);
        panel.Find("#key").Input(" good-key-0123456789 ");
        await panel.Find("form").SubmitAsync();
        studio.Asked[^1].Headers.Authorization!.Parameter.ShouldBe("good-key-0123456789");
        var session = studio.Of<Session>();
        (session.IsOpen, session.Csrf, session.KeyHint).ShouldBe((true, "second-secret", "omr_abc…"));
        panel.Markup.ShouldNotContain("good-key");
    }

    [Fact]
    public async Task Requests_that_change_something_carry_the_second_secret_and_all_the_language()
    {
        await using var studio = new Studio();
        studio.Answer(HttpStatusCode.OK, SignedIn);
        await studio.Of<SignIn>().BeginAsync("good-key-0123456789", TestContext.Current.CancellationToken);
        await studio.Of<Speech>().SwitchAsync();
        studio.Answer(HttpStatusCode.OK, """{"code":0,"message":"SUCCEED","request_id":"r"}""");
        await studio.Of<ConsoleApi>().DeleteElementAsync(7, TestContext.Current.CancellationToken);
        studio.Asked[^1].Headers.GetValues("X-OmniReel-Csrf").ShouldBe(["second-secret"]);
        studio.Asked[^1].Headers.AcceptLanguage.ToString().ShouldBe("zh-CN");
        studio.Asked.ShouldAllBe(request => request.Method != HttpMethod.Get || !request.Headers.Contains("X-OmniReel-Csrf"));
    }

    [Fact]
    public async Task A_session_that_the_server_forgot_is_lost_and_a_silent_server_is_noticed()
    {
        await using var studio = new Studio();
        studio.Answer(HttpStatusCode.OK, SignedIn);
        await studio.Of<SignIn>().BeginAsync("good-key-0123456789", TestContext.Current.CancellationToken);

        studio.Silence();
        await Should.ThrowAsync<HttpRequestException>(() => studio.Of<ConsoleApi>().AboutAsync(TestContext.Current.CancellationToken));
        studio.Of<ServerLink>().IsAway.ShouldBeTrue();
        studio.Of<Session>().IsOpen.ShouldBe(true, "silence is no sign-out");

        studio.Answer(HttpStatusCode.Unauthorized, """{"code":1004,"message":"This session has ended.","request_id":"r"}""");
        await Should.ThrowAsync<RefusedException>(() => studio.Of<ConsoleApi>().AboutAsync(TestContext.Current.CancellationToken));
        (studio.Of<ServerLink>().IsAway, studio.Of<Session>().IsOpen, studio.Of<Session>().WasLost).ShouldBe((false, false, true));
    }

    [Fact]
    public async Task Words_follow_the_language()
    {
        await using var studio = new Studio();
        var card = studio.Render<StatusChip>(chip => chip.Add(one => one.Status, "running").AddCascadingValue("Language", "en"));
        card.Markup.ShouldContain("Being made");
        await studio.Of<Speech>().SwitchAsync();
        studio.Render<StatusChip>(chip => chip.Add(one => one.Status, "running")).Markup.ShouldContain("制作中");
    }

    [Fact]
    public async Task A_card_shows_how_far_a_film_is_and_text_stays_text()
    {
        await using var studio = new Studio();
        var card = studio.Render<FilmCard>(one => one.Add(film => film.Film, Films.Of("7", "running", "<img src=x onerror=alert(1)>", progress: 42)));
        card.Find("[role=progressbar]").GetAttribute("aria-valuenow").ShouldBe("42");
        card.FindAll("img").ShouldBeEmpty();
        card.Find(".film-title").TextContent.ShouldBe("<img src=x onerror=alert(1)>");
        card.Find("a").GetAttribute("href").ShouldBe("tasks/7");
    }
}

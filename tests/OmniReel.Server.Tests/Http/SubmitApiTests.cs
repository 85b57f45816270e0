using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http;

public sealed class SubmitApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_shows_what_waits_for_a_person_and_the_orphan_book()
    {
        await using var server = await LiveServer.StartAsync();
        var unknown = await SentAsync(server, SubmitEvent.Lose, SubmitEvent.Abandon);
        var orphan = await SentAsync(server, SubmitEvent.Accept, SubmitEvent.Orphan);
        await Book(server).NoteAsync(orphan.Id, new SubmitNews(FilmUrl: "https://films.example.com/a/1.mp4?Signature=secret#x"), Stop);
        var open = await SentAsync(server);
        await Book(server).BookStrangerAsync(new StrangeFilm("kling", "up-99", "or-ab12-7-1", 5, 6, "succeed"), Stop);

        var page = (await server.GetAsync("/v1/submits")).Data;
        Ids(page).ShouldBe([orphan.Id, unknown.Id]);
        var shown = page.GetProperty("submits")[0];
        (Text(shown, "task_id"), Text(shown, "task_status"), Text(shown, "connection"), Text(shown, "state"), Text(shown, "units")).ShouldBe(
            ($"{orphan.TaskId}", "processing", "kling", "orphaned", "3"));
        (Text(shown, "upstream_id"), Text(shown, "reference"), Text(shown, "film_url")).ShouldBe(($"up-{orphan.Id}", orphan.Reference, "https://films.example.com/a/1.mp4"));
        page.GetProperty("submits")[1].TryGetProperty("upstream_id", out _).ShouldBeFalse();
        page.GetProperty("strange_films").EnumerateArray().Select(film => Text(film, "upstream_id")).ShouldBe(["up-99"]);

        Ids((await server.GetAsync($"/v1/submits?before={orphan.Id}")).Data).ShouldBe([unknown.Id]);
        Ids((await server.GetAsync("/v1/submits?count=1&states=abandoned,sending")).Data).ShouldBe([open.Id]);
        (await server.GetAsync("/v1/submits?states=abandoned")).Data.GetProperty("strange_films").GetArrayLength().ShouldBe(0);

        var figures = (await server.GetAsync("/metrics")).Text;
        figures.ShouldContain("omnireel_submits_undecided{connection=\"kling\",state=\"abandoned\"} 1\n");
        figures.ShouldContain("omnireel_submits_undecided{connection=\"kling\",state=\"orphaned\"} 1\n");
        figures.ShouldContain("omnireel_submits_strange{connection=\"kling\"} 1\n");
    }

    [Fact]
    public async Task Each_way_to_settle_answers_with_what_was_done()
    {
        await using var server = await LiveServer.StartAsync(options => options with { Workers = 0 });
        var (resubmitted, adopted, written) = (await SentAsync(server, SubmitEvent.Lose, SubmitEvent.Abandon), await SentAsync(server, SubmitEvent.Accept, SubmitEvent.Orphan), await SentAsync(server, SubmitEvent.Lose, SubmitEvent.Abandon));

        var again = await SettleAsync(server, resubmitted, """{"action":"resubmit"}""");
        Text(again, "state").ShouldBe("settled");
        Text((await server.GetAsync($"{LiveServer.Relay}/{Text(again, "task_id")}")).Data, "task_status").ShouldBe("submitted");
        Text(await SettleAsync(server, resubmitted, """{"action":"resubmit"}"""), "task_id").ShouldBe(Text(again, "task_id"), "asked twice, made once");

        var fetched = await SettleAsync(server, adopted, """{"action":"adopt"}""");
        var task = (await server.Store.FindAsync("default", Text(fetched, "task_id"), Stop)).ShouldNotBeNull();
        task.Facts.Adopts.ShouldBe($"up-{adopted.Id}");
        Text(fetched.GetProperty("submit"), "note").ShouldContain("account default");

        var off = await SettleAsync(server, written, """{"action":"write_off","upstream_id":""}""");
        (Text(off, "state"), off.TryGetProperty("task_id", out _)).ShouldBe(("settled", false));
        Ids((await server.GetAsync("/v1/submits")).Data).ShouldBeEmpty();
        Ids((await server.GetAsync("/v1/submits?states=settled")).Data).ShouldBe([written.Id, adopted.Id, resubmitted.Id]);
    }

    [Theory]
    [InlineData("GET", "/v1/submits?states=lost", null, "abandoned")]
    [InlineData("GET", "/v1/submits?states=,", null, "abandoned")]
    [InlineData("GET", "/v1/submits?before=x", null, "id of a submit")]
    [InlineData("GET", "/v1/submits?count=0", null, "1 to 500")]
    [InlineData("POST", "/v1/submits/77/settle", """{"action":"write_off"}""", "not found")]
    [InlineData("POST", "/v1/submits/x/settle", """{"action":"write_off"}""", "not found")]
    [InlineData("POST", "/v1/submits/1/settle", "{}", "adopt, resubmit, write_off")]
    [InlineData("POST", "/v1/submits/1/settle", "[]", "JSON object")]
    [InlineData("POST", "/v1/submits/1/settle", """{"action":"pay"}""", "adopt, resubmit, write_off")]
    [InlineData("POST", "/v1/submits/1/settle", """{"action":"resubmit","upstream_id":"up"}""", "or adopt")]
    [InlineData("POST", "/v1/submits/1/settle", """{"action":"adopt"}""", "upstream's own list")]
    [InlineData("POST", "/v1/submits/1/settle", """{"action":"adopt","upstream_id":"up-2"}""", "is the film of task")]
    [InlineData("POST", "/v1/submits/1/settle", """{"action":"resubmit"}""", "not set up")]
    [InlineData("POST", "/v1/submits/2/settle", """{"action":"resubmit"}""", "it is accepted")]
    public async Task Refusals_say_what_would_be_right_in_both_languages(string verb, string path, string? body, string words)
    {
        await using var server = await LiveServer.StartAsync();
        (await SentAsync(server, SubmitEvent.Lose, SubmitEvent.Abandon)).Id.ShouldBe(1);
        (await SentAsync(server, SubmitEvent.Accept)).Id.ShouldBe(2);
        foreach (var language in new[] { "en", "zh" })
        {
            var answer = await server.SendAsync(new HttpMethod(verb), path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), ("Accept-Language", language));
            answer.ShouldBe(400, 1201);
            if (language == "en") answer.Message.ShouldContain(words);
            else answer.Message.Any(c => c is > '\u4E00' and < '\u9FFF').ShouldBeTrue(answer.Message);
        }

        (await server.SendAsync(new HttpMethod(verb), path, null, ("Authorization", "Bearer wrong"))).Status.ShouldBe(401);
    }

    private static ISubmitStore Book(LiveServer server) => server.Server.Services.GetRequiredService<ISubmitStore>();

    /// <summary>A task that is worked on, with a submit that these things happened to.</summary>
    private static async Task<Submit> SentAsync(LiveServer server, params SubmitEvent[] events)
    {
        await server.CreateAsync();
        var leased = await server.LeaseAsync();
        var submit = (await Book(server).IntendAsync(leased.Lease, new NewSubmit("kling", "or-ab12", null, "00ff", leased.Task.Facts.Units, 1, 2), Stop)).ShouldNotBeNull();
        foreach (var on in events)
            submit = (await Book(server).RecordAsync(submit.Id, on, new SubmitNews(on == SubmitEvent.Accept ? $"up-{submit.Id}" : null, on.ToString()), Stop)).ShouldNotBeNull();
        return submit;
    }

    private static async Task<JsonElement> SettleAsync(LiveServer server, Submit submit, string body)
    {
        var answer = await server.PostAsync($"/v1/submits/{submit.Id}/settle", body);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Data;
    }

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("submits").EnumerateArray().Select(submit => long.Parse(Text(submit, "id")));

    private static string Text(JsonElement part, string name) => part.GetProperty(name).GetString()!;
}

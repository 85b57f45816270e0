using System.Text;
using System.Text.Json;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Conformance;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Tests.Conformance;

/// <summary>The card of this server is clean, that of a server which takes anything is not, and neither is charged for it.</summary>
public sealed class ConformanceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task This_server_holds_everything_at_both_prefixes_and_makes_nothing_of_it()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"], new Dictionary<string, string?> { ["OMNIREEL_Tasks__Workers"] = "0" });
        foreach (var profile in (string[])["relay", "vendor"])
        {
            var card = await CardAsync(server.Url, "--profile", profile, "--may-be-charged");
            Differing(card).ShouldBeEmpty();
            card.GetProperty("profile").GetString().ShouldBe(profile);
            card.GetProperty("holds").GetInt32().ShouldBeGreaterThan(profile == "relay" ? 65 : 50);
            card.GetProperty("accepted").GetArrayLength().ShouldBe(0);
            Console.WriteLine($"conformance of {profile}: {card.GetProperty("holds")} of {card.GetProperty("judged")} hold");
        }

        (await server.Client.ListAsync(1, 30, Cancellation)).ShouldBeEmpty();
        await server.Client.CreateAsync(new NewVideo { ModelName = "kling-v3-omni", Prompt = "a boat", Mode = "std", AspectRatio = "16:9", Duration = "3" }, null, Cancellation);
        var seen = await CardAsync(server.Url);
        Differing(seen).ShouldBeEmpty();
        seen.GetProperty("checks").EnumerateArray().ShouldAllBe(one => one.GetProperty("verdict").GetString() == "holds");
    }

    [Fact]
    public async Task A_server_that_takes_anything_is_found_out_and_gets_three_bodies_that_it_could_charge_at_most()
    {
        await using var lax = await LaxServer.StartAsync();
        var free = await CardAsync(lax.Url, code: 1);
        Differing(free).ShouldContain("no_key");
        Differing(free).ShouldContain("empty_prompt");
        // Two questions of keys, and the three bodies that are wrong in more than one place.
        lax.Bodies.Select(body => Encoding.UTF8.GetString(body)).ShouldBe(["{}", "{}", .. FreeChecks.BodiesWithKey]);

        lax.Bodies.Clear();
        var charged = await CardAsync(lax.Url, code: 1, "--may-be-charged");
        charged.GetProperty("accepted").EnumerateArray().Select(id => id.GetString()).ShouldBe([LaxServer.TaskId, LaxServer.TaskId, LaxServer.TaskId]);
        lax.Bodies.Count.ShouldBe(5 + RefusalCorpus.MostAccepted);
    }

    [Theory]
    [InlineData("""{"code":200,"message":"success","data":{"task_id":"1"}}""", "1")]
    [InlineData("""{"code":"success","data":{"task_id":"1"}}""", "a task without an id")]
    [InlineData("OK", "a task without an id")]
    [InlineData("", "no answer: a task perhaps")]
    public async Task However_a_server_says_that_it_took_a_body_no_more_than_three_are_sent(string success, string id)
    {
        await using var lax = await LaxServer.StartAsync(success);
        var speech = new Speech(false);
        using var api = await ApiUnderTest.FindAsync(new Uri(lax.Url + "/kling/v1"), "k", null, speech, Cancellation);
        var corpus = new RefusalCorpus(api, speech);
        (await corpus.AskAsync(Cancellation)).Select(one => one.Verdict).ShouldBe([Verdict.Differs, Verdict.Differs, Verdict.Differs]);
        lax.Bodies.Count.ShouldBe(RefusalCorpus.MostAccepted);
        corpus.Accepted.ShouldBe([id, id, id]);
    }

    [Fact]
    public void No_body_of_the_free_checks_can_be_taken_even_by_a_server_that_overlooks_one_rule()
    {
        foreach (var profile in Enum.GetValues<ApiProfile>())
        {
            foreach (var body in FreeChecks.BodiesWithKey)
            {
                var read = RequestReader.Read(Encoding.UTF8.GetBytes(body), profile, new NoElements(), Language.English);
                read.IsAccepted.ShouldBeFalse(body);
                if (read.SyntaxError is null)
                    read.Violations.Select(v => v.Field).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3, body);
            }
        }
    }

    [Fact]
    public async Task The_bodies_to_refuse_are_those_of_the_contracts_corpus()
    {
        using var cases = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Checkout.Root, "tests/OmniReel.Contract.Tests/Golden/cases.json"), Cancellation));
        var expected = cases.RootElement.EnumerateArray().Where(one => one.GetProperty("expect").GetString() == "refuse")
            .Select(one => (one.GetProperty("id").GetString()!, one.GetProperty("field").GetString()!, Compact(one.GetProperty("body").GetRawText()))).ToList();
        RefusalCorpus.For(ApiProfile.Relay).Select(one => (one.Id, one.Field, Compact(Encoding.UTF8.GetString(one.Body.Span)))).ShouldBe(expected.Where(one => !one.Item1.StartsWith("vendor-", StringComparison.Ordinal) || Refused(one.Item3)));
        RefusalCorpus.For(ApiProfile.Vendor).Count.ShouldBeInRange(40, expected.Count - 1, "what has a default is whole there");

        static bool Refused(string body) => !RequestReader.Read(Encoding.UTF8.GetBytes(body), ApiProfile.Relay, new NoElements(), Language.English).IsAccepted;
    }

    [Theory]
    [InlineData("", "a key of the server is needed")]
    [InlineData("--key|a key", "no key can have")]
    [InlineData("--key|k|--server|ftp://x", "cannot be 'ftp://x'")]
    [InlineData("--key|k|--server|http://127.0.0.1:1", "nothing there answers")]
    public async Task What_cannot_be_asked_is_one_line(string arguments, string says)
    {
        var said = await OmniReelProgram.SayAsync(false, ["conformance", .. arguments.Split('|', StringSplitOptions.RemoveEmptyEntries)]);
        said.Code.ShouldBeOneOf(1, 2);
        said.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(says);
    }

    [Fact]
    public async Task The_card_for_people_is_in_their_language()
    {
        await using var lax = await LaxServer.StartAsync();
        var english = await OmniReelProgram.SayAsync(false, "conformance", "--server", lax.Url, "--key", "k");
        english.Output.ShouldContain("differs");
        english.Output.ShouldContain($"{lax.Url}/kling/v1: ");
        var chinese = await OmniReelProgram.SayAsync(true, "conformance", "--server", lax.Url, "--key", "k");
        chinese.Output.ShouldContain("不符");
        chinese.Output.ShouldNotContain("differs");
    }

    [Theory]
    [InlineData("", null, "an empty body")]
    [InlineData("<html>", null, "a body that is not JSON")]
    [InlineData("[]", null, "JSON without a numeric code")]
    [InlineData("""{"code":"success"}""", null, "JSON without a numeric code")]
    [InlineData("""{"code":1201,"message":7,"request_id":null}""", 1201, null)]
    public void Any_answer_is_read(string body, int? code, string? fault)
    {
        var reply = Reply.Of(200, "application/json", Encoding.UTF8.GetBytes(body));
        (reply.Code, reply.Fault).ShouldBe((code, fault));
        (reply.Message, reply.RequestId).ShouldBe(("", ""));
    }

    private static async Task<JsonElement> CardAsync(string url, params string[] more) => await CardAsync(url, 0, more);

    private static async Task<JsonElement> CardAsync(string url, int code, params string[] more)
    {
        var said = await OmniReelProgram.SayAsync(false, ["conformance", "--json", "--server", url, "--key", ServeProcess.Key, .. more]);
        said.Code.ShouldBe(code, said.Error + said.Output);
        using var card = JsonDocument.Parse(said.Output);
        return card.RootElement.Clone();
    }

    private static List<string> Differing(JsonElement card) =>
        [.. card.GetProperty("checks").EnumerateArray().Where(one => one.GetProperty("verdict").GetString() == "differs").Select(one => one.GetProperty("id").GetString()!)];

    private static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }
}

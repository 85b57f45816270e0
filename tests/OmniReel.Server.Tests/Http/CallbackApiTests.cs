using System.Text;
using System.Text.Json;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Http;

public sealed class CallbackApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_callback_is_the_bare_task_object_of_the_query_with_absolute_links()
    {
        await using var receivers = await Receivers.StartAsync(Manners.Good);
        await using var server = await LiveServer.StartAsync(options => options with { Dev = true });
        var id = await server.CreateAsync(Body(receivers.Url(0), "order-7"));
        await server.FinishAsync();
        await DeliveredAsync(server, id);

        var task = (await server.GetAsync($"{LiveServer.Relay}/{id}")).Data;
        var body = JsonDocument.Parse(receivers.All.Last().Body).RootElement;
        body.EnumerateObject().Select(p => p.Name).ShouldBe(["task_id", "task_status", "task_status_msg", "created_at", "updated_at", "final_unit_deduction", "task_info", "task_result"]);
        foreach (var part in body.EnumerateObject()) part.Value.GetRawText().ShouldBe(task.GetProperty(part.Name).GetRawText(), part.Name);
        body.GetProperty("task_info").GetProperty("external_task_id").GetString().ShouldBe("order-7");
        var url = body.GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString()!;
        url.ShouldStartWith(server.Server.Address + "/files/");
        (await server.GetAsync(new Uri(url).PathAndQuery)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Links_begin_with_the_public_address_where_there_is_one()
    {
        await using var receivers = await Receivers.StartAsync(Manners.Good);
        await using var server = await LiveServer.StartAsync(options => options with { Dev = true, PublicUrl = "https://films.example.org/x" });
        var id = await server.CreateAsync(Body(receivers.Url(0)));
        await server.FinishAsync();
        await DeliveredAsync(server, id);
        Encoding.UTF8.GetString(receivers.All.Last().Body).ShouldContain("\"url\":\"https://films.example.org/x/files/");
    }

    [Fact]
    public async Task An_empty_callback_URL_means_none()
    {
        await using var server = await LiveServer.StartAsync();
        await server.CreateAsync(Body(""));
        await server.FinishAsync();
        (await server.GetAsync("/v1/callbacks")).Data.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_list_shows_where_each_stands_and_a_replay_sends_it_again()
    {
        await using var receivers = await Receivers.StartAsync(Manners.Says(410, "no more"));
        await using var server = await LiveServer.StartAsync(options => options with { Dev = true });
        var id = await server.CreateAsync(Body(receivers.Url(0)));
        await server.PostAsync($"{LiveServer.Relay}/{id}/cancel", "");
        var name = DeliveryId.Of(long.Parse(id), 2);
        await Eventually.Async(async () => (await server.GetAsync($"/v1/callbacks/{name}")).Data.GetProperty("state").GetString() == "gone");

        var shown = (await server.GetAsync($"/v1/callbacks?state=gone&task_id={id}")).Data.EnumerateArray().ShouldHaveSingleItem();
        shown.GetProperty("id").GetString().ShouldBe(name);
        shown.GetProperty("task_status").GetString().ShouldBe("failed");
        shown.GetProperty("last_attempt").GetProperty("status").GetInt32().ShouldBe(410);
        shown.GetProperty("last_attempt").GetProperty("answer").GetString().ShouldBe("no more");
        (await server.GetAsync("/v1/callbacks?state=waiting")).Data.GetArrayLength().ShouldBe(0);

        receivers.Change(0, Manners.Good);
        (await server.PostAsync($"/v1/callbacks/{name}/replay", "")).Status.ShouldBe(200);
        await DeliveredAsync(server, id);
        (await server.PostAsync("/v1/callbacks/replay", """{"state":"delivered","since":1}""")).Data.GetProperty("replayed").GetInt32().ShouldBe(1);
        await Eventually.Async(() => Task.FromResult(receivers.All.Count == 3));
        receivers.All.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
        (await server.GetAsync("/metrics")).Text.ShouldContain("omnireel_callback_attempts_total{outcome=\"delivered\"}");
    }

    [Theory]
    [InlineData("GET", "/v1/callbacks?state=dead", null, "waiting, delivered")]
    [InlineData("GET", "/v1/callbacks?task_id=7", null, "18 digits")]
    [InlineData("GET", "/v1/callbacks?since=yesterday", null, "milliseconds")]
    [InlineData("GET", "/v1/callbacks?pageSize=0", null, "pageSize")]
    [InlineData("GET", "/v1/callbacks/whm_1_1", null, "not found")]
    [InlineData("POST", "/v1/callbacks/whm_1_1/replay", "", "not found")]
    [InlineData("POST", "/v1/callbacks/replay", "{}", "state, since, task_id")]
    [InlineData("POST", "/v1/callbacks/replay", "", "JSON object")]
    [InlineData("POST", "/v1/callbacks/replay", "[]", "JSON object")]
    [InlineData("POST", "/v1/callbacks/replay", """{"since":"x"}""", "JSON object")]
    [InlineData("POST", "/v1/callbacks/replay", """{"state":"dead"}""", "waiting, delivered")]
    [InlineData("POST", "/v1/callbacks/test", "{}", "absolute http")]
    [InlineData("POST", "/v1/callbacks/test", """{"url":"ftp://x/"}""", "absolute http")]
    public async Task Refusals_say_what_would_be_right_in_both_languages(string verb, string path, string? body, string words)
    {
        await using var server = await LiveServer.StartAsync();
        foreach (var language in new[] { "en", "zh" })
        {
            var answer = await server.SendAsync(new HttpMethod(verb), path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), ("Accept-Language", language));
            answer.ShouldBe(400, 1201);
            if (language == "en") answer.Message.ShouldContain(words);
            else answer.Message.Any(c => c is > '\u4E00' and < '\u9FFF').ShouldBeTrue(answer.Message);
        }

        (await server.SendAsync(new HttpMethod(verb), path, null, ("Authorization", "Bearer wrong"))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_rotation_shows_the_secret_once_and_keeps_it_for_its_owner_alone()
    {
        await using var server = await LiveServer.StartAsync();
        var first = (await server.PostAsync("/v1/callbacks/rotate-secret", "")).Data;
        first.TryGetProperty("previous_until", out _).ShouldBeFalse();
        var second = (await server.PostAsync("/v1/callbacks/rotate-secret", "")).Data;
        second.GetProperty("previous_until").GetInt64().ShouldBe(server.Time.GetUtcNow().AddHours(24).ToUnixTimeMilliseconds());
        SigningSecret.Parse(second.GetProperty("secret").GetString()!).ShouldNotBeNull();
        var file = Path.Combine(server.Folder, "webhook-secrets");
        File.ReadAllText(file).ShouldContain(first.GetProperty("secret").GetString()!);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Secrets_of_the_environment_are_rotated_there()
    {
        await using var server = await LiveServer.StartAsync(options => options with { SigningSecrets = [SigningSecret.Mint().Text] });
        var refused = await server.PostAsync("/v1/callbacks/rotate-secret", "");
        refused.ShouldBe(400, 1201);
        refused.Message.ShouldContain("OMNIREEL_WEBHOOK_SECRET");
    }

    [Fact]
    public async Task A_test_callback_says_what_became_of_it_and_never_leaves_the_allowed_networks()
    {
        await using var receivers = await Receivers.StartAsync(Manners.Good, Manners.Says(500, "oops"));
        await using (var server = await LiveServer.StartAsync(options => options with { Dev = true }))
        {
            (await TestAsync(server, receivers.Url(0))).GetProperty("delivered").GetBoolean().ShouldBeTrue();
            var failed = await TestAsync(server, receivers.Url(1));
            (failed.GetProperty("delivered").GetBoolean(), failed.GetProperty("status").GetInt32(), failed.GetProperty("answer").GetString()).ShouldBe((false, 500, "oops"));
            JsonDocument.Parse(receivers.All.First().Body).RootElement.GetProperty("task_status").GetString().ShouldBe("submitted");
        }

        await using var strict = await LiveServer.StartAsync();
        var denied = await TestAsync(strict, receivers.Url(0));
        denied.GetProperty("delivered").GetBoolean().ShouldBeFalse();
        denied.GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("--allow-network");
        receivers.All.Count.ShouldBe(2);

        static async Task<JsonElement> TestAsync(LiveServer server, string url) => (await server.PostAsync("/v1/callbacks/test", $$"""{"url":"{{url}}"}""")).Data;
    }

    [Fact]
    public async Task A_listener_hears_every_event_with_the_bytes_and_the_id_of_its_delivery()
    {
        await using var receivers = await Receivers.StartAsync(Manners.Good);
        await using var server = await LiveServer.StartAsync(options => options with { Dev = true, SigningSecrets = [SigningSecret.Mint().Text] });
        using var answer = await server.Client.GetAsync("/v1/callbacks/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        (await lines.ReadLineAsync(Stop)).ShouldBe(":");

        var with = await server.CreateAsync(Body(receivers.Url(0)));
        await server.FinishAsync();
        await DeliveredAsync(server, with);
        var without = await server.CreateAsync();
        await server.PostAsync($"{LiveServer.Relay}/{without}/cancel", "");
        var heard = new List<JsonElement>();
        while (heard.Count < 3)
        {
            var line = (await lines.ReadLineAsync(Stop)).ShouldNotBeNull();
            if (line.StartsWith("data: ", StringComparison.Ordinal)) heard.Add(JsonDocument.Parse(line[6..]).RootElement);
        }

        heard.Select(h => (h.GetProperty("task_id").GetString(), h.GetProperty("task_status").GetString())).ShouldBe([(with, "processing"), (with, "succeed"), (without, "failed")]);
        var delivered = receivers.All.Last();
        heard[1].GetProperty("id").GetString().ShouldBe(delivered.Id);
        heard[1].GetProperty("body").GetString().ShouldBe(Encoding.UTF8.GetString(delivered.Body));
        heard[1].GetProperty("headers").GetProperty("webhook-signature").GetString().ShouldBe(delivered.Signature);
        heard[2].TryGetProperty("callback_url", out _).ShouldBeFalse();
        (await server.GetAsync($"/v1/callbacks?task_id={without}")).Data.GetArrayLength().ShouldBe(0);
    }

    private static string Body(string callback, string external = "") =>
        LiveServer.GoodBody[..^1] + $$""","callback_url":"{{callback}}","external_task_id":"{{external}}"}""";

    private static Task DeliveredAsync(LiveServer server, string id) => Eventually.Async(async () =>
        (await server.GetAsync($"/v1/callbacks/{DeliveryId.Of(long.Parse(id), 2)}")).Data.GetProperty("state").GetString() == "delivered");
}

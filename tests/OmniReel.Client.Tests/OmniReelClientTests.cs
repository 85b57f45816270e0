using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OmniReel.Client.Tests;

public sealed class OmniReelClientTests : IDisposable
{
    private readonly ScriptedServer _server = new();
    private readonly HastyTime _time = new();
    private readonly OmniReelClient _client;

    public OmniReelClientTests() => _client = new OmniReelClient(
        new OmniReelClientOptions { BaseUrl = new Uri("http://films.test/under/"), Key = "a-key-0123456789abcdef", Language = "zh", Time = _time }, _server);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_create_sends_the_body_and_returns_the_task()
    {
        _server.ThenOk(Samples.Created);
        var created = await _client.CreateAsync(new NewVideo { Prompt = "海边", Duration = "5", MultiPrompt = [new NewShot(1, "a", "5")] }, cancellation: Cancellation);
        created.TaskId.ShouldBe("123456789012345678");
        var request = _server.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path).ShouldBe(("POST", "/under/v1/videos/omni-video"));
        request.Headers["Authorization"].ShouldBe("Bearer a-key-0123456789abcdef");
        request.Headers["Accept-Language"].ShouldBe("zh");
        request.Headers.ShouldNotContainKey("Idempotency-Key");
        using var body = JsonDocument.Parse(request.Body);
        body.RootElement.GetProperty("prompt").GetString().ShouldBe("海边");
        body.RootElement.GetProperty("multi_prompt")[0].GetProperty("duration").GetString().ShouldBe("5");
        body.RootElement.EnumerateObject().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_ready_body_goes_out_byte_for_byte()
    {
        const string body = "{ \"prompt\" : \"x\", // said\n \"element_list\":[{\"element_id\":835266081714884677}] }";
        _server.ThenOk(Samples.Created);
        await _client.CreateAsync(Encoding.UTF8.GetBytes(body), cancellation: Cancellation);
        _server.Requests.Single().Body.ShouldBe(body);
    }

    [Fact]
    public async Task Without_an_idempotency_key_a_create_is_never_sent_twice()
    {
        _server.ThenBreaks();
        var unknown = await Should.ThrowAsync<OutcomeUnknownException>(_client.CreateAsync(new NewVideo { Prompt = "x" }, cancellation: Cancellation));
        unknown.Message.ShouldContain("external_task_id");
        _server.Then(503, """{"code":5001,"message":"busy","request_id":"r"}""");
        (await Should.ThrowAsync<ServerFailedException>(_client.CreateAsync(new NewVideo { Prompt = "x" }, cancellation: Cancellation))).Status.ShouldBe(503);
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task With_an_idempotency_key_a_lost_answer_is_asked_for_again()
    {
        _server.ThenBreaks().Then(500, "<html>oops</html>", "text/html").ThenOk(Samples.Created);
        (await _client.CreateAsync(new NewVideo { Prompt = "x" }, "wish-1", Cancellation)).TaskId.ShouldBe("123456789012345678");
        _server.Requests.Count.ShouldBe(3);
        _server.Requests.ShouldAllBe(r => r.Headers["Idempotency-Key"] == "wish-1");
    }

    [Fact]
    public async Task A_refusal_says_code_message_and_request_and_is_not_repeated()
    {
        _server.Then(400, """{"code":1201,"message":"duration: 99 is too long","request_id":"req-7","data":{"errors":[]}}""");
        var refused = await Should.ThrowAsync<OmniReelException>(_client.GetAsync("1", Cancellation));
        (refused.Status, refused.Code, refused.ServerMessage, refused.RequestId).ShouldBe((400, 1201, "duration: 99 is too long", "req-7"));
        refused.Message.ShouldBe("duration: 99 is too long (HTTP 400, code 1201, request req-7)");
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_busy_server_is_given_the_time_it_asks_for()
    {
        _server.Then(429, """{"code":1302,"message":"slow down","request_id":"r"}""", adjust: a => a.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7)))
            .ThenOk(Samples.Task("submitted"));
        await _client.GetAsync("1", Cancellation);
        // Never less, and not all clients in one moment.
        _time.Pauses.ShouldHaveSingleItem().TotalSeconds.ShouldBeInRange(7, 8.75);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT")]
    public async Task A_busy_server_that_asks_for_no_time_is_given_some(string retryAfter)
    {
        for (var i = 0; i < 3; i++)
            _server.Then(429, """{"code":1302,"message":"slow down","request_id":"r"}""", adjust: a => a.Headers.TryAddWithoutValidation("Retry-After", retryAfter));
        _server.ThenOk(Samples.Task("submitted"));
        await _client.GetAsync("1", Cancellation);
        _time.Pauses.Count.ShouldBe(3);
        for (var i = 0; i < 3; i++)
            _time.Pauses[i].TotalSeconds.ShouldBeInRange(0.375 * (1 << i), 0.625 * (1 << i));
    }

    [Fact]
    public async Task An_empty_purse_is_not_waited_for()
    {
        _server.Then(429, """{"code":1102,"message":"no budget","request_id":"r"}""");
        (await Should.ThrowAsync<OmniReelException>(_client.GetAsync("1", Cancellation))).Code.ShouldBe(1102);
    }

    [Fact]
    public async Task Reading_gives_up_after_its_attempts()
    {
        for (var i = 0; i < 4; i++)
            _server.ThenBreaks();
        await Should.ThrowAsync<HttpRequestException>(_client.GetAsync("1", Cancellation));
        _server.Requests.Count.ShouldBe(4);
        _time.Pauses.ShouldBe(_time.Pauses.Order());
    }

    [Fact]
    public async Task A_refusal_that_travels_with_200_is_a_refusal()
    {
        _server.Then(200, """{"code":1203,"message":"no such model","request_id":"r"}""");
        (await Should.ThrowAsync<OmniReelException>(_client.GetAsync("1", Cancellation))).Code.ShouldBe(1203);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"code\":0}")]
    [InlineData("not JSON")]
    [InlineData("{\"code\":0,\"data\":{\"task_id\":[7]}}")]
    public async Task An_answer_of_another_kind_is_said_to_be_one(string body)
    {
        _server.Then(200, body);
        await Should.ThrowAsync<OmniReelException>(_client.GetAsync("1", Cancellation));
    }

    [Fact]
    public async Task Ids_are_escaped_and_lists_are_paged()
    {
        _server.ThenOk(Samples.Task("submitted")).ThenOk($"[{Samples.Task("succeed")}]");
        await _client.GetAsync("a/b c?", Cancellation);
        (await _client.ListAsync(2, 50, Cancellation)).ShouldHaveSingleItem().TaskStatus.ShouldBe("succeed");
        _server.Requests.Select(r => r.Path).ShouldBe(["/under/v1/videos/omni-video/a%2Fb%20c%3F", "/under/v1/videos/omni-video?pageNum=2&pageSize=50"]);
    }

    [Fact]
    public async Task Cancel_and_quote_go_to_their_places()
    {
        _server.ThenOk(Samples.Task("failed", "canceled")).ThenOk("""{"verdict":"accepted","errors":[],"units":"3"}""");
        (await _client.CancelAsync("1", Cancellation)).TaskStatusMsg.ShouldBe("canceled");
        (await _client.QuoteAsync("{}"u8.ToArray(), Cancellation)).Units.ShouldBe("3");
        _server.Requests.Select(r => (r.Method, r.Path)).ShouldBe([("POST", "/under/v1/videos/omni-video/1/cancel"), ("POST", "/under/v1/videos/omni-video/quote")]);
    }
}

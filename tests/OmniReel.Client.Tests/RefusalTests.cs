namespace OmniReel.Client.Tests;

/// <summary>What a refusal is, and what it says.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly ScriptedServer _server = new();
    private readonly HastyTime _time = new();
    private readonly OmniReelClient _client;

    public RefusalTests() => _client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), Attempts = 1, Time = _time }, _server);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Theory]
    [InlineData(400, 1201, typeof(RequestRefusedException))]
    [InlineData(400, 1301, typeof(RequestRefusedException))]
    [InlineData(413, 1201, typeof(RequestRefusedException))]
    [InlineData(415, 1200, typeof(RequestRefusedException))]
    [InlineData(401, 1001, typeof(AccessDeniedException))]
    [InlineData(401, 1004, typeof(AccessDeniedException))]
    [InlineData(403, 1103, typeof(AccessDeniedException))]
    [InlineData(404, 1203, typeof(NotFoundException))]
    [InlineData(429, 1102, typeof(LimitReachedException))]
    [InlineData(429, 1302, typeof(LimitReachedException))]
    [InlineData(500, 5000, typeof(ServerFailedException))]
    [InlineData(503, 5001, typeof(ServerFailedException))]
    [InlineData(504, 5002, typeof(ServerFailedException))]
    public async Task Each_kind_is_a_type_also_where_it_travels_with_200(int status, int code, Type type)
    {
        foreach (var travels in (int[])[status, 200])
        {
            _server.Then(travels, $$"""{"code":{{code}},"message":"no","request_id":"r"}""");
            var refused = await Should.ThrowAsync<OmniReelException>(_client.CreateAsync(new NewVideo(), cancellation: Cancellation));
            if (travels == 200 && status is 413 or 415) continue; // what is special about them is their status
            refused.ShouldBeOfType(type);
            (refused.Code, refused.ServerMessage, refused.RequestId).ShouldBe((code, "no", "r"));
        }
    }

    [Theory]
    [InlineData("""{"code":0,"data":null}""", typeof(UnexpectedAnswerException))]
    [InlineData("<html>", typeof(UnexpectedAnswerException))]
    [InlineData("""{"code":"fail_to_fetch_task","message":"gone"}""", typeof(UnexpectedAnswerException))]
    [InlineData("""{"error":{"message":"no key","type":"auth","code":401}}""", typeof(AccessDeniedException))]
    public async Task Answers_that_are_none_say_so(string body, Type type)
    {
        _server.Then(200, body);
        (await Should.ThrowAsync<OmniReelException>(_client.CreateAsync(new NewVideo(), cancellation: Cancellation))).ShouldBeOfType(type);
    }

    [Fact]
    public async Task Every_field_at_fault_is_named()
    {
        _server.Then(400, """{"code":1201,"message":"duration: 99 …","request_id":"r","data":{"errors":[{"field":"duration","rule":"duration_range","message":"duration: 99 …"},{"field":"multi_prompt[1].duration","rule":"shot_duration_sum","message":"…"}]}}""");
        var refused = await Should.ThrowAsync<RequestRefusedException>(_client.CreateAsync(new NewVideo(), cancellation: Cancellation));
        refused.Errors.Select(one => (one.Field, one.Rule)).ShouldBe([("duration", "duration_range"), ("multi_prompt[1].duration", "shot_duration_sum")]);
        refused.Errors[0].Message.ShouldBe("duration: 99 …");
    }

    [Fact]
    public async Task Relays_errors_are_read()
    {
        _server.Then(402, """{"error":{"message":"insufficient quota","type":"new_api_error","code":"insufficient_user_quota"}}""");
        var refused = await Should.ThrowAsync<RequestRefusedException>(_client.CreateAsync(new NewVideo(), cancellation: Cancellation));
        (refused.Status, refused.Code, refused.ServerMessage).ShouldBe((402, 0, "insufficient quota"));
    }

    [Fact]
    public async Task An_unknown_task_is_not_found_and_a_wrong_field_of_a_query_is_not()
    {
        _server.Then(400, """{"code":1201,"message":"Task not found by id or external_task_id.","request_id":"r"}""");
        await Should.ThrowAsync<NotFoundException>(_client.GetAsync("1", Cancellation));
        _server.Then(400, """{"code":1201,"message":"pageNum …","request_id":"r","data":{"errors":[{"field":"pageNum","rule":"page_num_range","message":"…"}]}}""");
        await Should.ThrowAsync<RequestRefusedException>(_client.ListAsync(0, 1, Cancellation));
    }

    [Theory]
    [InlineData(404, """{"code":1203,"message":"no such path","request_id":"r"}""")]
    [InlineData(404, "404 page not found")]
    [InlineData(405, "")]
    [InlineData(200, "<!doctype html>")]
    public async Task An_extension_that_a_server_lacks_is_said_to_be_one(int status, string body)
    {
        foreach (var call in (Func<Task>[])
                 [
                     () => _client.QuoteAsync(new NewVideo(), Cancellation),
                     () => _client.CancelAsync("1", Cancellation),
                     () => _client.RulesAsync(Cancellation),
                     () => _client.Callbacks.ListAsync(cancellation: Cancellation),
                     () => _client.UploadAsync(new MemoryStream([1]), null, Cancellation),
                     () => _client.EventsAsync("1", Cancellation).GetAsyncEnumerator(Cancellation).MoveNextAsync().AsTask(),
                     () => _client.IsReadyAsync(Cancellation),
                 ])
        {
            _server.Then(status, body);
            var missing = await Should.ThrowAsync<MissingFeatureException>(call());
            missing.Message.ShouldStartWith($"This server has no {missing.Feature}, which are an extension of OmniReel: it answered {status}");
        }
    }

    [Fact]
    public async Task A_quota_of_uploads_is_a_limit_with_its_rule()
    {
        _server.Then(429, """{"code":1102,"message":"file: your uploads …","request_id":"r","data":{"errors":[{"field":"file","rule":"upload_quota","message":"file: …"}]}}""");
        var full = await Should.ThrowAsync<LimitReachedException>(_client.UploadAsync(new MemoryStream([1]), null, Cancellation));
        (full.WaitingHelps, full.Errors.Single().Rule).ShouldBe((false, "upload_quota"));
    }

    [Fact]
    public async Task Retry_after_may_be_a_date_and_one_that_is_far_off_is_not_waited_for()
    {
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), Time = _time }, _server);
        _server.Then(503, "", adjust: answer => answer.Headers.RetryAfter = new(_time.GetUtcNow() + TimeSpan.FromSeconds(20))).ThenOk(Samples.Task("submitted"));
        await client.GetAsync("1", Cancellation);
        _time.Pauses.Single().TotalSeconds.ShouldBeInRange(1, 25);
        _server.Then(503, "", adjust: answer => answer.Headers.RetryAfter = new(TimeSpan.FromHours(1)));
        (await Should.ThrowAsync<ServerFailedException>(client.GetAsync("1", Cancellation))).RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        _time.Pauses.Count.ShouldBe(1);
    }
}

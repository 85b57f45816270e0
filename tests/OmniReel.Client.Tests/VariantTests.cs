namespace OmniReel.Client.Tests;

/// <summary>Tasks as servers of this API are known to write them.</summary>
public sealed class VariantTests : IDisposable
{
    private const string Done = """{"task_id":"7","task_status":"succeed","task_status_msg":"","task_info":{"external_task_id":"mine"},"task_result":{"videos":[{"id":"v","url":"https://a.test/v.mp4","duration":"5.041"}]},"created_at":1722769557708,"updated_at":1722769657708}""";

    private readonly ScriptedServer _server = new();
    private readonly HastyTime _time = new();
    private readonly OmniReelClient _client;

    public VariantTests() => _client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test/kling"), Attempts = 1, Time = _time }, _server);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    public static TheoryData<string, string> Ended => new()
    {
        { "the vendor's", """{"code":0,"message":"SUCCEED","request_id":"r","data":DONE}""".Replace("DONE", Done) },
        { "wrapped once", """{"code":"success","message":"","data":{"task_id":"7","action":"OMNI_VIDEO","status":"SUCCESS","progress":"100%","data":DONE}}""".Replace("DONE", Done) },
        { "wrapped twice", """{"code":"success","message":"","data":{"task_id":"7","status":"SUCCESS","data":{"code":0,"message":"SUCCEED","request_id":"r","data":DONE}}}""".Replace("DONE", Done) },
        { "compact", """{"task_id":"7","status":"SUCCESS","video_url":"https://a.test/v.mp4","duration":5.041,"model":"kling-v3-omni","cost":3,"request_id":"r"}""" },
        { "with numbers for texts", """{"code":0,"data":{"task_id":7,"task_status":"succeed","task_result":{"videos":[{"id":1,"url":"https://a.test/v.mp4","duration":5.041}]},"final_unit_deduction":3.5}}""" },
    };

    [Theory]
    [MemberData(nameof(Ended))]
    public async Task A_task_that_ended_is_read(string variant, string answer)
    {
        _server.Then(200, answer);
        var task = await _client.GetAsync("7", Cancellation);
        (task.TaskId, task.TaskStatus).ShouldBe(("7", "succeed"), variant);
        var film = task.TaskResult.Videos.ShouldNotBeNull().ShouldHaveSingleItem();
        (film.Url, film.Duration).ShouldBe(("https://a.test/v.mp4", "5.041"), variant);
    }

    [Theory]
    [InlineData("""{"code":0,"message":"success","request_id":"r","data":{"task_id":"7","task_status":"submitted","task_info":{},"created_at":1,"updated_at":1}}""")]
    [InlineData("""{"code":0,"message":"","task_id":"7"}""")]
    [InlineData("""{"id":"7","task_id":"7","object":"video","model":"kling-v3-omni","status":"queued","progress":0,"created_at":1722769557}""")]
    [InlineData("""{"id":"7","object":"video","status":"queued","created_at":1722769557}""")]
    public async Task Creates_are_read(string answer)
    {
        _server.Then(200, answer);
        var created = await _client.CreateAsync(new NewVideo(), cancellation: Cancellation);
        (created.TaskId, created.TaskStatus).ShouldBe(("7", "submitted"));
        created.CreatedAt.ShouldBeOneOf(0, 1000, 1722769557000);
    }

    [Theory]
    [InlineData("SUBMITTED", "submitted")]
    [InlineData("QUEUED", "submitted")]
    [InlineData("IN_PROGRESS", "processing")]
    [InlineData("FAILURE", "failed")]
    [InlineData("REVIEWING", "REVIEWING")]
    public async Task A_relays_words_are_the_vendors_and_new_ones_are_kept(string word, string status)
    {
        _server.Then(200, """{"code":"success","data":{"task_id":"relay-7","status":"WORD","progress":"45%","fail_reason":"too dark","data":INNER}}"""
            .Replace("WORD", word).Replace("INNER", status == "failed" ? """{"task_id":"inner","task_status":"processing"}""" : "null"));
        var task = await _client.GetAsync("relay-7", Cancellation);
        // The relay's own id: it knows no other.
        (task.TaskId, task.TaskStatus, task.TaskStatusMsg).ShouldBe(("relay-7", status, status == "failed" ? "too dark" : ""));
    }

    [Fact]
    public async Task Lists_are_read_in_both_shapes_and_empty_ones()
    {
        _server.Then(200, """{"code":0,"data":[DONE]}""".Replace("DONE", Done)).Then(200, """{"code":"success","data":{"items":[DONE,DONE],"total":2}}""".Replace("DONE", Done)).Then(200, """{"code":0,"data":[]}""");
        (await _client.ListAsync(cancellation: Cancellation)).Count.ShouldBe(1);
        (await _client.ListAsync(cancellation: Cancellation)).Count.ShouldBe(2);
        (await _client.ListAsync(cancellation: Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nobody_knows_is_kept()
    {
        _server.Then(200, """{"code":0,"data":{"task_id":"7","task_status":"processing","final_balance_deduction":{"quota":"1.8"},"omnireel":{"plan":"of another shape","attempts":"many"}}}""");
        var task = await _client.GetAsync("7", Cancellation);
        task.Raw.ShouldNotBeNull().GetProperty("final_balance_deduction").GetProperty("quota").GetString().ShouldBe("1.8");
        task.OmniReel.ShouldBeNull();
        (task.FinalUnitDeduction, task.WatermarkInfo.Enabled, task.TaskInfo.ExternalTaskId).ShouldBe(("", false, null));
    }

    [Fact]
    public async Task A_relay_is_waited_for_by_polling_with_its_progress()
    {
        var news = new List<int>();
        _server.Then(404, "404 page not found")
            .Then(200, """{"code":"success","data":{"task_id":"7","status":"IN_PROGRESS","progress":"45%"}}""")
            .Then(200, """{"task_id":"7","status":"SUCCESS","video_url":"https://a.test/v.mp4"}""");
        (await _client.WaitAsync("7", new Told(news), Cancellation)).TaskStatus.ShouldBe("succeed");
        news.ShouldBe([45]);
        _server.Requests[^1].Path.ShouldBe("/kling/v1/videos/omni-video/7");
    }

    private sealed class Told(List<int> news) : IProgress<Contract.Answers.TaskEventData>
    {
        public void Report(Contract.Answers.TaskEventData value) => news.Add(value.Progress);
    }
}

using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Errors;
using OmniReel.Server.Http.Lab;

namespace OmniReel.Server.Tests.Lab;

/// <summary>Answers that go wrong, as a client meets them.</summary>
public sealed class AnswerScenarioTests(LabServer server) : IClassFixture<LabServer>
{
    public static TheoryData<int, int> Codes => [.. ErrorCodes.All.Where(one => one.Code != ErrorCode.Ok).Select(one => ((int)one.Code, one.HttpStatus))];

    [Theory]
    [MemberData(nameof(Codes))]
    [Scenario("error")]
    public async Task Every_documented_code_can_be_had_on_post_get_and_list(int code, int status)
    {
        using var client = server.Client($"code-{code}");
        var order = ("X-OmniReel-Lab", $"error; code={code}; message=\"no, not now\"");
        foreach (var answer in (Http.Support.Answer[])[await client.PostTaskAsync(order.Item2), await client.QueryAsync("1", order), await client.GetAsync(LabServer.Videos, order)])
        {
            answer.ShouldBe(status, code);
            answer.Message.ShouldBe("no, not now");
            (answer.Header("Retry-After") is not null).ShouldBe(((ErrorCode)code).Entry().WaitingHelps);
        }

        (await client.GetAsync(LabServer.Videos)).Data.GetArrayLength().ShouldBe(0);
        (await client.JournalAsync("fault=error")).Count.ShouldBe(3);
    }

    [Fact]
    [Scenario("error")]
    public async Task A_burst_refuses_so_often_and_then_all_is_well()
    {
        using var client = server.Client("burst");
        await client.OrderAsync("error; code=1303; times=3; retry=7; on=create");
        for (var i = 0; i < 3; i++)
        {
            var refused = await client.PostTaskAsync();
            refused.ShouldBe(429, 1303);
            refused.Header("Retry-After").ShouldBe("7");
            (await client.GetAsync(LabServer.Videos)).Status.ShouldBe(200);
        }

        await client.CreateAsync();
        (await client.JournalAsync("kind=create&status=429")).Count.ShouldBe(3);
        (await client.JournalAsync("kind=create&status=200")).Count.ShouldBe(1);
    }

    [Fact]
    [Scenario("error")]
    public async Task The_text_of_a_header_counts_over_requests_and_skips()
    {
        using var client = server.Client("skip");
        var codes = new List<int>();
        for (var i = 0; i < 4; i++) codes.Add((await client.GetAsync(LabServer.Videos, ("X-OmniReel-Lab", "error; code=5001; skip=1; times=2"))).Code);
        codes.ShouldBe([0, 5001, 5001, 0]);
    }

    [Fact]
    [Scenario("error")]
    public async Task Retry_After_is_exact_by_the_clock_of_the_test()
    {
        using var client = server.Client("retry-after");
        await client.ClockAsync("stopped");
        await client.OrderAsync("error; code=1302; seconds=30");
        (await client.PostTaskAsync()).Header("Retry-After").ShouldBe("30");
        await client.AdvanceAsync(29);
        (await client.PostTaskAsync()).Header("Retry-After").ShouldBe("1");
        await client.AdvanceAsync(1);
        await client.CreateAsync();
    }

    [Theory]
    [InlineData("/v1/callbacks/events")]
    [InlineData("/v1/callbacks/events/")]
    [InlineData("/kling/v1/videos/omni-video/1/events")]
    [InlineData("/v1/elements/1/events")]
    public void What_is_a_stream_is_known_by_the_end_of_its_path(string path)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = ("GET", path);
        LabVisit.KindOf(context.Request).ShouldBe("events");
    }

    [Fact]
    [Scenario("slow-answer")]
    public async Task A_stream_of_callbacks_is_not_kept_for_an_order_for_any_answer()
    {
        using var client = server.Client("streams");
        await client.OrderAsync("slow-answer; ms=1", "chunked-answer", "malformed; how=text");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/callbacks/events");
        request.Headers.Add("X-OmniReel-Test", "streams");
        using var stream = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        (stream.IsSuccessStatusCode, stream.Content.Headers.ContentType?.MediaType).ShouldBe((true, "text/event-stream"));
    }

    [Fact]
    [Scenario("drop")]
    public async Task A_dropped_request_has_no_answer_and_does_nothing()
    {
        using var client = server.Client("drop");
        await Should.ThrowAsync<HttpRequestException>(() => client.PostTaskAsync("drop; times=1"));
        (await client.GetAsync(LabServer.Videos)).Data.GetArrayLength().ShouldBe(0);
        var request = (await client.JournalAsync("kind=create")).All.ShouldHaveSingleItem();
        request.GetProperty("status").ValueKind.ShouldBe(JsonValueKind.Null);
        request.GetProperty("fault").GetString().ShouldBe("drop");
        request.GetProperty("body").GetString().ShouldBe(LabClient.Body());
    }

    [Fact]
    [Scenario("answer-lost")]
    public async Task A_lost_answer_is_found_again_by_its_idempotency_key()
    {
        using var client = server.Client("lost");
        (string, string) key = ("Idempotency-Key", "once-and-only-once");
        await Should.ThrowAsync<HttpRequestException>(() => client.PostTaskAsync("answer-lost; times=1", null, key));
        var id = await client.CreateAsync("answer-lost; times=1", null, key);
        var only = (await client.GetAsync(LabServer.Videos)).Data.EnumerateArray().ShouldHaveSingleItem();
        only.GetProperty("task_id").GetString().ShouldBe(id);
        (await client.JournalAsync("kind=create")).Count.ShouldBe(2);
    }

    [Fact]
    [Scenario("slow-answer")]
    public async Task A_slow_answer_comes_late_and_a_client_that_gave_up_has_a_task()
    {
        using var client = server.Client("slow-answer");
        var start = Stopwatch.GetTimestamp();
        await client.CreateAsync("slow-answer; ms=300");
        Stopwatch.GetElapsedTime(start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(299));

        using var hasty = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, LabServer.Videos) { Content = new StringContent(LabClient.Body("Another.")) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-OmniReel-Test", "slow-answer");
        request.Headers.Add("X-OmniReel-Lab", "slow-answer; ms=600000");
        var waiting = client.Http.SendAsync(request, hasty.Token);
        await Http.Support.Eventually.Async(async () => (await client.GetAsync(LabServer.Videos)).Data.GetArrayLength() == 2);
        waiting.IsCompleted.ShouldBeFalse();
        await hasty.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    [Scenario("chunked-answer")]
    public async Task A_chunked_answer_is_the_same_answer_without_a_length()
    {
        using var client = server.Client("chunked");
        var answer = await client.PostTaskAsync("chunked-answer; bytes=5; ms=1");
        answer.ShouldBe(200, 0);
        answer.Header("Transfer-Encoding").ShouldBe("chunked");
        answer.Data.GetProperty("task_status").GetString().ShouldBe("submitted");
    }

    [Theory]
    [InlineData("cut", "{\"code\":0")]
    [InlineData("text", "upstream")]
    [InlineData("empty", "")]
    [InlineData("array", "[]")]
    [Scenario("malformed")]
    public async Task A_malformed_answer_is_200_and_nonsense(string how, string begins)
    {
        using var client = server.Client($"malformed-{how}");
        var answer = await client.PostTaskAsync($"malformed; how={how}");
        answer.Status.ShouldBe(200);
        answer.Text.ShouldStartWith(begins);
        Should.Throw<Exception>(() => JsonDocument.Parse(answer.Text).RootElement.GetProperty("data"));
        (await client.GetAsync(LabServer.Videos)).Data.GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData(502, "no", 0)]
    [InlineData(503, "yes", 1)]
    [InlineData(504, "yes", 1)]
    [Scenario("bad-gateway")]
    public async Task A_proxy_answers_in_html_whether_the_request_reached_the_server_or_not(int status, string reached, int tasks)
    {
        using var client = server.Client($"gateway-{status}");
        var answer = await client.PostTaskAsync($"bad-gateway; status={status}; reached={reached}");
        (answer.Status, answer.Header("Content-Type")).ShouldBe((status, "text/html"));
        answer.Text.ShouldStartWith("<html>");
        (await client.GetAsync(LabServer.Videos)).Data.GetArrayLength().ShouldBe(tasks);
    }

    [Fact]
    [Scenario("bad-gateway")]
    public async Task A_stream_of_events_is_refused_too_and_left_alone_by_what_needs_a_whole_answer()
    {
        using var client = server.Client("events");
        var id = await client.CreateAsync();
        await client.EndAsync(id);
        (await client.GetAsync($"{LabServer.Videos}/{id}/events", ("X-OmniReel-Lab", "bad-gateway; on=events"))).Status.ShouldBe(502);
        var events = await client.GetAsync($"{LabServer.Videos}/{id}/events", ("X-OmniReel-Lab", "malformed"));
        events.Text.ShouldContain("event: end");
    }
}

using System.Text;
using OmniReel.Contract.Answers;

namespace OmniReel.Client.Tests;

public sealed class WaitingTests : IDisposable
{
    private readonly ScriptedServer _server = new();
    private readonly HastyTime _time = new();
    private readonly News _news = new();
    private readonly OmniReelClient _client;

    public WaitingTests() => _client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), Time = _time }, _server);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Events_are_told_and_the_end_is_read()
    {
        _server.Then(200, Samples.Event("submitted", 0) + ": still here\n\n" + Samples.Event("processing", 40) + Samples.Event("succeed", 100), "text/event-stream")
            .ThenOk(Samples.Task("succeed"));
        (await _client.WaitAsync("1", _news, Cancellation)).TaskStatus.ShouldBe("succeed");
        _news.Told.Select(n => n.Progress).ShouldBe([0, 40, 100]);
        _server.Requests.Select(r => r.Path).ShouldBe(["/v1/videos/omni-video/1/events", "/v1/videos/omni-video/1"]);
    }

    [Fact]
    public async Task A_stream_that_ends_early_is_opened_again()
    {
        _server.Then(200, Samples.Event("processing", 10), "text/event-stream").ThenOk(Samples.Task("processing"))
            .ThenBreaks()
            .Then(200, Samples.Event("failed", 10), "text/event-stream").ThenOk(Samples.Task("failed", "no"));
        (await _client.WaitAsync("1", _news, Cancellation)).TaskStatusMsg.ShouldBe("no");
        _news.Told.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_there_are_no_events_it_polls()
    {
        _server.Then(404, """{"code":1203,"message":"no such path","request_id":"r"}""")
            .ThenOk(Samples.Task("submitted")).ThenOk(Samples.Task("processing")).ThenOk(Samples.Task("succeed"));
        (await _client.WaitAsync("1", _news, Cancellation)).TaskStatus.ShouldBe("succeed");
        _server.Requests.Count(r => r.Path.EndsWith("/events", StringComparison.Ordinal)).ShouldBe(1);
        _time.Pauses.ShouldBe([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up()
    {
        for (var i = 0; i < 100; i++)
            _server.ThenBreaks();
        await Should.ThrowAsync<HttpRequestException>(_client.WaitAsync("1", null, Cancellation));
        _time.Pauses.Sum(pause => pause.TotalSeconds).ShouldBeInRange(30, 60);
    }

    [Fact]
    public async Task A_restart_of_half_a_minute_is_waited_out_with_the_stream_and_with_the_question_after_it()
    {
        _server.Then(200, Samples.Event("processing", 10), "text/event-stream");
        for (var i = 0; i < 8; i++)
            _server.ThenBreaks();
        _server.Then(200, Samples.Event("succeed", 100), "text/event-stream").ThenOk(Samples.Task("succeed"));
        (await _client.WaitAsync("1", _news, Cancellation)).TaskStatus.ShouldBe("succeed");
        _time.Pauses.Sum(pause => pause.TotalSeconds).ShouldBeInRange(10, 30);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_is_opened_again()
    {
        using var client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri("http://films.test"), Time = _time, SilenceLimit = TimeSpan.FromMilliseconds(20) }, _server);
        // By the real clock a later stream may be given up as well: each is asked for its place, and not by its turn.
        var streams = 0;
        for (var i = 0; i < 50; i++)
        {
            _server.Then(request =>
            {
                if (!request.RequestUri!.AbsolutePath.EndsWith("/events", StringComparison.Ordinal))
                    return Answer($$"""{"code":0,"message":"SUCCEED","request_id":"r1","data":{{Samples.Task("succeed")}}}""", "application/json");
                return streams++ == 0
                    ? new HttpResponseMessage { Content = new StreamContent(new SilentStream()) { Headers = { ContentType = new("text/event-stream") } } }
                    : Answer(Samples.Event("succeed", 100), "text/event-stream");
            });
        }

        (await client.WaitAsync("1", _news, Cancellation)).TaskStatus.ShouldBe("succeed");
        streams.ShouldBeGreaterThan(1);

        static HttpResponseMessage Answer(string body, string type) => new() { Content = new StringContent(body, Encoding.UTF8, type) };
    }

    [Fact]
    public async Task A_stream_that_was_silent_for_longer_than_a_server_may_be_away_is_opened_again()
    {
        var silent = new SilentStream { Ended = () => _time.Passed += TimeSpan.FromSeconds(45) };
        _server.Then(_ => new HttpResponseMessage { Content = new StreamContent(silent) { Headers = { ContentType = new("text/event-stream") } } })
            .ThenBreaks()
            .Then(200, Samples.Event("succeed", 100), "text/event-stream").ThenOk(Samples.Task("succeed"));
        (await _client.WaitAsync("1", _news, Cancellation)).TaskStatus.ShouldBe("succeed");
    }

    [Fact]
    public async Task An_unknown_task_is_a_refusal()
    {
        for (var i = 0; i < 2; i++)
            _server.Then(400, """{"code":1201,"message":"not found","request_id":"r"}""");
        (await Should.ThrowAsync<NotFoundException>(_client.WaitAsync("1", null, Cancellation))).Code.ShouldBe(1201);
    }

    [Theory]
    [InlineData(400, """{"code":1201,"message":"no task 1/events","request_id":"r"}""")]
    [InlineData(403, "Forbidden")]
    [InlineData(500, "oops")]
    [InlineData(200, "<html>")]
    public async Task However_a_server_says_that_it_has_no_events_its_tasks_are_waited_for(int status, string body)
    {
        _server.Then(status, body).ThenOk(Samples.Task("processing")).ThenOk(Samples.Task("succeed"));
        (await _client.WaitAsync("1", _news, Cancellation)).TaskStatus.ShouldBe("succeed");
    }

    [Fact]
    public async Task Events_that_cannot_be_read_are_done_without()
    {
        _server.Then(200, "data: hello\n\n", "text/event-stream").ThenOk(Samples.Task("succeed"));
        (await _client.WaitAsync("1", _news, Cancellation)).TaskStatus.ShouldBe("succeed");
    }

    /// <summary>A connection whose other end is gone: nothing comes, and nothing ends.</summary>
    private sealed class SilentStream : MemoryStream
    {
        /// <summary>When set, the silence has lasted, and the connection is given up.</summary>
        public Action? Ended { get; init; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Ended is not null)
            {
                Ended();
                throw new TimeoutException("silent");
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }

    private sealed class News : IProgress<TaskEventData>
    {
        public List<TaskEventData> Told { get; } = [];

        public void Report(TaskEventData value) => Told.Add(value);
    }
}

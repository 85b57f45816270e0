using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tests.Engines.Kling.Support;

namespace OmniReel.Server.Tests.Engines.Kling;

public sealed class KlingUpstreamTests
{
    private const string Good = """{"code":0,"data":{"task_id":"8","task_status":"submitted","task_info":{"external_task_id":"a b/1"}}}""";
    private const string Empty = """{"code":0,"data":[]}""";
    private const string NoPath = """{"code":1203,"message":"no such path"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Questions_go_where_the_vendor_has_them()
    {
        await using var api = new ScriptedApi(heard => (200, heard.Path.Contains('?', StringComparison.Ordinal) ? Empty : Good));
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url));
        (await upstream.FindAsync("a b/1", Stop)).ShouldBeOfType<UpstreamSighting.Found>().Report.UpstreamId.ShouldBe("8");
        (await upstream.PollAsync("8", Stop)).Status.ShouldBe(UpstreamStatus.Going);
        (await upstream.ListAsync(2, 30, Stop)).Items.ShouldNotBeNull().ShouldBeEmpty();
        api.All.Select(heard => $"{heard.Method} {heard.Path}").ShouldBe(
            ["GET /v1/videos/omni-video/a%20b%2F1", "GET /v1/videos/omni-video/8", "GET /v1/videos/omni-video?pageNum=2&pageSize=30"]);
    }

    [Theory]
    [InlineData("https://api-singapore.klingai.com", null, "https://api-singapore.klingai.com/v1")]
    [InlineData("https://api-beijing.klingai.com/", null, "https://api-beijing.klingai.com/v1")]
    [InlineData("https://api.klingai.com", null, "https://api.klingai.com/v1")]
    [InlineData("https://relay.example/kling", null, "https://relay.example/kling/v1")]
    [InlineData("https://relay.example/kling/v1/", null, "https://relay.example/kling/v1")]
    [InlineData("https://relay.example/v1", null, "https://relay.example/v1")]
    [InlineData("https://relay.example/v1/ai/x/kling/videos/omni-video", null, "https://relay.example/v1/ai/x/kling")]
    [InlineData("https://relay.example/other", "/kling", "https://relay.example/kling/v1")]
    [InlineData("https://relay.example:8443", "/", "https://relay.example:8443/v1")]
    [InlineData("https://relay.example", null, null)]
    public void The_host_a_path_or_a_setting_says_where_the_API_is(string url, string? prefix, string? root) =>
        KlingPlaces.Of(ScriptedApi.Connection(url, prefix))?.Root.ShouldBe(root);

    [Theory]
    [InlineData("/v1", "/v1/videos/omni-video")]
    [InlineData("/kling", "/kling/v1/videos/omni-video")]
    public async Task An_unknown_host_is_asked_once_where_its_API_is_and_nothing_is_posted_elsewhere(string has, string posted)
    {
        await using var api = new ScriptedApi(heard => !heard.Path.StartsWith(has, StringComparison.Ordinal) ? (404, NoPath) : (200, heard.Method == "GET" ? Empty : Good));
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url, null));
        for (var i = 0; i < 3; i++)
            (await upstream.SubmitAsync("{}"u8.ToArray(), Stop)).ShouldBeOfType<SubmitAnswer.Accepted>();
        api.All.Count(heard => heard.Method == "GET").ShouldBe(has == "/v1" ? 1 : 2);
        api.Posts.Select(heard => heard.Path).ShouldBe([posted, posted, posted]);
    }

    [Fact]
    public async Task A_relay_without_a_list_is_found_by_the_path_that_it_answers_in_words_of_its_own()
    {
        await using var api = new ScriptedApi(heard => heard.Path.StartsWith("/kling/", StringComparison.Ordinal)
            ? heard.Method == "GET" ? (400, """{"code":"invalid_request","message":"task id is needed"}""") : (200, Good)
            : (404, """{"error":{"message":"Invalid URL"}}"""));
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url, null));
        (await upstream.SubmitAsync("{}"u8.ToArray(), Stop)).ShouldBeOfType<SubmitAnswer.Accepted>();
        api.Posts.Single().Path.ShouldStartWith("/kling/");
    }

    [Theory]
    [InlineData(404, NoPath, false)]
    [InlineData(503, "{}", false)]
    [InlineData(200, "<html>", false)]
    [InlineData(401, """{"code":1002,"message":"bad key"}""", true)]
    public async Task Where_the_path_is_not_found_nothing_is_posted_and_it_is_looked_for_again(int status, string says, bool closed)
    {
        var isUp = false;
        await using var api = new ScriptedApi(heard => isUp ? (200, heard.Method == "GET" ? Empty : Good) : (status, says));
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url, null));
        var answer = await upstream.SubmitAsync("{}"u8.ToArray(), Stop);
        if (closed)
            answer.ShouldBeOfType<SubmitAnswer.Rejected>().Kind.ShouldBe(RejectKind.Account);
        else
            answer.ShouldBeOfType<SubmitAnswer.NotSent>().Reason.ShouldContain("KLING_PATH_PREFIX");
        (await upstream.FindAsync("r", Stop)).ShouldBeOfType<UpstreamSighting.Unclear>();
        (await upstream.PollAsync("8", Stop)).Status.ShouldBe(UpstreamStatus.Unclear);
        (await upstream.ListAsync(1, 1, Stop)).Items.ShouldBeNull();
        api.Posts.ShouldBeEmpty();
        isUp = true;
        (await upstream.SubmitAsync("{}"u8.ToArray(), Stop)).ShouldBeOfType<SubmitAnswer.Accepted>();
    }

    [Fact]
    public async Task A_pair_signs_tokens_that_are_made_anew_before_they_end()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        await using var api = new ScriptedApi(_ => (200, Empty));
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url, credentials: new KlingCredentials.Pair("AK-1", "秘密-secret-key-1")), time);
        var tokens = new List<string>();
        foreach (var minutes in new[] { 0, 20, 4, 2, -10 })
        {
            if (minutes < 0)
                time.AdjustTime(time.GetUtcNow().AddMinutes(minutes));
            else
                time.Advance(TimeSpan.FromMinutes(minutes));
            await upstream.ListAsync(1, 1, Stop);
            tokens.Add(api.All.Last().Head.Split("Authorization: Bearer ")[1].Split("\r\n")[0]);
        }

        // The second and third are the first, which has 6 minutes left; the clock that was set back makes another.
        tokens.Select(token => tokens.IndexOf(token)).ShouldBe([0, 0, 0, 3, 4]);
        var parts = tokens[3].Split('.');
        var at = new DateTimeOffset(2026, 11, 23, 12, 26, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Decoded(parts[0]).ShouldBe("""{"alg":"HS256","typ":"JWT"}""");
        var claims = JsonDocument.Parse(Decoded(parts[1])).RootElement;
        (claims.GetProperty("iss").GetString(), claims.GetProperty("exp").GetInt64(), claims.GetProperty("nbf").GetInt64()).ShouldBe(("AK-1", at + 1800, at - 5));
        parts[2].ShouldBe(Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes("秘密-secret-key-1"), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"))));
    }

    [Fact]
    public async Task Trouble_of_a_question_is_unclear_and_never_an_error()
    {
        var time = new FakeTimeProvider();
        var isHeard = new TaskCompletionSource();
        await using var silent = Inputs.Support.ScriptedListener.Raw(async (_, _, cancellation) =>
        {
            isHeard.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        });
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(silent.Url), time);
        var asking = upstream.FindAsync("r", Stop);
        await isHeard.Task.WaitAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(20));
        (await asking).ShouldBeOfType<UpstreamSighting.Unclear>().Reason.ShouldBe("no whole answer within 20 s");
        await silent.DisposeAsync();
        (await upstream.PollAsync("8", Stop)).Status.ShouldBe(UpstreamStatus.Unclear);
        await Should.ThrowAsync<OperationCanceledException>(() => upstream.PollAsync("8", new CancellationToken(true)));
    }

    [Fact]
    public void No_key_is_ever_written_out()
    {
        var connection = ScriptedApi.Connection("https://relay.example", credentials: new KlingCredentials.Pair("AK-hidden", "SK-hidden"));
        $"{connection} {connection.Credentials} {ScriptedApi.Connection("https://relay.example")}".ShouldNotContain("hidden");
        ScriptedApi.Connection("https://relay.example").ToString().ShouldNotContain("sk-secret");
    }

    private static string Decoded(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tests.Engines.Kling.Support;
using OmniReel.Server.Tests.Inputs.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Kling;

/// <summary>A submit over raw sockets: it is sent once or not at all, and which of the two is always known.</summary>
public sealed class OnePostTests
{
    private const string Good = """{"code":0,"data":{"task_id":"8","task_status":"submitted"}}""";

    private static readonly byte[] s_body = Encoding.UTF8.GetBytes("""{"model_name":"kling-v3-omni","prompt":"海"}""");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_submit_is_one_plain_request_on_a_connection_of_its_own()
    {
        await using var api = new ScriptedApi(_ => (200, Good));
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url));
        for (var i = 1; i <= 3; i++)
        {
            (await upstream.SubmitAsync(s_body, Stop)).ShouldBe(new SubmitAnswer.Accepted("8"));
            api.Connections.ShouldBe(i);
        }

        foreach (var heard in api.All)
        {
            heard.Head.ShouldStartWith("POST /v1/videos/omni-video HTTP/1.1\r\n");
            heard.Head.ShouldContain("Connection: close\r\n");
            heard.Head.ShouldContain($"Content-Length: {s_body.Length}\r\n");
            heard.Head.ShouldContain("Content-Type: application/json\r\n");
            heard.Head.ShouldContain("Authorization: Bearer sk-secret-of-the-test\r\n");
            heard.Head.ShouldNotContain("Expect", Case.Insensitive);
            heard.Head.ShouldNotContain("Transfer-Encoding", Case.Insensitive);
            heard.Body.ShouldBe(s_body);
        }
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = $"http://{free.LocalEndpoint}";
        free.Stop();
        (await SubmitAsync(url)).ShouldBeOfType<SubmitAnswer.NotSent>();
    }

    [Fact]
    public async Task Where_TLS_fails_or_hangs_nothing_was_sent()
    {
        await using var closing = ScriptedListener.Tls((_, _) => Task.CompletedTask);
        (await SubmitAsync(closing.Url.Replace("http:", "https:", StringComparison.Ordinal))).ShouldBeOfType<SubmitAnswer.NotSent>();
        await using var garbage = ScriptedListener.Tls(async (stream, cancellation) => await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), cancellation));
        (await SubmitAsync(garbage.Url.Replace("http:", "https:", StringComparison.Ordinal))).ShouldBeOfType<SubmitAnswer.NotSent>();
        await using var silent = ScriptedListener.Tls(async (_, cancellation) => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation));
        (await SubmitAsync(silent.Url.Replace("http:", "https:", StringComparison.Ordinal), TimeSpan.FromMilliseconds(300))).ShouldBeOfType<SubmitAnswer.NotSent>().Reason.ShouldContain("no connection");
        (closing.Connections, garbage.Connections, silent.Connections).ShouldBe((1, 1, 1));
    }

    /// <summary>.NET sends again what a stale connection has eaten. Here there is no connection but the first, wherever it breaks.</summary>
    [Fact]
    public async Task A_connection_that_breaks_anywhere_is_lost_and_never_made_again()
    {
        var random = new Random(11);
        var (count, lost, unsent) = (Checkout.Count(120, 2000), 0, 0);
        for (var i = 0; i < count; i++)
        {
            int read = random.Next(0, 400), answered = random.Next(3) == 0 ? random.Next(1, 70) : 0;
            var (reset, large) = (random.Next(2) == 0, random.Next(4) == 0);
            await using var api = ScriptedListener.Tls(async (stream, cancellation) =>
            {
                if (read > 0)
                    await stream.ReadAtLeastAsync(new byte[read], Math.Min(read, s_body.Length), throwOnEndOfStream: false, cancellation);
                if (answered > 0)
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Good.Length}\r\n\r\n{Good}").AsMemory(..answered), cancellation);
                if (reset)
                    ((NetworkStream)stream).Socket.LingerState = new LingerOption(true, 0);
            });
            using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url));
            var answer = await upstream.SubmitAsync(large ? new byte[1 << 20] : s_body, Stop);
            lost += answer is SubmitAnswer.Lost ? 1 : 0;
            unsent += answer is SubmitAnswer.NotSent ? 1 : 0;
            // Not one byte is told from some by the other side too: a reset may come before the first.
            (answer is SubmitAnswer.Lost || (answer is SubmitAnswer.NotSent && read == 0 && answered == 0)).ShouldBeTrue($"{answer} after {read} read, {answered} answered");
            api.Connections.ShouldBe(1);
        }

        Console.WriteLine($"one POST: {count} connections broken at random places: {lost} lost, {unsent} not sent, {count} connections made, none a second time");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new ScriptedApi(_ => (200, Good));
        await using var api = ScriptedListener.Redirecting(elsewhere.Url + "/v1/videos/omni-video", "307 Temporary Redirect");
        (await SubmitAsync(api.Url)).ShouldBeOfType<SubmitAnswer.Lost>();
        (api.Connections, elsewhere.Connections).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Who_is_cut_off_after_the_first_byte_has_lost_it()
    {
        var isHeard = new TaskCompletionSource();
        await using var api = ScriptedListener.Raw(async (_, _, cancellation) =>
        {
            isHeard.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        });
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url));
        using var cut = new CancellationTokenSource();
        (await upstream.SubmitAsync(s_body, new CancellationToken(true))).ShouldBeOfType<SubmitAnswer.NotSent>();
        var sending = upstream.SubmitAsync(s_body, cut.Token);
        await isHeard.Task.WaitAsync(Stop);
        await cut.CancelAsync();
        (await sending).ShouldBeOfType<SubmitAnswer.Lost>();
        api.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_within_a_minute_is_lost()
    {
        var (time, isHeard) = (new FakeTimeProvider(), new TaskCompletionSource());
        await using var api = ScriptedListener.Raw(async (_, _, cancellation) =>
        {
            isHeard.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
        });
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(api.Url), time);
        var sending = upstream.SubmitAsync(s_body, Stop);
        await isHeard.Task.WaitAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(59));
        sending.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        (await sending).ShouldBe(new SubmitAnswer.Lost("no whole answer within 60 s"));
    }

    [Fact]
    public async Task An_answer_without_end_is_lost_with_bounded_memory()
    {
        await using var api = ScriptedListener.Raw(async (stream, _, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n{\"code\":0,\"x\":\""u8.ToArray(), cancellation);
            while (true)
                await stream.WriteAsync(new byte[64 << 10], cancellation);
        });
        (await SubmitAsync(api.Url)).ShouldBe(new SubmitAnswer.Lost("the answer is longer than any answer is"));
    }

    private static async Task<SubmitAnswer> SubmitAsync(string url, TimeSpan? connecting = null)
    {
        using var upstream = new KlingUpstream(ScriptedApi.Connection(url), TimeProvider.System, connecting ?? TimeSpan.FromMinutes(1));
        return await upstream.SubmitAsync(s_body, Stop);
    }
}

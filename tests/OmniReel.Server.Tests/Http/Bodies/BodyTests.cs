using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Http;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Http.Bodies;

public sealed class BodyTests
{
    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_000, false)]
    [InlineData(70_000, true)]
    [InlineData(70_000, false)]
    [InlineData(1_500_000, true)]
    [InlineData(1_500_000, false)]
    public async Task Bodies_of_any_size_arrive_whole_and_give_their_bytes_back(int padding, bool chunked)
    {
        await using var server = await LiveServer.StartAsync();
        var body = LiveServer.GoodBody[..^1] + $",\"padding\":\"{new string('x', padding)}\"}}";
        var answer = await SendAsync(server, body, chunked);

        answer.ShouldBe(200, 0);
        server.Service<InFlightBudget>().Held.ShouldBe(0);
        var stored = await server.Service<OmniReel.Server.Tasks.ITaskStore>().ReadBodyAsync((await server.LeaseAsync()).Task, TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(stored.Span).ShouldBe(body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Large_bodies_beyond_the_budget_are_asked_to_come_back(bool chunked)
    {
        await using var server = await LiveServer.StartAsync(adjust: services => services.AddSingleton(p => Small(p.GetRequiredService<OmniReel.Server.Hosting.ServerOptions>())));
        var large = LiveServer.GoodBody[..^1] + $",\"padding\":\"{new string('x', 300_000)}\"}}";
        var refused = await SendAsync(server, large, chunked);

        refused.ShouldBe(503, 5001);
        refused.Header("Retry-After").ShouldBe("2");
        server.Service<InFlightBudget>().Held.ShouldBe(0);
        (await server.PostAsync(LiveServer.Relay, LiveServer.GoodBody)).ShouldBe(200, 0);
    }

    [Fact]
    public async Task A_create_that_waits_for_its_film_holds_no_memory_for_its_body()
    {
        await using var server = await LiveServer.StartAsync();
        var large = LiveServer.GoodBody[..^1] + $",\"padding\":\"{new string('x', 3_000_000)}\"}}";
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, LiveServer.Relay) { Content = new StringContent(large, Encoding.UTF8, "application/json") };
        request.Headers.Add("Prefer", "wait=60");
        var waiting = server.Client.SendAsync(request, leaving.Token);
        await Eventually.Async(async () => (await server.GetAsync(LiveServer.Relay)).Data.GetArrayLength() == 1);
        await Eventually.Async(() => Task.FromResult(server.Service<InFlightBudget>().Held == 0));
        waiting.IsCompleted.ShouldBeFalse();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Fact]
    public async Task A_client_that_announces_much_and_sends_little_keeps_nobody_out()
    {
        await using var server = await LiveServer.StartAsync();
        var head = $"POST {LiveServer.Relay} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {LiveServer.Key}\r\nContent-Length: {BodyReader.Limit}\r\n\r\n{{";
        using var stalled = new Stalled(server, head);
        (await stalled.HoldAsync(3, 3 << 20)).ShouldBeLessThan(4 << 20);
        var large = LiveServer.GoodBody[..^1] + $",\"padding\":\"{new string('x', 3_000_000)}\"}}";
        (await server.PostAsync(LiveServer.Relay, large)).ShouldBe(200, 0);
    }

    [Theory]
    [InlineData("Content-Length: 20000\r\n\r\n", 20_000, 1)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2800\r\n", 10_240, 10_240)]
    public async Task A_body_that_stalls_below_the_size_of_an_image_counts_too(string head, long held, int sent)
    {
        await using var server = await LiveServer.StartAsync();
        using var stalled = new Stalled(server, $"POST {LiveServer.Relay} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {LiveServer.Key}\r\n{head}{new string('x', sent)}");
        (await stalled.HoldAsync(1, held)).ShouldBeLessThanOrEqualTo(64 << 10);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_read()
    {
        await using var server = await LiveServer.StartAsync();
        var answer = await RawHttp.ExchangeAsync(server.Port,
            $"POST {LiveServer.Relay} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {LiveServer.Key}\r\nContent-Length: {BodyReader.Limit + 1}\r\n\r\n");
        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("\"code\":1201");
    }

    [Fact]
    public async Task Without_a_key_the_body_is_not_even_looked_at()
    {
        await using var server = await LiveServer.StartAsync();
        server.Client.DefaultRequestHeaders.Authorization = null;
        (await server.PostAsync(LiveServer.Relay, "{")).ShouldBe(401, 1001);
        (await server.SendAsync(HttpMethod.Post, LiveServer.Relay, new StringContent("x", Encoding.Latin1, "text/plain"))).ShouldBe(401, 1001);
    }

    [Fact]
    public async Task A_client_that_leaves_after_its_body_has_its_task()
    {
        await using var server = await LiveServer.StartAsync();
        using (await RawHttp.SendAsync(server.Port,
            $"POST {LiveServer.Relay} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {LiveServer.Key}\r\nPrefer: wait=60\r\nContent-Length: {LiveServer.GoodBody.Length}\r\n\r\n{LiveServer.GoodBody}"))
            await Eventually.Async(async () => (await server.GetAsync(LiveServer.Relay)).Data.GetArrayLength() == 1);

        var meters = server.Service<OmniReel.Server.Http.Metrics.HttpMeters>();
        await Eventually.Async(() => Task.FromResult(meters.InFlight == 0));
        (await server.GetAsync(LiveServer.Relay)).Data[0].GetProperty("task_status").GetString().ShouldBe("submitted");
    }

    /// <summary>Requests whose bodies do not go on. The server ends them by the real clock, so they are sent again while they are wanted.</summary>
    private sealed class Stalled(LiveServer server, string request) : IDisposable
    {
        private readonly List<Socket> _sockets = [];

        /// <summary>Has so many of them there at once, and answers what is held then: at least this.</summary>
        public async Task<long> HoldAsync(int count, long least)
        {
            var held = 0L;
            await Eventually.Async(async () =>
            {
                Dispose();
                // What was sent before counts no more.
                await Eventually.Async(() => Task.FromResult(server.Service<InFlightBudget>().Held == 0));
                for (var i = 0; i < count; i++)
                    _sockets.Add(await RawHttp.SendAsync(server.Port, request));
                for (var look = 0; look < 200 && held < least; look++)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
                    held = server.Service<InFlightBudget>().Held;
                }

                return held >= least;
            });
            return held;
        }

        public void Dispose()
        {
            _sockets.ForEach(socket => socket.Dispose());
            _sockets.Clear();
        }
    }

    private static async Task<Answer> SendAsync(LiveServer server, string body, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, LiveServer.Relay) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;
        request.Version = HttpVersion.Version11;
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    private static HttpSettings Small(OmniReel.Server.Hosting.ServerOptions options) => new()
    {
        OwnAddress = () => options.Urls[0],
        BodyBudget = 200_000,
    };
}

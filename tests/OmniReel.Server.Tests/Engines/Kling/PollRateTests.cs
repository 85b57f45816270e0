using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tests.Engines.Kling.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Engines.Kling;

public sealed class PollRateTests
{
    private const int AtOnce = 32;

    private static readonly byte[] s_answer =
        """{"code":0,"message":"SUCCEED","request_id":"0a7a1cf4-9d62-4d36-a6a1-5d29a3f2a0b1","data":{"task_id":"830912345678901234","task_status":"processing","task_status_msg":"","task_info":{"external_task_id":"f00d-700000000000000001-1"},"task_result":{},"created_at":1764300000000,"updated_at":1764300001000}}"""u8.ToArray();

    [Fact]
    public async Task Polls_over_kept_connections_beside_bare_requests_to_the_same_server()
    {
        await using var server = await StartAsync();
        var url = server.Urls.First();
        using var upstream = ScriptedApi.Upstream(ScriptedApi.Connection(url));
        using var bare = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 64 });
        var count = Checkout.Count(4_000, 60_000);
        await MeasureAsync(count / 8, PollAsync);
        await MeasureAsync(count / 8, GetAsync);
        var polls = await MeasureAsync(count, PollAsync);
        var gets = await MeasureAsync(count, GetAsync);
        Console.WriteLine($"upstream polls: {polls:0}/s from one node, {AtOnce} at a time; bare GETs of the same answer: {gets:0}/s ({polls / gets:0.00} of them); server in the same process, {Environment.ProcessorCount} cores");
        // What is asked for is 2,000 on a free machine; a crowded one is compared with itself.
        (polls >= 2000 || polls >= gets / 3).ShouldBeTrue($"{polls:0} polls/s, {gets:0} bare GETs/s");

        async Task PollAsync() => (await upstream.PollAsync("830912345678901234", TestContext.Current.CancellationToken)).Status.ShouldBe(UpstreamStatus.Going);

        async Task GetAsync() => (await bare.GetByteArrayAsync(url + "/v1/videos/omni-video/830912345678901234", TestContext.Current.CancellationToken)).Length.ShouldBe(s_answer.Length);
    }

    private static async Task<double> MeasureAsync(int count, Func<Task> one)
    {
        var left = count;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await one();
        })));
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(static async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = s_answer.Length;
            await context.Response.Body.WriteAsync(s_answer);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace OmniReel.Client.Tests;

/// <summary>A real server on loopback that fails as the test says, once for each fault, and counts what comes.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _faults = new();

    private FaultyServer(WebApplication app) => _app = app;

    /// <summary>Method, path and idempotency key of each request, in the order of arrival.</summary>
    public ConcurrentQueue<(string Method, string Path, string Key)> Requests { get; } = new();

    public Uri Url => new(_app.Urls.Single());

    public int Posts => Requests.Count(request => request.Method == "POST");

    public static async Task<FaultyServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var app = builder.Build();
        var server = new FaultyServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public FaultyServer Then(Func<HttpContext, Task> fault)
    {
        _faults.Enqueue(fault);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue((context.Request.Method, context.Request.Path, context.Request.Headers["Idempotency-Key"].ToString()));
        if (_faults.TryDequeue(out var fault))
        {
            await fault(context);
            return;
        }

        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var data = HttpMethods.IsPost(context.Request.Method) ? Samples.Created : Samples.Task("processing");
        await context.Response.WriteAsync($$"""{"code":0,"message":"SUCCEED","request_id":"r","data":{{data}}}""", context.RequestAborted);
    }
}

/// <summary>The ways in which an answer can get lost.</summary>
internal static class Faults
{
    public static readonly Dictionary<string, Func<HttpContext, Task>> All = new()
    {
        ["cut before the body is read"] = Cut,
        ["cut after the body was read"] = async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Abort();
        },
        ["cut amid the answer"] = async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"code\":0,", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        },
        ["silence"] = context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default),
        ["500"] = Says(500, """{"code":5000,"message":"ours","request_id":"r"}"""),
        ["502 of a proxy"] = Says(502, "<html>Bad Gateway</html>"),
        ["503"] = Says(503, """{"code":5001,"message":"away","request_id":"r"}"""),
        ["504"] = Says(504, """{"code":5002,"message":"late","request_id":"r"}"""),
        ["429"] = Says(429, """{"code":1302,"message":"too fast","request_id":"r"}"""),
        ["a redirect"] = async context =>
        {
            context.Response.Headers.Location = "/v1/videos/omni-video";
            await Says(307, "")(context);
        },
    };

    private static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Func<HttpContext, Task> Says(int status, string body) => async context =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body, context.RequestAborted);
    };
}

using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace OmniReel.Tests.Conformance;

/// <summary>Takes every request as a success, as some emulators do, and keeps the bodies that were sent to it.</summary>
internal sealed class LaxServer : IAsyncDisposable
{
    public const string TaskId = "700000000000000001";

    private const string TheApis = $$$"""{"code":0,"message":"ok","request_id":"r","data":{"task_id":"{{{TaskId}}}","task_status":"submitted"}}""";

    private readonly WebApplication _app;

    private readonly string _success;

    private LaxServer(WebApplication app, string success) => (_app, _success) = (app, success);

    public string Url => _app.Urls.Single();

    public ConcurrentQueue<byte[]> Bodies { get; } = new();

    /// <summary>Starts on the loopback.</summary>
    /// <param name="success">What it answers to a POST; without any it cuts the connection, once it has the body.</param>
    public static async Task<LaxServer> StartAsync(string success = TheApis)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new LaxServer(builder.Build(), success);
        server._app.Run(server.TakeAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            Bodies.Enqueue(body.ToArray());
            if (_success.Length == 0)
            {
                context.Abort();
                return;
            }
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(HttpMethods.IsPost(context.Request.Method)
            ? _success
            : """{"code":0,"message":"ok","request_id":"r","data":[]}""", context.RequestAborted);
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OmniReel.Console.Tests.Create;

/// <summary>A server that keeps the bodies it is sent and answers each with a task that has succeeded.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    public const string Film = "https://media.example.com/film.mp4";

    private const string Task = """
        {"code":0,"message":"SUCCEED","request_id":"r","data":{"task_id":"7","task_status":"succeed","task_status_msg":"","task_info":{},
         "task_result":{"videos":[{"id":"v","url":"https://media.example.com/film.mp4","duration":"5.041"}]},"watermark_info":{"enabled":false},
         "final_unit_deduction":"3","created_at":1,"updated_at":1}}
        """;

    private readonly WebApplication _app;

    private Loopback(WebApplication app) => _app = app;

    public ConcurrentQueue<(string Key, byte[] Body)> Creates { get; } = new();

    public string Address => _app.Urls.Single();

    public static async Task<Loopback> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new Loopback(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Creates.Enqueue((context.Request.Headers.Authorization.ToString(), body.ToArray()));
        }

        context.Response.StatusCode = context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal) ? 404 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Task);
    }
}

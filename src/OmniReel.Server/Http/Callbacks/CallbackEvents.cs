using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using OmniReel.Contract.Answers;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Http.Health;

namespace OmniReel.Server.Http.Callbacks;

/// <summary>
/// <c>GET /v1/callbacks/events</c>: server-sent events, one for each callback of the account as it happens, those of tasks without a
/// callback URL too. From the moment the head has arrived nothing is missed until the stream ends; nothing is told twice or later.
/// </summary>
internal sealed class CallbackEvents(CallbackFeed feed, SigningSecrets secrets, Gate gate, Readiness readiness, HttpSettings settings, TimeProvider time) : IEndpoints
{
    public void Map(RouteTable routes) => routes.Add("/v1/callbacks/events", new Verbs { Get = gate.Keyed(StreamAsync), IsStream = true });

    private async Task StreamAsync(HttpContext context, string tenant)
    {
        using var listener = feed.Listen(tenant);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, readiness.Draining);
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await HeartbeatAsync(context, over.Token);
        while (!over.IsCancellationRequested)
        {
            while (listener.Heard.TryRead(out var callback)) await TellAsync(context, callback, over.Token);
            if (listener.Heard.Completion.IsCompleted) return;
            if (!await WaitAsync(listener, over.Token) && !over.IsCancellationRequested) await HeartbeatAsync(context, over.Token);
        }
    }

    /// <summary>False: nothing came for so long that a sign of life is due.</summary>
    private async Task<bool> WaitAsync(CallbackFeed.Listener listener, CancellationToken over)
    {
        using var heartbeat = new CancellationTokenSource(settings.Heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Token, over);
        var waiting = listener.Heard.WaitToReadAsync(either.Token).AsTask();
        await ((Task)waiting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return waiting.IsCompletedSuccessfully;
    }

    private async Task TellAsync(HttpContext context, HappenedCallback callback, CancellationToken cancellation)
    {
        var told = new HappenedData
        {
            Id = callback.Id,
            TaskId = callback.TaskId.ToString(CultureInfo.InvariantCulture),
            TaskStatus = callback.Event,
            CallbackUrl = callback.Url,
            Headers = Headers(callback),
            Body = Encoding.UTF8.GetString(callback.Body.Span),
        };
        var pipe = context.Response.BodyWriter;
        pipe.Write("event: callback\ndata: "u8);
        WireJson.Write(pipe, told, WireContext.Default.HappenedData);
        pipe.Write("\n\n"u8);
        await pipe.FlushAsync(cancellation);
    }

    private Dictionary<string, string> Headers(HappenedCallback callback)
    {
        var headers = new Dictionary<string, string> { [HeaderNames.ContentType] = SignatureHeaders.ContentType };
        foreach (var (name, value) in SignatureHeaders.Now(secrets, callback.Id, callback.Body.Span, time).All()) headers[name] = value;
        return headers;
    }

    private static async Task HeartbeatAsync(HttpContext context, CancellationToken cancellation)
    {
        context.Response.BodyWriter.Write(":\n\n"u8);
        await context.Response.BodyWriter.FlushAsync(cancellation);
    }
}

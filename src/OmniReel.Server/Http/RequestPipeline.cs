using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Metrics;

namespace OmniReel.Server.Http;

/// <summary>What happens around every request: its id, the strictness of HTTP, the mapping of failures, the meters. One step, because each costs.</summary>
internal sealed partial class RequestPipeline(HttpMeters meters, TimeProvider time, ILogger<RequestPipeline> log)
{
    // Never sent: it only keeps an answer that nobody waited for from being counted as a success.
    private const int ClientGone = 499;

    /// <summary>Runs a request through the routes.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate routes)
    {
        var start = time.GetTimestamp();
        var id = Guid.NewGuid().ToString();
        context.TraceIdentifier = id;
        context.Response.Headers["X-Request-Id"] = id;

        var broke = false;
        meters.Enter();
        try
        {
            if (Strictness.Check(context.Request) is { } fault)
            {
                // Where this request ends is in doubt, so nothing after it on the connection can be believed.
                context.Response.Headers.Connection = "close";
                await AnswerWriter.ErrorAsync(context, ApiErrors.For(fault));
            }
            else
            {
                await routes(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer. What was accepted stays accepted.
        }
        catch (Exception e)
        {
            broke = context.Response.HasStarted;
            await FailAsync(context, e);
        }
        finally
        {
            var meter = context.GetEndpoint()?.Metadata.GetMetadata<RouteMeter>() ?? meters.Unrouted;
            var status = broke ? StatusCodes.Status500InternalServerError : context.RequestAborted.IsCancellationRequested ? ClientGone : context.Response.StatusCode;
            meter.Record(status, time.GetElapsedTime(start));
            // Who sees that nothing is in flight sees all of it counted.
            meters.Leave();
        }
    }

    private async Task FailAsync(HttpContext context, Exception exception)
    {
        var error = ApiErrors.For(exception);
        if (error is null) LogUnexpected(exception, context.TraceIdentifier, context.Request.Method, context.Request.Path);
        else LogRefused(context.TraceIdentifier, exception.Message);

        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
        await AnswerWriter.ErrorAsync(context, error ?? ApiErrors.Internal);
    }

    // The path without its query: queries hold signatures.
    [LoggerMessage(Level = LogLevel.Error, Message = "request {RequestId} failed: {Method} {Path}")]
    private partial void LogUnexpected(Exception exception, string requestId, string method, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "request {RequestId} was refused: {Reason}")]
    private partial void LogRefused(string requestId, string reason);
}

using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using OmniReel.Contract.Answers;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary>
/// <c>GET …/omni-video/{id}/events</c>: server-sent events. The present state at once, then each change of status, progress or place in
/// the queue, a comment now and then so that proxies keep the connection, and the end after the terminal state.
/// </summary>
internal sealed class VideoEvents(
    ITaskStore store, ITaskFeed feed, TaskView view, Gate gate, Readiness readiness, HttpSettings settings, TimeProvider time) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var (root, _) in VideoPaths.All)
        {
            var place = VideoPaths.IdPlace(root);
            var handler = gate.Keyed((context, tenant) => StreamAsync(context, tenant, RawPath.Segment(context, place)));
            routes.Add(root + "/{id}/events", new Verbs { Get = handler, IsStream = true });
        }
    }

    private async Task StreamAsync(HttpContext context, string tenant, string id)
    {
        var task = await store.FindAsync(tenant, id, context.RequestAborted);
        if (task is null)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.TaskNotFound);
            return;
        }

        Open(context, task);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, readiness.Draining);
        var told = await view.EventAsync(task, context.RequestAborted);
        await TellAsync(context, told, context.RequestAborted);
        while (!task.IsTerminal && !over.IsCancellationRequested)
        {
            var newer = await NextAsync(task, over.Token);
            if (over.IsCancellationRequested) return;

            task = newer ?? task;
            var now = await view.EventAsync(task, context.RequestAborted);
            // Others' tasks move this one up in the queue without touching it: the heartbeat looks.
            if (now == told) await HeartbeatAsync(context, context.RequestAborted);
            else await TellAsync(context, now, context.RequestAborted);
            told = now;
        }
    }

    private static void Open(HttpContext context, VideoTask task)
    {
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        headers["X-OmniReel-Engine"] = task.Engine;
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    /// <summary>The next snapshot, or null when a heartbeat is due.</summary>
    private async Task<VideoTask?> NextAsync(VideoTask task, CancellationToken over)
    {
        using var heartbeat = new CancellationTokenSource(settings.Heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Token, over);
        var next = feed.NextAsync(task.Tenant, task.Id, task.Version, either.Token);
        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return next.IsCanceled ? null : await next;
    }

    private static async Task TellAsync(HttpContext context, TaskEventData state, CancellationToken cancellation)
    {
        var pipe = context.Response.BodyWriter;
        pipe.Write("event: "u8);
        pipe.Write(TaskStatusWords.IsTerminal(state.TaskStatus) ? "end"u8 : "progress"u8);
        pipe.Write("\ndata: "u8);
        WireJson.Write(pipe, state, WireContext.Default.TaskEventData);
        pipe.Write("\n\n"u8);
        await pipe.FlushAsync(cancellation);
    }

    private static async Task HeartbeatAsync(HttpContext context, CancellationToken cancellation)
    {
        context.Response.BodyWriter.Write(":\n\n"u8);
        await context.Response.BodyWriter.FlushAsync(cancellation);
    }
}

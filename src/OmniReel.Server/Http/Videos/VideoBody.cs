using Microsoft.AspNetCore.Http;
using OmniReel.Contract.Requests;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary>
/// <c>GET …/omni-video/{id}/request</c>: the body that the task was created with, byte for byte as it was sent, for whoever wants it made
/// again or looks for what was asked. <c>X-OmniReel-Profile</c> says by which profile it was read: <c>relay</c> or <c>vendor</c>.
/// </summary>
internal sealed class VideoBody(ITaskStore store, BodyRoom bodies, Gate gate) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var (root, _) in VideoPaths.All)
        {
            var place = VideoPaths.IdPlace(root);
            routes.Add(root + "/{id}/request", new Verbs { Get = gate.Keyed((context, tenant) => SendAsync(context, tenant, RawPath.Segment(context, place))) });
        }
    }

    private async Task SendAsync(HttpContext context, string tenant, string id)
    {
        if (await store.FindAsync(tenant, id, context.RequestAborted) is not { } task)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.TaskNotFound);
            return;
        }

        var length = await store.BodyLengthAsync(task, context.RequestAborted);
        var headers = context.Response.Headers;
        headers.ContentType = "application/json; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["X-OmniReel-Profile"] = task.Facts.Profile == ApiProfile.Relay ? "relay" : "vendor";
        context.Response.ContentLength = length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        // A body may be 100 MiB: what is in memory of all that are asked for is bounded, as it is for those of films at work.
        using var body = await bodies.BringAsync(length, cancellation => store.ReadBodyAsync(task, cancellation), context.RequestAborted);
        await context.Response.Body.WriteAsync(body.Bytes, context.RequestAborted);
    }
}

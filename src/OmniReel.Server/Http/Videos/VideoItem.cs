using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary><c>GET …/omni-video/{id}</c>: one task, by its id or by the caller's own.</summary>
internal sealed class VideoItem(ITaskStore store, ITaskFeed feed, TaskView view, TaskWait wait, Gate gate) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var (root, _) in VideoPaths.All)
            routes.Add(root + "/{id}", new Verbs { Get = Query(root) });
    }

    /// <summary>Answers with the task that the path below this root names.</summary>
    public RequestDelegate Query(string root)
    {
        var place = VideoPaths.IdPlace(root);
        return gate.Keyed((context, tenant) => GetAsync(context, tenant, RawPath.Segment(context, place)));
    }

    private async Task GetAsync(HttpContext context, string tenant, string id)
    {
        var task = await store.FindAsync(tenant, id, context.RequestAborted);
        if (task is null)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.TaskNotFound);
            return;
        }

        await view.AnswerAsync(context, await wait.UntilEndAsync(context, feed.WithLiveProgress(task)));
    }
}

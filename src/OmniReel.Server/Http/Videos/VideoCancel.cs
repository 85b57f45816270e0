using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary><c>POST …/omni-video/{id}/cancel</c>: ends a task that has not ended; answers with the task.</summary>
internal sealed class VideoCancel(ITaskStore store, TaskView view, Gate gate) : IEndpoints
{
    public void Map(RouteTable routes)
    {
        foreach (var (root, _) in VideoPaths.All)
        {
            var place = VideoPaths.IdPlace(root);
            routes.Add(root + "/{id}/cancel", new Verbs { Post = gate.Keyed((context, tenant) => CancelAsync(context, tenant, RawPath.Segment(context, place))) });
        }
    }

    private async Task CancelAsync(HttpContext context, string tenant, string id)
    {
        var outcome = await store.CancelAsync(tenant, id, CancellationToken.None);
        var task = outcome == CancelOutcome.NotFound ? null : await store.FindAsync(tenant, id, context.RequestAborted);
        if (task is null)
        {
            await AnswerWriter.ErrorAsync(context, ApiErrors.TaskNotFound);
            return;
        }

        // Whoever sends a cancel twice wanted the same thing twice.
        if (outcome == CancelOutcome.Canceled || task.Status == VideoTaskStatus.Canceled)
        {
            await view.AnswerAsync(context, task);
            return;
        }

        context.Response.Headers["X-OmniReel-Engine"] = task.Engine;
        await AnswerWriter.ErrorAsync(context, outcome == CancelOutcome.Paid ? ApiErrors.PaidAlready : ApiErrors.AlreadyEnded);
    }
}

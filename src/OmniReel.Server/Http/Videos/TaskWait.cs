using Microsoft.AspNetCore.Http;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Videos;

/// <summary><c>Prefer: wait=N</c>: holds an answer until the task ends, the seconds pass, the client leaves or the server drains. No thread is held.</summary>
internal sealed class TaskWait(ITaskFeed feed, Readiness readiness, TimeProvider time)
{
    /// <summary>Waits as far as the request asks for it; the newest snapshot either way.</summary>
    public ValueTask<VideoTask> UntilEndAsync(HttpContext context, VideoTask task)
    {
        var seconds = Preferences.Wait(context.Request.Headers["Prefer"]);
        if (seconds is null) return new(task);

        context.Response.Headers["Preference-Applied"] = $"wait={seconds}";
        return task.IsTerminal ? new(task) : new(seconds == 0 ? NowAsync(task) : WaitAsync(context, task, seconds.Value));
    }

    // A repeated create is answered with the task as it was accepted, which may be long ago.
    private async Task<VideoTask> NowAsync(VideoTask task) => await feed.NextAsync(task.Tenant, task.Id, seen: 0, CancellationToken.None) ?? task;

    private async Task<VideoTask> WaitAsync(HttpContext context, VideoTask task, int seconds)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, context.RequestAborted, readiness.Draining);
        var end = feed.EndAsync(task.Tenant, task.Id, any.Token);

        // The end of a wait is no exception: thousands may end in the same second.
        await ((Task)end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!end.IsCanceled) return await end ?? task;
        return await NowAsync(task);
    }
}

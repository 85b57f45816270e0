using System.Globalization;

namespace OmniReel.Server.Tasks;

/// <summary>Watches tasks of this process's store. A waiter is a continuation, not a thread, and all of one task share one signal.</summary>
public sealed class TaskFeed(ITaskStore store, TaskSignals signals, LiveProgress progress) : ITaskFeed
{
    public async Task<VideoTask?> NextAsync(string tenant, long taskId, long seen, CancellationToken cancellation)
    {
        var id = taskId.ToString(CultureInfo.InvariantCulture);
        while (true)
        {
            // Watch first, read second: a change between the two completes the watch, so none is missed.
            using var watch = signals.Begin(taskId);
            if (await store.FindAsync(tenant, id, cancellation) is not { } task || task.Id != taskId)
                return null;
            var live = WithLiveProgress(task);
            if (live.Version > seen)
                return live;
            await watch.Changed.WaitAsync(cancellation);
        }
    }

    public async Task<VideoTask?> EndAsync(string tenant, long taskId, CancellationToken cancellation)
    {
        var id = taskId.ToString(CultureInfo.InvariantCulture);
        using var watch = signals.BeginEnd(taskId);
        while (true)
        {
            if (await store.FindAsync(tenant, id, cancellation) is not { } task || task.Id != taskId)
                return null;
            if (task.IsTerminal)
                return task;
            await watch.Changed.WaitAsync(cancellation);
        }
    }

    public VideoTask WithLiveProgress(VideoTask task) => progress.Overlay(task);
}

namespace OmniReel.Server.Tasks;

/// <summary>Tells watchers of a task that it changed. In-process and only a hint: the store is the truth.</summary>
public interface ITaskFeed
{
    /// <summary>
    /// Waits until the task has a version above <paramref name="seen"/>, and returns its newest snapshot (progress included).
    /// Null when the task does not exist. Thousands may wait at once.
    /// </summary>
    Task<VideoTask?> NextAsync(string tenant, long taskId, long seen, CancellationToken cancellation);

    /// <summary>Waits until the task has ended; progress wakes nobody here. Null when the task does not exist.</summary>
    Task<VideoTask?> EndAsync(string tenant, long taskId, CancellationToken cancellation);

    /// <summary>The snapshot with what only memory knows (progress).</summary>
    VideoTask WithLiveProgress(VideoTask task);
}

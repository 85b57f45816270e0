using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Engines.Animatic;

/// <summary>Finished films of a test.</summary>
internal sealed class FilmsOf : IFilmIndex
{
    private readonly Lock _gate = new();
    private readonly List<VideoTask> _all = [];

    public void Add(VideoTask task, TaskResult result)
    {
        lock (_gate)
            _all.Add(task with { Status = VideoTaskStatus.Succeeded, Result = result });
    }

    public void Remove(VideoTask task)
    {
        lock (_gate)
            _all.RemoveAll(one => one.Id == task.Id);
    }

    public ValueTask<VideoTask?> FindFilmAsync(string tenant, string filmKey, CancellationToken cancellation)
    {
        lock (_gate)
            return new(_all.FindLast(task => task.Tenant == tenant && task.Result!.FilmKey == filmKey));
    }
}

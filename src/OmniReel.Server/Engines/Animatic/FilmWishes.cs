using Microsoft.Extensions.Logging;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Animatic;

/// <summary>
/// The last films by the wishes that they came of: who wishes the same again gets the same, and nothing is read, looked at or planned.
/// Known as long as this process lives, and no longer: another version of the program may understand the same words otherwise.
/// </summary>
public sealed partial class FilmWishes(IArtifactStore artifacts, ILogger<FilmWishes> log)
{
    private const int Most = 512;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskResult> _films = [];
    private readonly Queue<string> _oldest = [];

    /// <summary>A film came of such a wish; whether its files are still there is not looked at.</summary>
    internal bool Knows(string? wish)
    {
        lock (_gate)
            return wish is not null && _films.ContainsKey(wish);
    }

    /// <summary>From now on the film is what this wish comes to.</summary>
    internal TaskResult Keep(FilmWish wish, TaskResult film)
    {
        Keep(wish.Asked, film);
        Keep(wish.Given, film);
        return film;
    }

    /// <summary>The film that came of this wish, as the task's own; null where there is none, or not all of it is there any more.</summary>
    /// <param name="units">To be billed for this task.</param>
    internal async Task<TaskResult?> TakeAsync(VideoTask task, FilmWish wish, decimal units, CancellationToken cancellation)
    {
        if (wish.Given is not { } given || Find(given) is not { } before)
            return null;
        try
        {
            return Keep(wish, await new FilmSharing(artifacts, before, task.Id).ShareAsync(units, cancellation));
        }
        catch (DamagedFilmException damaged)
        {
            LogDamaged(task.Id, damaged.Message);
            Drop(given);
            Drop(wish.Asked);
            return null;
        }
    }

    private TaskResult? Find(string wish)
    {
        lock (_gate)
            return _films.GetValueOrDefault(wish);
    }

    private void Keep(string? wish, TaskResult film)
    {
        if (wish is null)
            return;
        lock (_gate)
        {
            if (!_films.ContainsKey(wish))
                _oldest.Enqueue(wish);
            _films[wish] = film;
            if (_oldest.Count > Most)
                _films.Remove(_oldest.Dequeue());
        }
    }

    private void Drop(string? wish)
    {
        lock (_gate)
        {
            if (wish is not null)
                _films.Remove(wish);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: the film that the same request came to would do, but it is not whole ({Reason}).")]
    private partial void LogDamaged(long taskId, string reason);
}

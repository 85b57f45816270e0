using System.Collections.Concurrent;

namespace OmniReel.Server.Tasks;

/// <summary>
/// How often the engine's surroundings have failed each task that is still to be made. Of this process only: a restart is no trouble
/// of a film's, and a server that is started again may well be mended.
/// </summary>
internal sealed class Troubles
{
    private readonly ConcurrentDictionary<long, int> _times = [];

    /// <summary>Forgets each task that ends, whoever ends it.</summary>
    public Troubles(TaskSignals signals) => signals.Ended += Forget;

    /// <summary>Tasks that have had trouble.</summary>
    public int Tasks => _times.Count;

    public int Of(long taskId) => _times.GetValueOrDefault(taskId);

    /// <summary>Counts one more, and gives the sum.</summary>
    public int Add(long taskId) => _times.AddOrUpdate(taskId, 1, static (_, times) => times + 1);

    public void Forget(long taskId) => _times.TryRemove(taskId, out _);
}

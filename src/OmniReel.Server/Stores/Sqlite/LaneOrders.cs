using System.Collections.Concurrent;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The order of each engine's part of the queue, in memory.</summary>
internal sealed class LaneOrders
{
    private readonly ConcurrentDictionary<string, QueueOrder> _lanes = new(StringComparer.Ordinal);

    /// <summary>Queued tasks.</summary>
    public long Count => _lanes.Values.Sum(lane => lane.Count);

    public void Add(string engine, long place) => _lanes.GetOrAdd(engine, static _ => new QueueOrder()).Add(place);

    /// <summary>As the task is now. What leaves a lane for another runs in between, and is out of the first by then.</summary>
    public void Move(VideoTask task)
    {
        if (task.Status == VideoTaskStatus.Queued)
            Add(task.Engine, task.QueuePlace);
        else if (_lanes.TryGetValue(task.Engine, out var lane))
            lane.Remove(task.QueuePlace);
    }

    /// <summary>Queued tasks of the same engine before this one; null when it is not queued.</summary>
    public int? Before(VideoTask task) =>
        task.Status == VideoTaskStatus.Queued && _lanes.TryGetValue(task.Engine, out var lane) ? lane.Before(task.QueuePlace) : null;
}

using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// The newest committed snapshots of the tasks that are asked for, in bounded memory. The writer puts every change in after its
/// commit and before its caller is answered, so nobody reads something older than what was acknowledged.
/// </summary>
/// <remarks>
/// A reader that missed may offer what it read from the file, unless the writer changed anything in the same shard meanwhile: then
/// its row may be the older one, and is not kept. Eviction is first in, first out, with a second chance for what was read since.
/// </remarks>
internal sealed class SnapshotCache
{
    private const int ShardCount = 16;

    private readonly Shard[] _shards = new Shard[ShardCount];

    /// <param name="capacity">In kilobytes, about one for an ordinary task.</param>
    public SnapshotCache(int capacity)
    {
        for (var i = 0; i < ShardCount; i++)
            _shards[i] = new Shard(Math.Max(1, capacity / ShardCount));
    }

    /// <summary>What is kept now.</summary>
    public int Count => _shards.Sum(s => s.Count);

    /// <summary>The snapshot, or null and the stamp to <see cref="Offer"/> with.</summary>
    public VideoTask? Find(long id, out long stamp) => ShardOf(id).Find(id, out stamp);

    /// <summary>Called by the writer.</summary>
    public void Put(VideoTask task) => ShardOf(task.Id).Put(task);

    /// <summary>Called by a reader with what it found in the file after the stamp was taken.</summary>
    public void Offer(VideoTask task, long stamp) => ShardOf(task.Id).Offer(task, stamp);

    private Shard ShardOf(long id) => _shards[(int)((ulong)id * 0x9E3779B97F4A7C15 >> 60)];

    private sealed class Shard(int capacity)
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<long, Kept> _kept = [];
        private readonly Queue<long> _order = [];
        private long _stamp;
        private int _weight;

        public int Count
        {
            get
            {
                lock (_gate)
                    return _kept.Count;
            }
        }

        public VideoTask? Find(long id, out long stamp)
        {
            lock (_gate)
            {
                stamp = _stamp;
                if (!_kept.TryGetValue(id, out var kept))
                    return null;
                kept.WasRead = true;
                return kept.Task;
            }
        }

        public void Put(VideoTask task)
        {
            lock (_gate)
            {
                _stamp++;
                Keep(task);
            }
        }

        public void Offer(VideoTask task, long stamp)
        {
            lock (_gate)
            {
                if (stamp == _stamp)
                    Keep(task);
            }
        }

        private void Keep(VideoTask task)
        {
            if (_kept.TryGetValue(task.Id, out var kept))
            {
                _weight += Weight(task) - Weight(kept.Task);
                kept.Task = task;
            }
            else
            {
                _weight += Weight(task);
                _kept.Add(task.Id, new Kept(task));
                _order.Enqueue(task.Id);
            }

            while (_weight > capacity && _kept.Count > 1)
                EvictOne();
        }

        private void EvictOne()
        {
            var oldest = _order.Dequeue();
            var kept = _kept[oldest];
            if (kept.WasRead)
            {
                kept.WasRead = false;
                _order.Enqueue(oldest);
            }
            else
            {
                _kept.Remove(oldest);
                _weight -= Weight(kept.Task);
            }
        }
    }

    // In kilobytes, begun ones counted whole. What a caller can make long is counted; all else of a snapshot is well below one.
    private static int Weight(VideoTask task) =>
        1 + (sizeof(char) * (task.StatusMessage.Length + (task.Facts.CallbackUrl?.Length ?? 0) + (task.Facts.LinksBegin?.Length ?? 0) + Length(task.Facts.IgnoredFields)
            + (task.Result is { } result ? (result.PlanJson?.Length ?? 0) + Length(result.NotUnderstood) : 0)) / 1024);

    private static int Length(IReadOnlyList<string> texts)
    {
        var length = 0;
        for (var i = 0; i < texts.Count; i++)
            length += texts[i].Length;
        return length;
    }

    private sealed class Kept(VideoTask task)
    {
        public VideoTask Task { get; set; } = task;

        public bool WasRead { get; set; }
    }
}

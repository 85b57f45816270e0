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

    /// <summary>The stamps of all shards, for a reader that does not know yet which task it will find.</summary>
    public ShardStamps Stamps()
    {
        ShardStamps stamps = default;
        for (var i = 0; i < ShardCount; i++)
            stamps[i] = _shards[i].Stamp;
        return stamps;
    }

    /// <summary>Called by the writer.</summary>
    public void Put(VideoTask task) => ShardOf(task.Id).Put(task);

    /// <summary>Called by a reader with what it found in the file after the stamp was taken.</summary>
    public void Offer(VideoTask task, long stamp) => ShardOf(task.Id).Offer(task, stamp);

    /// <inheritdoc cref="Offer(VideoTask, long)"/>
    public void Offer(VideoTask task, in ShardStamps stamps) => Offer(task, stamps[Place(task.Id)]);

    private Shard ShardOf(long id) => _shards[Place(id)];

    private static int Place(long id) => (int)((ulong)id * 0x9E3779B97F4A7C15 >> 60);

    /// <summary>One stamp a shard.</summary>
    [System.Runtime.CompilerServices.InlineArray(ShardCount)]
    public struct ShardStamps
    {
        private long _first;
    }

    private sealed class Shard(int capacity)
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<long, Kept> _kept = [];
        private readonly Queue<long> _order = [];
        private long _stamp;
        private int _weight;

        /// <summary>Grows with every change that the writer puts in.</summary>
        public long Stamp => Interlocked.Read(ref _stamp);

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
                Interlocked.Increment(ref _stamp);
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
            var weight = Weight(task);
            if (_kept.TryGetValue(task.Id, out var kept))
            {
                _weight += weight - kept.Weight;
                (kept.Task, kept.Weight) = (task, weight);
            }
            else
            {
                _weight += weight;
                _kept.Add(task.Id, new Kept(task, weight));
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
                _weight -= kept.Weight;
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

    private sealed class Kept(VideoTask task, int weight)
    {
        public VideoTask Task { get; set; } = task;

        public int Weight { get; set; } = weight;

        public bool WasRead { get; set; }
    }
}

namespace OmniReel.Server.Tasks;

/// <summary>
/// Says inside this process that a task changed: stores publish after their commit, the worker publishes progress. Whoever waits
/// takes a <see cref="Watch"/> first and reads second, so that no change falls between.
/// </summary>
public sealed class TaskSignals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Entry> _changes = [];
    private readonly Dictionary<long, Entry> _ends = [];

    /// <summary>Told each task that has come into the queue, or back to it. Handlers must not block.</summary>
    public event Action<VideoTask>? WorkArrived;

    /// <summary>Told the id of each task that has ended. Handlers must not block.</summary>
    public event Action<long>? Ended;

    /// <summary>Wakes everybody who watches this task; who waits for its end, only when it has ended.</summary>
    public void Publish(VideoTask task)
    {
        Entry? changed, ended = null;
        lock (_gate)
        {
            _changes.Remove(task.Id, out changed);
            if (task.IsTerminal)
                _ends.Remove(task.Id, out ended);
        }

        changed?.Changed.TrySetResult();
        ended?.Changed.TrySetResult();
        if (task.IsTerminal)
            Ended?.Invoke(task.Id);
        if (task.Status == VideoTaskStatus.Queued)
            WorkArrived?.Invoke(task);
    }

    /// <summary>Begins to watch a task; dispose of it when the wait is over, changed or not.</summary>
    public Watch Begin(long taskId) => Begin(_changes, taskId);

    /// <summary>As <see cref="Begin(long)"/>, for the end alone: a film takes a hundred steps, and one who waits for it need hear of none.</summary>
    public Watch BeginEnd(long taskId) => Begin(_ends, taskId);

    /// <summary>Tasks that somebody watches just now.</summary>
    internal int Watched
    {
        get
        {
            lock (_gate)
                return _changes.Count + _ends.Count;
        }
    }

    private Watch Begin(Dictionary<long, Entry> board, long taskId)
    {
        lock (_gate)
        {
            if (!board.TryGetValue(taskId, out var entry))
                board.Add(taskId, entry = new Entry());
            entry.Watchers++;
            return new Watch(this, board, taskId, entry);
        }
    }

    private void End(Dictionary<long, Entry> board, long taskId, Entry entry)
    {
        lock (_gate)
        {
            // A publish has taken the entry out already, and another watcher may have put in a new one since.
            if (--entry.Watchers == 0 && board.TryGetValue(taskId, out var present) && present == entry)
                board.Remove(taskId);
        }
    }

    /// <summary>One wait for the next change, or the end, of one task.</summary>
    public readonly struct Watch : IDisposable
    {
        private readonly TaskSignals _owner;
        private readonly Dictionary<long, Entry> _board;
        private readonly long _taskId;
        private readonly Entry _entry;

        internal Watch(TaskSignals owner, Dictionary<long, Entry> board, long taskId, Entry entry) =>
            (_owner, _board, _taskId, _entry) = (owner, board, taskId, entry);

        /// <summary>Completes at the first change (or at the end) after the watch began.</summary>
        public Task Changed => _entry.Changed.Task;

        public void Dispose() => _owner.End(_board, _taskId, _entry);
    }

    internal sealed class Entry
    {
        internal TaskCompletionSource Changed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal int Watchers { get; set; }
    }
}

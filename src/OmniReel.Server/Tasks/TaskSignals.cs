namespace OmniReel.Server.Tasks;

/// <summary>
/// Says inside this process that a task changed: stores publish after their commit, the worker publishes progress. Whoever waits
/// takes a <see cref="Watch"/> first and reads second, so that no change falls between.
/// </summary>
public sealed class TaskSignals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Entry> _entries = [];

    /// <summary>A task may be ready to be worked on. Handlers must not block.</summary>
    public event Action? WorkArrived;

    /// <summary>Wakes everybody who watches this task.</summary>
    public void Publish(VideoTask task)
    {
        TaskCompletionSource? changed = null;
        lock (_gate)
        {
            if (_entries.Remove(task.Id, out var entry))
                changed = entry.Changed;
        }

        changed?.TrySetResult();
        if (task.Status == VideoTaskStatus.Queued)
            WorkArrived?.Invoke();
    }

    /// <summary>Begins to watch a task; dispose of it when the wait is over, changed or not.</summary>
    public Watch Begin(long taskId)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(taskId, out var entry))
                _entries.Add(taskId, entry = new Entry());
            entry.Watchers++;
            return new Watch(this, taskId, entry);
        }
    }

    /// <summary>Tasks that somebody watches just now.</summary>
    internal int Watched
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    private void End(long taskId, Entry entry)
    {
        lock (_gate)
        {
            // A publish has taken the entry out already, and another watcher may have put in a new one since.
            if (--entry.Watchers == 0 && _entries.TryGetValue(taskId, out var present) && present == entry)
                _entries.Remove(taskId);
        }
    }

    /// <summary>One wait for the next change of one task.</summary>
    public readonly struct Watch : IDisposable
    {
        private readonly TaskSignals _owner;
        private readonly long _taskId;
        private readonly Entry _entry;

        internal Watch(TaskSignals owner, long taskId, Entry entry) => (_owner, _taskId, _entry) = (owner, taskId, entry);

        /// <summary>Completes at the first change after the watch began.</summary>
        public Task Changed => _entry.Changed.Task;

        public void Dispose() => _owner.End(_taskId, _entry);
    }

    internal sealed class Entry
    {
        internal TaskCompletionSource Changed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal int Watchers { get; set; }
    }
}

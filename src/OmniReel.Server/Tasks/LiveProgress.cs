using System.Collections.Concurrent;

namespace OmniReel.Server.Tasks;

/// <summary>How far running attempts have come. Lives in memory: after a restart an attempt begins at 0 again.</summary>
public sealed class LiveProgress(TaskSignals signals, TimeProvider time)
{
    private static readonly TimeSpan s_atMostEvery = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<long, Attempt> _attempts = [];

    /// <summary>Begins the account of one attempt; dispose of it when the attempt is over.</summary>
    public Attempt Begin(VideoTask running) => _attempts[running.Id] = new Attempt(this, running);

    /// <summary>The snapshot with the progress of the attempt that it shows.</summary>
    public VideoTask Overlay(VideoTask task) =>
        task.Status == VideoTaskStatus.Running && _attempts.TryGetValue(task.Id, out var attempt) ? attempt.Overlay(task) : task;

    /// <summary>Where an engine reports percents to. Reports are published when they grow, ten times a second at most.</summary>
    public sealed class Attempt : IProgress<int>, IDisposable
    {
        private const int MostWhileRunning = 99;

        private readonly LiveProgress _owner;
        private readonly VideoTask _task;
        private readonly Lock _gate = new();
        private int _percent;
        private int _steps;
        private long _published;

        internal Attempt(LiveProgress owner, VideoTask task) =>
            (_owner, _task, _published) = (owner, task, owner.Time.GetTimestamp());

        public void Report(int value)
        {
            lock (_gate)
            {
                var percent = Math.Clamp(value, 0, MostWhileRunning);
                if (percent <= _percent || _owner.Time.GetElapsedTime(_published) < s_atMostEvery)
                    return;
                _percent = percent;
                _steps++;
                _published = _owner.Time.GetTimestamp();
            }

            _owner.Signals.Publish(_task);
        }

        public void Dispose() => _owner._attempts.TryRemove(new(_task.Id, this));

        internal VideoTask Overlay(VideoTask task)
        {
            lock (_gate)
                return task.Version == _task.Version ? task with { Progress = _percent, Version = task.Version + _steps } : task;
        }
    }

    private TaskSignals Signals => signals;

    private TimeProvider Time => time;
}

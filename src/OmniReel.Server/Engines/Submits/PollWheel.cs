using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// Asks upstreams how far the tasks are that they have: one queue of all of them, by when each is due, and so many questions at the same
/// time. A hint from an upstream makes a task due at once.
/// </summary>
public sealed partial class PollWheel : IAsyncDisposable
{
    /// <summary>Questions under way at the same time, and those to one connection: one that hangs must not keep others from being asked.</summary>
    private const int AtOnce = 256, AtOncePerConnection = 64;

    /// <summary>Clear answers that there is no such task, one after another, before that is believed of a task that was taken.</summary>
    private const int MostAbsent = 6;

    private static readonly TimeSpan s_shortRest = TimeSpan.FromSeconds(1), s_longRest = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_absentPause = TimeSpan.FromSeconds(2), s_longestPause = TimeSpan.FromSeconds(60), s_crowded = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider _time;
    private readonly ILogger<PollWheel> _log;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Watch, long> _due = new();
    private readonly ConcurrentDictionary<string, Watch> _byReference = new();
    private readonly ConcurrentDictionary<string, Rest> _rests = new();
    private readonly SemaphoreSlim _free = new(AtOnce);
    private readonly SemaphoreSlim _rung = new(0);
    private readonly CancellationTokenSource _over = new();
    private readonly ITimer _alarm;
    private readonly Task _turning;
    private long _asked;

    public PollWheel(TimeProvider time, ILogger<PollWheel> log)
    {
        (_time, _log) = (time, log);
        _alarm = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _turning = Task.Run(TurnAsync);
    }

    /// <summary>Questions asked so far.</summary>
    public long Asked => Interlocked.Read(ref _asked);

    /// <summary>Tasks that are watched.</summary>
    public int Watched => _byReference.Count;

    /// <summary>
    /// Returns the first report that asks for something to be done: the film is there, it failed, or the upstream does not know the task.
    /// Everything else is asked for again.
    /// </summary>
    /// <param name="told">Each report, as it comes.</param>
    public async Task<UpstreamReport> WaitAsync(IUpstream upstream, Submit submit, PollPace pace, Action<UpstreamReport>? told, CancellationToken cancellation)
    {
        var watch = new Watch(upstream, submit, pace, told);
        _byReference[submit.Reference] = watch;
        Schedule(watch, pace.Next(Age(submit)));
        try
        {
            return await watch.Done.Task.WaitAsync(cancellation);
        }
        finally
        {
            watch.IsOver = true;
            _byReference.TryRemove(new KeyValuePair<string, Watch>(submit.Reference, watch));
        }
    }

    /// <summary>It may be worth to ask for that submit now.</summary>
    public void Hint(string reference)
    {
        if (_byReference.TryGetValue(reference, out var watch))
            Schedule(watch, TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _turning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _alarm.DisposeAsync();
        for (var i = 0; i < AtOnce; i++)
            await _free.WaitAsync();
        _over.Dispose();
    }

    private TimeSpan Age(Submit submit) => _time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(submit.SentAt);

    // A watch that is scheduled anew leaves its earlier entry behind, which then says nothing.
    private void Schedule(Watch watch, TimeSpan after)
    {
        lock (_gate)
        {
            watch.DueAt = _time.GetTimestamp() + (long)(after.TotalSeconds * _time.TimestampFrequency);
            _due.Enqueue(watch, watch.DueAt);
            SetAlarm();
        }
    }

    // Inside the lock.
    private void SetAlarm()
    {
        if (!_due.TryPeek(out _, out var at))
            return;
        var left = TimeSpan.FromSeconds((double)(at - _time.GetTimestamp()) / _time.TimestampFrequency);
        _alarm.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Ring()
    {
        if (_rung.CurrentCount == 0)
            _rung.Release();
    }

    private async Task TurnAsync()
    {
        while (!_over.IsCancellationRequested)
        {
            await _rung.WaitAsync(_over.Token);
            while (Next() is { } watch)
            {
                await _free.WaitAsync(_over.Token);
                _ = Task.Run(() => AskAsync(watch));
            }
        }
    }

    private Watch? Next()
    {
        lock (_gate)
        {
            while (_due.TryPeek(out var watch, out var at))
            {
                if (watch.IsOver || watch.DueAt != at)
                {
                    _due.Dequeue();
                    continue;
                }

                if (at > _time.GetTimestamp())
                    break;
                _due.Dequeue();
                watch.DueAt = -1;
                return watch;
            }

            SetAlarm();
            return null;
        }
    }

    private async Task AskAsync(Watch watch)
    {
        try
        {
            var rest = _rests.GetOrAdd(watch.Upstream.Connection, static _ => new Rest());
            if (rest.Left(_time) is var left && left > TimeSpan.Zero)
                Schedule(watch, left + Jitter(watch, left));
            else if (!rest.Begin(AtOncePerConnection))
                Schedule(watch, s_crowded);
            else
                await AskAsync(watch, rest);
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // Whoever waits is stopping too.
        }
        catch (Exception e)
        {
            LogBroke(e, watch.Submit.Reference);
            Schedule(watch, s_longRest);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task AskAsync(Watch watch, Rest rest)
    {
        try
        {
            Interlocked.Increment(ref _asked);
            Digest(watch, await watch.Upstream.PollAsync(watch.Submit.UpstreamId!, _over.Token), rest);
        }
        finally
        {
            rest.End();
        }
    }

    private void Digest(Watch watch, UpstreamReport report, Rest rest)
    {
        if (report.Status == UpstreamStatus.TooOften)
            rest.Longer(_time, s_shortRest, s_longRest);
        else
            rest.Over(_time);
        watch.Told?.Invoke(report);
        watch.Unclear = report.Status is UpstreamStatus.Unclear or UpstreamStatus.TooOften ? watch.Unclear + 1 : 0;
        watch.Absent = report.Status == UpstreamStatus.Absent ? watch.Absent + 1 : 0;
        if (report.Status is UpstreamStatus.Succeeded or UpstreamStatus.Failed || watch.Absent >= MostAbsent)
        {
            if (report.Status == UpstreamStatus.Succeeded)
                watch.Pace.Learn(Age(watch.Submit));
            watch.Done.TrySetResult(report);
            return;
        }

        var next = watch.Absent > 0 ? s_absentPause * Math.Pow(2, watch.Absent) : watch.Pace.Next(Age(watch.Submit)) * Math.Pow(2, Math.Min(watch.Unclear, 2));
        next = next < s_longestPause ? next : s_longestPause;
        Schedule(watch, next + Jitter(watch, next));
    }

    // Up to a tenth more, the same for the same task each time: what was submitted together is not asked for together.
    private static TimeSpan Jitter(Watch watch, TimeSpan time) => time * (0.1 * ((uint)watch.Submit.Id * 2654435761u >> 8) / (1 << 24));

    [LoggerMessage(Level = LogLevel.Error, Message = "Submit {Reference}: the upstream could not be asked, by a fault of ours.")]
    private partial void LogBroke(Exception cause, string reference);

    private sealed class Watch(IUpstream upstream, Submit submit, PollPace pace, Action<UpstreamReport>? told)
    {
        public IUpstream Upstream { get; } = upstream;

        public Submit Submit { get; } = submit;

        public PollPace Pace { get; } = pace;

        public Action<UpstreamReport>? Told { get; } = told;

        public TaskCompletionSource<UpstreamReport> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long DueAt { get; set; }

        public bool IsOver { get; set; }

        public int Unclear { get; set; }

        public int Absent { get; set; }
    }

    /// <summary>How many questions a connection has, and how long it is left alone when it was asked too often.</summary>
    private sealed class Rest
    {
        private readonly Lock _gate = new();
        private int _asking;
        private TimeSpan _length;
        private long _from;

        public TimeSpan Left(TimeProvider time)
        {
            lock (_gate)
                return _length == TimeSpan.Zero ? TimeSpan.Zero : _length - time.GetElapsedTime(_from);
        }

        public bool Begin(int most)
        {
            if (Interlocked.Increment(ref _asking) <= most)
                return true;
            Interlocked.Decrement(ref _asking);
            return false;
        }

        public void End() => Interlocked.Decrement(ref _asking);

        // Of many that were refused together the first counts.
        public void Longer(TimeProvider time, TimeSpan least, TimeSpan most)
        {
            lock (_gate)
            {
                if (_length > TimeSpan.Zero && _length > time.GetElapsedTime(_from))
                    return;
                (_length, _from) = (_length == TimeSpan.Zero ? least : TimeSpan.FromTicks(Math.Min(_length.Ticks * 2, most.Ticks)), time.GetTimestamp());
            }
        }

        public void Over(TimeProvider time)
        {
            lock (_gate)
            {
                // Answers to what was asked before the rest say nothing of it.
                if (_length > TimeSpan.Zero && _length <= time.GetElapsedTime(_from))
                    _length = TimeSpan.Zero;
            }
        }
    }
}

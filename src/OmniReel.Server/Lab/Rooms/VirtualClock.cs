namespace OmniReel.Server.Lab.Rooms;

/// <summary>
/// A clock that begins with the real one and then goes at its own pace. It never goes back. Its timers go by it: those that are due are
/// called one after the other, in the order of their times, on the thread pool.
/// </summary>
public sealed class VirtualClock : TimeProvider, IDisposable
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(20);

    private readonly TimeProvider _real;
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private readonly ITimer _alarm;
    private ClockPace _pace = ClockPace.Real;
    private DateTimeOffset _anchor;
    private long _anchored;
    private bool _isCalling;

    /// <param name="real">The clock outside.</param>
    public VirtualClock(TimeProvider real)
    {
        (_real, _anchor, _anchored) = (real, real.GetUtcNow(), real.GetTimestamp());
        _alarm = real.CreateTimer(_ => Call(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How its time passes; a change begins now.</summary>
    public ClockPace Pace
    {
        get
        {
            lock (_gate) return _pace;
        }

        set
        {
            lock (_gate)
            {
                Anchor(Now);
                _pace = value;
            }

            Wake();
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate) return Now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves it forward at once; what becomes due is called.</summary>
    public void Advance(TimeSpan by)
    {
        lock (_gate) Anchor(Now + by);
        Wake();
    }

    /// <summary>Waits for so long, however long that is; for ever with <see cref="Timeout.InfiniteTimeSpan"/>.</summary>
    public async Task PassAsync(TimeSpan time, CancellationToken cancellation)
    {
        // A delay counts its milliseconds in 32 bits.
        for (; time > s_longest; time -= s_longest) await Task.Delay(s_longest, this, cancellation);
        await Task.Delay(time, this, cancellation);
    }

    public void Dispose() => _alarm.Dispose();

    private DateTimeOffset Now => _anchor + _real.GetElapsedTime(_anchored) * _pace.Rate;

    private void Anchor(DateTimeOffset now) => (_anchor, _anchored) = (now, _real.GetTimestamp());

    // Never on the caller's thread: it may hold what a timer's callback waits for.
    private void Wake() => ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.Call(), this, preferLocal: false);

    private void Call()
    {
        lock (_gate)
        {
            if (_isCalling) return;
            _isCalling = true;
        }

        while (Next() is { } due) due.Invoke();
    }

    /// <summary>The next timer that is due, taken out; null when there is none, and the alarm is set for the one after.</summary>
    private Waiting? Next()
    {
        lock (_gate)
        {
            var first = _waiting.MinBy(one => one.Due);
            // Nobody waits for a timer that comes again and again: it would keep the clock running for ever.
            if (first is not null && first.Due > Now && _pace.IsInstant && !first.IsPeriodic) Anchor(first.Due);
            if (first is not null && first.Due <= Now)
            {
                _waiting.Remove(first);
                if (first.IsPeriodic) _waiting.Add(first.Again(Now));
                return first;
            }

            _isCalling = false;
            var wait = first is null || _pace.Rate == 0 ? Timeout.InfiniteTimeSpan : (first.Due - Now) / _pace.Rate;
            if (wait > s_longest) wait = s_longest;
            // A timer counts whole milliseconds, and must not come before its time.
            _alarm.Change(wait == Timeout.InfiniteTimeSpan ? wait : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
            return null;
        }
    }

    private sealed class Waiting(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; }

        public bool IsPeriodic => _period > TimeSpan.Zero;

        public void Invoke() => callback(state);

        public Waiting Again(DateTimeOffset now)
        {
            Due = now + _period;
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._waiting.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                _period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                Due = clock.Now + dueTime;
                clock._waiting.Add(this);
            }

            clock.Wake();
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate) clock._waiting.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

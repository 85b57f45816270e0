namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// How many films an account makes at the same time. Nobody tells the number: it is found by submitting more with each that is taken,
/// until the upstream refuses one (1303). From then on the number at that moment is the limit, and now and then one more is tried.
/// </summary>
/// <param name="most">As configured; null to find out alone.</param>
public sealed class ParallelGate(int? most, TimeProvider time)
{
    private const int First = 8, Ceiling = 10_000;

    /// <summary>A limit that was found is tried again after so long without a refusal: sooner the better it went, later the worse.</summary>
    private static readonly TimeSpan s_shortQuiet = TimeSpan.FromSeconds(1), s_firstQuiet = TimeSpan.FromSeconds(5), s_longQuiet = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_shortPause = TimeSpan.FromSeconds(1), s_longPause = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private int _limit = Math.Min(First, most ?? First);
    private bool _isFound;
    private int _inside;
    private long _quietSince = time.GetTimestamp();
    private TimeSpan _quiet = s_firstQuiet;
    private TimeSpan _pause;
    private long _pausedAt;

    /// <summary>More may enter than before. Handlers must not block.</summary>
    public event Action? Grew;

    /// <summary>Films that may be made at the same time, as far as is known.</summary>
    public int Limit
    {
        get
        {
            lock (_gate)
                return _limit;
        }
    }

    /// <summary>Films that are being made, and submits on their way.</summary>
    public int Inside
    {
        get
        {
            lock (_gate)
                return _inside;
        }
    }

    /// <summary>How many more may enter now.</summary>
    public int Free
    {
        get
        {
            lock (_gate)
                return Math.Max(0, _limit - _inside - _waiting.Count);
        }
    }

    /// <summary>Waits for a place, in the order of the calls, and for the end of a pause that the upstream asked for.</summary>
    public async Task<Place> EnterAsync(CancellationToken cancellation)
    {
        var place = await TakeAsync(cancellation);
        try
        {
            while (PauseLeft() is var left && left > TimeSpan.Zero)
                await Task.Delay(left, time, cancellation);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>A place for what the upstream has already, whatever the limit.</summary>
    public Place Resume()
    {
        lock (_gate)
            _inside++;
        return new Place(this);
    }

    /// <summary>The upstream has taken one more.</summary>
    public void Taken()
    {
        lock (_gate)
        {
            _pause = TimeSpan.Zero;
            if (!_isFound)
                Raise();
            else if (_inside >= _limit && time.GetElapsedTime(_quietSince) >= _quiet)
            {
                (_quiet, _quietSince) = (_quiet / 2 > s_shortQuiet ? _quiet / 2 : s_shortQuiet, time.GetTimestamp());
                Raise();
            }
        }

        Grew?.Invoke();
    }

    /// <summary>The upstream refused one because too many are made already (1303): those are the limit.</summary>
    public void TooMany()
    {
        lock (_gate)
        {
            (_isFound, _quietSince) = (true, time.GetTimestamp());
            _quiet = _quiet * 3 < s_longQuiet ? _quiet * 3 : s_longQuiet;
            _limit = Math.Max(1, Math.Min(_limit, _inside - 1));
            Pause();
        }
    }

    /// <summary>The upstream refused one because they came too fast (1302).</summary>
    public void TooFast()
    {
        lock (_gate)
            Pause();
    }

    private void Raise()
    {
        _limit = Math.Min(_limit + 1, Math.Min(most ?? Ceiling, Ceiling));
        Admit();
    }

    private void Pause() =>
        (_pause, _pausedAt) = (_pause == TimeSpan.Zero ? s_shortPause : TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, s_longPause.Ticks)), time.GetTimestamp());

    private TimeSpan PauseLeft()
    {
        lock (_gate)
            return _pause == TimeSpan.Zero ? TimeSpan.Zero : _pause - time.GetElapsedTime(_pausedAt);
    }

    private async Task<Place> TakeAsync(CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource> turn;
        lock (_gate)
        {
            if (_inside < _limit)
            {
                _inside++;
                return new Place(this);
            }

            turn = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await ((Task)turn.Value.Task.WaitAsync(cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (turn.Value.Task.IsCompleted)
                return new Place(this);
            _waiting.Remove(turn);
        }

        throw new OperationCanceledException(cancellation);
    }

    // Inside the lock.
    private void Admit()
    {
        while (_inside < _limit && _waiting.First is { } next)
        {
            _waiting.RemoveFirst();
            _inside++;
            next.Value.SetResult();
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _inside--;
            Admit();
        }

        Grew?.Invoke();
    }

    /// <summary>One film's place, until the upstream has ended it.</summary>
    public sealed class Place : IDisposable
    {
        private ParallelGate? _owner;

        internal Place(ParallelGate owner) => _owner = owner;

        /// <summary>Gives it to the next.</summary>
        public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Leave();
    }
}

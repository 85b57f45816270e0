using OmniReel.Server.Engines;

namespace OmniReel.Server.Tasks;

/// <summary>
/// The node's places for work. An attempt begins with one, may leave it while it waits for something, and then comes back to the next
/// that is free; those who come back go before those who begin. How many may be begun that will leave is bounded by
/// <see cref="RoomForWaiting"/>; while many more are away, nothing is begun at all.
/// </summary>
internal sealed class WorkSlots(int count, int mostAway, TimeProvider time)
{
    /// <summary>So many more than may be begun to wait may be away: those who found on their way that they have to wait for another film.</summary>
    private const int MoreAway = 24;

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _returning = [];
    private int _free = count;
    private int _away;

    /// <summary>There is room for another. Handlers must not block.</summary>
    public event Action? Freed;

    /// <summary>How many more may be begun that will leave their place.</summary>
    public int RoomForWaiting
    {
        get
        {
            lock (_gate)
                return Math.Max(0, mostAway - _away);
        }
    }

    /// <summary>Places that nobody has.</summary>
    public int Free
    {
        get
        {
            lock (_gate)
                return _free;
        }
    }

    /// <summary>Takes all places that are free; none while too many are away.</summary>
    public IReadOnlyList<Slot> TakeFree()
    {
        lock (_gate)
        {
            if (IsCrowded)
                return [];
            var taken = new Slot[_free];
            for (var i = 0; i < taken.Length; i++)
                taken[i] = new Slot(this, time, isHeld: true);
            _free = 0;
            return taken;
        }
    }

    /// <summary>For one who begins without a place, and may come to one; null while too many are away.</summary>
    public Slot? BeginAway()
    {
        lock (_gate)
        {
            if (IsCrowded)
                return null;
            _away++;
            return new Slot(this, time, isHeld: false);
        }
    }

    /// <summary>Gives back a place that nothing was found for.</summary>
    public static void PutBack(Slot unused) => unused.End();

    private bool IsCrowded => _away >= mostAway + MoreAway;

    /// <summary>False when somebody who comes back has it now.</summary>
    private bool GiveBack()
    {
        lock (_gate)
        {
            if (_returning.First is { } next)
            {
                _returning.RemoveFirst();
                next.Value.SetResult();
                return false;
            }

            _free++;
            return true;
        }
    }

    private void Away(int change)
    {
        lock (_gate)
            _away += change;
    }

    private async Task ReturnAsync(CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource> turn;
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return;
            }

            turn = _returning.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await ((Task)turn.Value.Task.WaitAsync(cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (turn.Value.Task.IsCompleted)
                return;
            _returning.Remove(turn);
        }

        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>One place, or the right to come back to one. Used by one attempt, which is one thing after another.</summary>
    internal sealed class Slot : IWorkSlot, IDisposable
    {
        private readonly WorkSlots _slots;
        private readonly TimeProvider _time;
        private long _since;
        private bool _isHeld;
        private bool _isOver;
        private TimeSpan _before;

        public Slot(WorkSlots slots, TimeProvider time, bool isHeld) => (_slots, _time, _since, _isHeld) = (slots, time, time.GetTimestamp(), isHeld);

        /// <summary>How long it was held, all times together.</summary>
        public TimeSpan Held => _isHeld ? _before + _time.GetElapsedTime(_since) : _before;

        public void Leave()
        {
            if (!_isHeld)
                return;
            (_before, _isHeld) = (Held, false);
            _slots.Away(1);
            if (_slots.GiveBack())
                _slots.Freed?.Invoke();
        }

        public async Task ReturnAsync(CancellationToken cancellation)
        {
            if (_isHeld)
                return;
            await _slots.ReturnAsync(cancellation);
            (_since, _isHeld) = (_time.GetTimestamp(), true);
            _slots.Away(-1);
        }

        /// <summary>The attempt is over.</summary>
        public void Dispose()
        {
            End();
            _slots.Freed?.Invoke();
        }

        internal void End()
        {
            if (_isOver)
                return;
            _isOver = true;
            if (!_isHeld)
            {
                _slots.Away(-1);
                return;
            }

            (_before, _isHeld) = (Held, false);
            _slots.GiveBack();
        }
    }
}

namespace OmniReel.Media.Native;

/// <summary>What holds native memory that a call in flight may still read when the collector finds the holder unused.</summary>
internal interface IDeferred
{
    /// <summary>Frees it; called once, by any thread.</summary>
    void Release();
}

/// <summary>
/// Finalizers put off. The collector gives an object up as soon as nobody will name it again, even while the native call that read
/// its handle still runs, and SkiaSharp keeps nothing alive during its calls (mono/SkiaSharp#2821): freed at once, a path dies while
/// it is drawn. What is given here is freed a turn later than the next one, so between <see cref="Turn"/> and twice that.
/// </summary>
internal sealed class DeferredRelease(TimeProvider time, TimeSpan turn)
{
    /// <summary>Longer than any call of ours into a library takes, on a machine that is far too busy.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private List<IDeferred> _given = [];
    private List<IDeferred> _waiting = [];
    private ITimer? _timer;

    public static DeferredRelease Shared { get; } = new(TimeProvider.System, Turn);

    /// <summary>Takes an object out of its finalizer; it lives until it is released.</summary>
    public void Add(IDeferred holder)
    {
        lock (_lock)
        {
            _given.Add(holder);
            _timer ??= time.CreateTimer(static self => ((DeferredRelease)self!).TurnOver(), this, turn, turn);
        }
    }

    private void TurnOver()
    {
        List<IDeferred> due;
        lock (_lock)
        {
            due = _waiting;
            _waiting = _given;
            _given = [];
            if (due.Count + _waiting.Count == 0)
            {
                _timer?.Dispose();
                _timer = null;
            }
        }

        foreach (var holder in due)
            holder.Release();
    }
}

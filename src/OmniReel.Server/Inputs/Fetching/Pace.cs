namespace OmniReel.Server.Inputs.Fetching;

/// <summary>The clock of a fetch: the time for the first byte, the least rate over windows, and the time for all of it. Its token ends whichever is first.</summary>
internal sealed class Pace : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenSource _either;
    private readonly ITimer _total;
    private readonly ITimer _step;
    private long _bytes;
    private bool _isBody;

    public Pace(TimeProvider time, TimeSpan total, CancellationToken cancellation)
    {
        _either = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, cancellation);
        _total = time.CreateTimer(static pace => ((Pace)pace!).End(), this, total > TimeSpan.Zero ? total : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        _step = time.CreateTimer(static pace => ((Pace)pace!).Step(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _either.Token;

    /// <summary>Whether it was the clock that ended it.</summary>
    public bool IsOver => _over.IsCancellationRequested;

    /// <summary>From now on an answer is waited for.</summary>
    public void ExpectFirstByte() => _step.Change(InputCaps.FirstByte, Timeout.InfiniteTimeSpan);

    /// <summary>From now on the rate is measured.</summary>
    public void ExpectBytes()
    {
        Volatile.Write(ref _isBody, true);
        _step.Change(InputCaps.Window, InputCaps.Window);
    }

    /// <summary>So many bytes have come.</summary>
    public void Count(int bytes) => Interlocked.Add(ref _bytes, bytes);

    public void Dispose()
    {
        _total.Dispose();
        _step.Dispose();
        _either.Dispose();
        _over.Dispose();
    }

    private void Step()
    {
        if (Volatile.Read(ref _isBody) && Interlocked.Exchange(ref _bytes, 0) >= InputCaps.WindowFloor) return;
        End();
    }

    // A timer may be in its callback while it is disposed of: what it ends then has ended already.
    private void End()
    {
        try
        {
            _over.Cancel();
        }
        catch (ObjectDisposedException)
        {
        }
    }
}

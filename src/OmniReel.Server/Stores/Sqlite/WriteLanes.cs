using System.Threading.Channels;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// What waits for the writer: a lane of bounded length for callers, who can be told to come again, and one without bound for the
/// writes under a lease, which is emptied first.
/// </summary>
internal sealed class WriteLanes(int callers)
{
    private readonly Channel<WriteCommand> _callers =
        Channel.CreateBounded<WriteCommand>(new BoundedChannelOptions(callers) { SingleReader = true });

    private readonly Channel<WriteCommand> _leased =
        Channel.CreateUnbounded<WriteCommand>(new UnboundedChannelOptions { SingleReader = true });

    // Only one wait at a time is allowed on each lane, so one that is pending is kept for the next round.
    private Task<bool> _callersWait = Task.FromResult(true);
    private Task<bool> _leasedWait = Task.FromResult(true);

    /// <summary>False: the callers' lane is full or closed.</summary>
    public bool TryAdd(WriteCommand command) => _callers.Writer.TryWrite(command);

    /// <summary>Waits for a place in the callers' lane. Throws <see cref="ChannelClosedException"/> once it is closed.</summary>
    public ValueTask AddAsync(WriteCommand command, CancellationToken cancellation) => _callers.Writer.WriteAsync(command, cancellation);

    /// <summary>False: closed.</summary>
    public bool TryAddLeased(WriteCommand command) => _leased.Writer.TryWrite(command);

    /// <summary>Takes no more; what is in the lanes can still be taken.</summary>
    public void Close()
    {
        _leased.Writer.TryComplete();
        _callers.Writer.TryComplete();
    }

    /// <summary>
    /// Blocks until something waits, and adds it to the group: all leased writes, and callers up to <paramref name="most"/> in all.
    /// False: both lanes are closed and empty.
    /// </summary>
    public bool Take(List<WriteCommand> group, int most)
    {
        while (true)
        {
            while (_leased.Reader.TryRead(out var command))
                group.Add(command);
            while (group.Count < most && _callers.Reader.TryRead(out var command))
                group.Add(command);
            if (group.Count > 0)
                return true;
            if (!WaitForAny())
                return false;
        }
    }

    private bool WaitForAny()
    {
        if (_callersWait.IsCompleted)
            _callersWait = _callers.Reader.WaitToReadAsync().AsTask();
        if (_leasedWait.IsCompleted)
            _leasedWait = _leased.Reader.WaitToReadAsync().AsTask();
        if (Task.WhenAny(_callersWait, _leasedWait).GetAwaiter().GetResult().GetAwaiter().GetResult())
            return true;

        // One lane is closed and empty, so the other is being closed as well.
        return _callersWait.GetAwaiter().GetResult() | _leasedWait.GetAwaiter().GetResult();
    }
}

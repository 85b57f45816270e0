using System.Threading.Channels;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// What waits for the writer: a lane of bounded length for callers, who can be told to come again, and one without bound for the
/// writes under a lease, which is emptied first.
/// </summary>
internal sealed class WriteLanes(int callers) : IDisposable
{
    private readonly Channel<WriteCommand> _callers =
        Channel.CreateBounded<WriteCommand>(new BoundedChannelOptions(callers) { SingleReader = true });

    private readonly Channel<WriteCommand> _leased =
        Channel.CreateUnbounded<WriteCommand>(new UnboundedChannelOptions { SingleReader = true });

    // Wakes the writer's thread itself: a wait on the channels would be ended by a thread of the pool, which had to be woken first.
    // Without spinning: the writer waits for milliseconds, and others need the processor.
    private readonly ManualResetEventSlim _some = new(initialState: false, spinCount: 0);

    /// <summary>False: the callers' lane is full or closed.</summary>
    public bool TryAdd(WriteCommand command) => Rung(_callers.Writer.TryWrite(command));

    /// <summary>Waits for a place in the callers' lane. Throws <see cref="ChannelClosedException"/> once it is closed.</summary>
    public async ValueTask AddAsync(WriteCommand command, CancellationToken cancellation)
    {
        await _callers.Writer.WriteAsync(command, cancellation);
        _some.Set();
    }

    /// <summary>False: closed.</summary>
    public bool TryAddLeased(WriteCommand command) => Rung(_leased.Writer.TryWrite(command));

    /// <summary>Takes no more; what is in the lanes can still be taken.</summary>
    public void Close()
    {
        _leased.Writer.TryComplete();
        _callers.Writer.TryComplete();
        _some.Set();
    }

    /// <summary>
    /// Blocks until something waits, and adds it to the group: all leased writes, and callers up to <paramref name="most"/> in all.
    /// False: both lanes are closed and empty.
    /// </summary>
    public bool Take(List<WriteCommand> group, int most)
    {
        while (true)
        {
            // Reset first, read second: what is added after the reading rings again.
            _some.Reset();
            while (_leased.Reader.TryRead(out var command))
                group.Add(command);
            while (group.Count < most && _callers.Reader.TryRead(out var command))
                group.Add(command);
            if (group.Count > 0)
                return true;
            if (_leased.Reader.Completion.IsCompleted && _callers.Reader.Completion.IsCompleted)
                return false;
            _some.Wait();
        }
    }

    public void Dispose() => _some.Dispose();

    private bool Rung(bool isAdded)
    {
        if (isAdded)
            _some.Set();
        return isAdded;
    }
}

namespace OmniReel.Server.StoredBodies;

/// <summary>
/// The bytes that stored bodies may hold in memory at once while films and elements are made of them. Who finds no room waits, in the
/// order of coming. One body always has room, however large it is.
/// </summary>
/// <param name="bytes">Room for bodies that are counted.</param>
public sealed class BodyRoom(long bytes)
{
    /// <summary>A body of this many bytes or fewer is not counted and waits for nobody: there are only as many as there are attempts.</summary>
    public const int Small = 1 << 20;

    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter> _waiting = [];
    private long _held;

    /// <summary>Bytes of the bodies that are counted and held now.</summary>
    public long Held
    {
        get
        {
            lock (_gate)
                return _held;
        }
    }

    /// <summary>Reads a body when there is room for it.</summary>
    /// <param name="length">Of the body, in bytes.</param>
    public async Task<HeldBody> BringAsync(long length, Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>> read, CancellationToken cancellation)
    {
        if (length <= Small)
            return new HeldBody(await read(cancellation));
        await TakeAsync(length, cancellation);
        try
        {
            return new HeldBody(await read(cancellation), () => Give(length));
        }
        catch
        {
            Give(length);
            throw;
        }
    }

    private async Task TakeAsync(long length, CancellationToken cancellation)
    {
        LinkedListNode<Waiter> turn;
        lock (_gate)
        {
            if (_waiting.Count == 0 && Fits(length))
            {
                _held += length;
                return;
            }

            turn = _waiting.AddLast(new Waiter(length));
        }

        await ((Task)turn.Value.Turn.Task.WaitAsync(cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (turn.Value.Turn.Task.IsCompleted)
                return;
            _waiting.Remove(turn);
            // A small one behind a large one that goes away may be next.
            LetIn();
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private void Give(long length)
    {
        lock (_gate)
        {
            _held -= length;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (_waiting.First is { } next && Fits(next.Value.Length))
        {
            _waiting.RemoveFirst();
            _held += next.Value.Length;
            next.Value.Turn.SetResult();
        }
    }

    private bool Fits(long length) => _held == 0 || _held + length <= bytes;

    private sealed record Waiter(long Length)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

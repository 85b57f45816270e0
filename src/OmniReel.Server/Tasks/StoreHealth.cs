namespace OmniReel.Server.Tasks;

/// <summary>
/// Whether the store can still be trusted. After a failed fsync nobody knows which pages reached the disk, so the only cure is to
/// stop, and to let the next start recover from the log.
/// </summary>
public sealed class StoreHealth : IDisposable
{
    private readonly CancellationTokenSource _failed = new();
    private Exception? _cause;

    /// <summary>Cancelled once, when the store has failed for good: stop being ready and exit non-zero.</summary>
    public CancellationToken Failed => _failed.Token;

    /// <summary>The first failure; null while the store is sound.</summary>
    public Exception? Cause => Volatile.Read(ref _cause);

    /// <summary>Reports a failure; only the first counts.</summary>
    public void Report(Exception cause)
    {
        if (Interlocked.CompareExchange(ref _cause, cause, null) is null)
            _failed.CancelAsync();
    }

    public void Dispose() => _failed.Dispose();
}

using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http.Health;

/// <summary>Whether this server takes new work. Reads go on while it drains.</summary>
public sealed class Readiness(StoreHealth store) : IDisposable
{
    private readonly CancellationTokenSource _draining = new();
    private volatile bool _started;

    /// <summary>New work is taken.</summary>
    public bool IsReady => _started && !IsDraining && store.Cause is null;

    /// <summary>The server is on its way out.</summary>
    public bool IsDraining => _draining.IsCancellationRequested;

    /// <summary>Cancelled when the server begins to drain: whoever waits for a task answers with what there is.</summary>
    public CancellationToken Draining => _draining.Token;

    /// <summary>Everything is up.</summary>
    public void Started() => _started = true;

    /// <summary>Take no new work any more.</summary>
    public void Drain() => _draining.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _draining.Dispose();
}

using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Submits;

/// <summary>One attempt at a film that is paid for.</summary>
/// <param name="prepare">Has the request made ready to be sent; called once, and only when something is to be sent.</param>
public sealed class PaidAttempt(EngineAttempt attempt, IHeldLease hold, IUpstream upstream, Func<CancellationToken, Task<IPaidOrder>> prepare) : IDisposable
{
    private IPaidOrder? _order;

    public VideoTask Task { get; } = attempt.Task;

    public IHeldLease Hold { get; } = hold;

    public IUpstream Upstream { get; } = upstream;

    /// <summary>Of messages to the creator.</summary>
    public string Language => Task.Facts.Language;

    /// <summary>What is to be sent. Kept until this is disposed of: it may have to be sent again.</summary>
    public async Task<IPaidOrder> OrderAsync(CancellationToken cancellation) => _order ??= await prepare(cancellation);

    public void Dispose() => _order?.Dispose();
}

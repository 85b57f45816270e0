using OmniReel.Server.Engines;

namespace OmniReel.Server.Tasks;

/// <summary>
/// For an attempt that is worked on elsewhere: no place here is held. It counts as being begun until its engine has it, since only from
/// then on does the engine's own room tell of it.
/// </summary>
internal sealed class RemoteSlot(Action begun) : IWorkSlot, IDisposable
{
    private Action? _begun = begun;

    public void Leave()
    {
    }

    public Task ReturnAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The engine has the attempt.</summary>
    public void Begin() => Interlocked.Exchange(ref _begun, null)?.Invoke();

    /// <summary>The attempt is over, whether the engine ever had it or not.</summary>
    public void Dispose() => Begin();
}

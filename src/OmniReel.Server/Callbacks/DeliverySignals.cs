namespace OmniReel.Server.Callbacks;

/// <summary>Says inside this process that something waits for a receiver: stores tell it after their commit. Only a hint; the store is the truth.</summary>
public sealed class DeliverySignals
{
    /// <summary>Something waits for this receiver. Handlers must not block.</summary>
    public event Action<string>? Arrived;

    /// <summary>A person asks for this receiver to be tried now, however it behaved so far. Handlers must not block.</summary>
    public event Action<string>? Replayed;

    /// <summary>Called by a store after its commit.</summary>
    public void Arrive(string receiver) => Arrived?.Invoke(receiver);

    /// <summary>Called by a store after the commit of a replay.</summary>
    public void Replay(string receiver) => Replayed?.Invoke(receiver);
}

namespace OmniReel.Server.Http.Bodies;

/// <summary>The bytes that large request bodies may hold in memory at once, over all requests.</summary>
internal sealed class InFlightBudget(HttpSettings settings)
{
    private long _held;

    /// <summary>Bytes held now.</summary>
    public long Held => Volatile.Read(ref _held);

    /// <summary>Takes bytes, or takes nothing and says so.</summary>
    public bool TryReserve(long bytes)
    {
        if (Interlocked.Add(ref _held, bytes) <= settings.BodyBudget) return true;
        Interlocked.Add(ref _held, -bytes);
        return false;
    }

    /// <summary>Gives bytes back that <see cref="TryReserve"/> gave.</summary>
    public void Release(long bytes) => Interlocked.Add(ref _held, -bytes);
}

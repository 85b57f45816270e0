using System.Collections.Concurrent;
using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Tests.Callbacks.Support;

/// <summary>A store that passes everything on, for tests to bend one promise of, and to see what it is asked.</summary>
internal sealed class BentStore(IDeliveryStore inner) : IDeliveryStore
{
    /// <summary>Stands before each reading of what waits; may throw.</summary>
    public Action OnWaiting { get; set; } = () => { };

    /// <summary>Stands before each record of an attempt; may throw.</summary>
    public Action OnRecord { get; set; } = () => { };

    /// <summary>How many were asked for, each time that it was read what waits.</summary>
    public ConcurrentQueue<int> Looks { get; } = new();

    public bool HasFailed { get; set; }

    public IReadOnlyList<string> Receivers() => inner.Receivers();

    public IReadOnlyList<Delivery> Waiting(string receiver, int max)
    {
        try
        {
            OnWaiting();
            return inner.Waiting(receiver, max);
        }
        finally
        {
            Looks.Enqueue(max);
        }
    }

    public ValueTask RecordAsync(AttemptRecord attempt, CancellationToken cancellation)
    {
        OnRecord();
        return inner.RecordAsync(attempt, cancellation);
    }

    public ValueTask<int> GiveUpAsync(string receiver, long madeBefore, string reason, CancellationToken cancellation) =>
        inner.GiveUpAsync(receiver, madeBefore, reason, cancellation);

    public Delivery? Find(string tenant, string id) => inner.Find(tenant, id);

    public IReadOnlyList<Delivery> List(string tenant, DeliveryFilter filter, int skip, int take) => inner.List(tenant, filter, skip, take);

    public ValueTask<bool> ReplayAsync(string tenant, string id, CancellationToken cancellation) => inner.ReplayAsync(tenant, id, cancellation);

    public ValueTask<int> ReplayAsync(string tenant, DeliveryFilter filter, CancellationToken cancellation) => inner.ReplayAsync(tenant, filter, cancellation);

    public (long Waiting, long? Oldest) Backlog() => inner.Backlog();
}

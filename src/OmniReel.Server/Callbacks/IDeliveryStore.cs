namespace OmniReel.Server.Callbacks;

/// <summary>How one attempt ended, to be written down.</summary>
/// <param name="Of">The delivery as it was read before the attempt.</param>
/// <param name="Becomes">Delivered, Gone or Exhausted; Waiting to be tried again at <paramref name="DueAt"/>.</param>
/// <param name="DueAt">When it is sent again, Unix milliseconds; null unless it waits.</param>
/// <param name="Status">HTTP status, null without an answer.</param>
/// <param name="Reason">One coarse line.</param>
/// <param name="Answer">How the answer began, masked.</param>
public sealed record AttemptRecord(Delivery Of, DeliveryState Becomes, long? DueAt, int? Status, string Reason, string Answer);

/// <summary>Which deliveries; what is null does not matter.</summary>
/// <param name="State">Those that stand there.</param>
/// <param name="TaskId">Those of one task.</param>
/// <param name="Since">Those made at this time or later, Unix milliseconds.</param>
public sealed record DeliveryFilter(DeliveryState? State = null, long? TaskId = null, long? Since = null);

/// <summary>
/// The durable deliveries. They are made by the task store, in the transaction of the change that they tell of: a change that is
/// durable has its delivery, and a delivery tells of a change that happened. At most one delivery of a task waits, unless somebody
/// replays them one by one: the event of its end puts an earlier one that still waits to <see cref="DeliveryState.Skipped"/>. Writes may throw what the task store's may.
/// </summary>
public interface IDeliveryStore
{
    /// <summary>It has failed for good and takes no further writes: the process ends.</summary>
    bool HasFailed { get; }

    /// <summary>The receivers that something waits for, each once.</summary>
    IReadOnlyList<string> Receivers();

    /// <summary>What waits for one receiver, soonest due first, at most <paramref name="max"/>, due or not.</summary>
    IReadOnlyList<Delivery> Waiting(string receiver, int max);

    /// <summary>
    /// Writes down how an attempt ended. Durable when it returns; until then a restart sends the same delivery again, with the same
    /// id. A failed attempt changes nothing when its delivery no longer stands as it did before it (skipped, given up or replayed
    /// meanwhile); a successful one makes it Delivered.
    /// </summary>
    ValueTask RecordAsync(AttemptRecord attempt, CancellationToken cancellation);

    /// <summary>Ends, as Exhausted, what has waited for one receiver since before <paramref name="madeBefore"/> (Unix ms). Returns how many.</summary>
    ValueTask<int> GiveUpAsync(string receiver, long madeBefore, string reason, CancellationToken cancellation);

    /// <summary>By its id; null where the tenant has none such.</summary>
    Delivery? Find(string tenant, string id);

    /// <summary>Newest first.</summary>
    IReadOnlyList<Delivery> List(string tenant, DeliveryFilter filter, int skip, int take);

    /// <summary>Makes one delivery due at once, on a fresh schedule, with the id and bytes that it had. False: there is none such.</summary>
    ValueTask<bool> ReplayAsync(string tenant, string id, CancellationToken cancellation);

    /// <summary>
    /// As <see cref="ReplayAsync(string, string, CancellationToken)"/> for all that the filter names, but for an event of a task of which it
    /// names a later one: so that of no task two are made to wait. Returns how many.
    /// </summary>
    ValueTask<int> ReplayAsync(string tenant, DeliveryFilter filter, CancellationToken cancellation);

    /// <summary>How many wait, and when the oldest of them was made (Unix ms; null for none).</summary>
    (long Waiting, long? Oldest) Backlog();
}

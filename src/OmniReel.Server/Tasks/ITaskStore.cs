namespace OmniReel.Server.Tasks;

/// <summary>A task to be accepted. <paramref name="Body"/> is the request body as sent.</summary>
public sealed record NewTask(
    long Id, string Tenant, string? ExternalTaskId, TaskFacts Facts, ReadOnlyMemory<byte> Body, long CreatedAt, IdempotencyClaim? Idempotency);

/// <summary>The header <c>Idempotency-Key</c> of a create, with the SHA-256 of the body and the request id of this answer.</summary>
public sealed record IdempotencyClaim(string Key, ReadOnlyMemory<byte> BodyHash, string RequestId);

/// <summary>What became of an accept.</summary>
public abstract record AcceptOutcome
{
    private AcceptOutcome() { }

    /// <summary>The task is durable.</summary>
    public sealed record Accepted(VideoTask Task) : AcceptOutcome;

    /// <summary>The same key and body were answered before: the first task as it was accepted, and the first answer's request id.</summary>
    public sealed record Replayed(VideoTask Task, string RequestId) : AcceptOutcome;

    /// <summary>The key was used with another body; nothing was created.</summary>
    public sealed record KeyReused : AcceptOutcome;

    /// <summary>The external id is taken; nothing was created.</summary>
    public sealed record ExternalIdTaken : AcceptOutcome;
}

/// <summary>The right to work on a task. Every write made under it names the epoch and is refused once somebody else holds the task.</summary>
public sealed record Lease(long TaskId, string Node, long Epoch);

/// <summary>How many tasks there is room for.</summary>
/// <param name="Tasks">All together.</param>
/// <param name="WithInputs">Those among them that have inputs to be brought here, or elements: every kind but text-to-video.</param>
public readonly record struct LeaseRoom(int Tasks, int WithInputs)
{
    /// <summary>Room for so many of any kind.</summary>
    public static implicit operator LeaseRoom(int tasks) => new(tasks, tasks);
}

/// <summary>A task to be worked on. Its body is read apart (<see cref="ITaskStore.ReadBodyAsync"/>): it may be many megabytes.</summary>
/// <param name="BodyLength">In bytes.</param>
public sealed record LeasedTask(VideoTask Task, Lease Lease, long BodyLength);

/// <summary>What a cancel found.</summary>
public enum CancelOutcome
{
    /// <summary>The tenant has no such task.</summary>
    NotFound,

    /// <summary>It is canceled now (a running attempt learns of it when it next renews, or at once through the feed).</summary>
    Canceled,

    /// <summary>It had ended before.</summary>
    AlreadyEnded,
}

/// <summary>What one pass of the rescuer, or a take-up, did.</summary>
public sealed record RescueReport(IReadOnlyList<long> Requeued, IReadOnlyList<long> Failed)
{
    /// <summary>All of them, as they are now.</summary>
    public IReadOnlyList<VideoTask> Tasks { get; init; } = [];
}

/// <summary>
/// The durable tasks. Any write may throw a <see cref="StoreException"/>. Written for more than one database: every method is one transaction, and what it promises here holds on
/// each of them (one conformance suite). Every query names the tenant. A task with a callback URL has its delivery written in the same
/// transaction as the change that it tells of: the first lease, and the end, whatever ends it.
/// </summary>
public interface ITaskStore : IFilmIndex
{
    /// <summary>When this returns <see cref="AcceptOutcome.Accepted"/> the task survives power loss. Parallel twins of one idempotency key get one task.</summary>
    ValueTask<AcceptOutcome> AcceptAsync(NewTask task, CancellationToken cancellation);

    /// <summary>
    /// What <see cref="AcceptAsync"/> would answer because this key was used before: <see cref="AcceptOutcome.Replayed"/> or
    /// <see cref="AcceptOutcome.KeyReused"/>; null when it was not. For asking before a request is judged, since what it is judged by
    /// may have changed. Sees every write that was acknowledged before the call.
    /// </summary>
    ValueTask<AcceptOutcome?> FindRepeatAsync(string tenant, IdempotencyClaim claim, CancellationToken cancellation);

    /// <summary>By task id (which wins) or by the caller's external id. Sees every write that was acknowledged before the call.</summary>
    ValueTask<VideoTask?> FindAsync(string tenant, string idOrExternalId, CancellationToken cancellation);

    /// <summary>Newest first; ties by id, larger first.</summary>
    ValueTask<IReadOnlyList<VideoTask>> ListAsync(string tenant, int skip, int take, CancellationToken cancellation);

    /// <summary>
    /// Takes the queued tasks that there is room for, oldest first, for this node: status Running, epoch + 1, attempt + 1. Those that
    /// there is no room for are passed over.
    /// </summary>
    ValueTask<IReadOnlyList<LeasedTask>> LeaseAsync(string node, LeaseRoom room, TimeSpan ttl, CancellationToken cancellation);

    /// <summary>Takes one queued task out of its turn, else as <see cref="LeaseAsync"/>; null when it is not queued any more.</summary>
    ValueTask<LeasedTask?> LeaseOneAsync(string node, VideoTask task, TimeSpan ttl, CancellationToken cancellation);

    /// <summary>The request body of a task, as sent. Waits for no write, and none waits for it.</summary>
    ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(VideoTask task, CancellationToken cancellation);

    /// <summary>Bytes of the request body of a task. The body is not read.</summary>
    ValueTask<long> BodyLengthAsync(VideoTask task, CancellationToken cancellation);

    /// <summary>As <see cref="ReadBodyAsync"/>, for a body of <paramref name="most"/> bytes or fewer; null for a longer one, which is not read.</summary>
    ValueTask<ReadOnlyMemory<byte>?> ReadShortBodyAsync(VideoTask task, int most, CancellationToken cancellation);

    /// <summary>Extends a lease. False: it is no longer ours (rescued or canceled); stop the work.</summary>
    ValueTask<bool> RenewAsync(Lease lease, TimeSpan ttl, CancellationToken cancellation);

    /// <summary>Ends the task as Succeeded. False: the lease is no longer ours; nothing was written.</summary>
    ValueTask<bool> SucceedAsync(Lease lease, TaskResult result, CancellationToken cancellation);

    /// <summary>Ends the task as Failed. False: the lease is no longer ours; nothing was written.</summary>
    ValueTask<bool> FailAsync(Lease lease, string message, CancellationToken cancellation);

    /// <summary>Gives a task back to the queue (drain, transient trouble). Not a rescue. False as above.</summary>
    ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellation);

    /// <summary>Cancels a queued or running task at once; terminal states are absorbing.</summary>
    ValueTask<CancelOutcome> CancelAsync(string tenant, string idOrExternalId, CancellationToken cancellation);

    /// <summary>
    /// Puts tasks whose lease ran out more than <paramref name="grace"/> ago back into the queue and counts the lost lease; a task
    /// that has lost <paramref name="rescueLimit"/> leases fails instead.
    /// </summary>
    ValueTask<RescueReport> RescueAsync(int rescueLimit, TimeSpan grace, CancellationToken cancellation);

    /// <summary>
    /// At start, before the node leases anything: puts back what it held when it died. That is not a rescue and is not counted as
    /// one; yet a task that was at work each of <paramref name="takeUpLimit"/> times that the node died fails, so that a film
    /// which kills its server does not do so forever.
    /// </summary>
    ValueTask<RescueReport> TakeUpAsync(string node, int takeUpLimit, CancellationToken cancellation);

    /// <summary>Queued tasks ahead of this one (0: next); null when it is not queued.</summary>
    ValueTask<int?> QueuePositionAsync(VideoTask task, CancellationToken cancellation);
}

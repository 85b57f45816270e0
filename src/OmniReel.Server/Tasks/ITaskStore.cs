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

/// <summary>A part of the queue: the tasks that are with certain engines.</summary>
public sealed record QueueLane
{
    private QueueLane() { }

    /// <summary>The whole queue.</summary>
    public static QueueLane All { get; } = new();

    /// <summary>The tasks of one engine.</summary>
    public static QueueLane Of(string engine) => new() { Engine = engine };

    /// <summary>The tasks of all engines but these, whether there are such engines or not.</summary>
    public static QueueLane Without(IEnumerable<string> engines) => new() { Others = engines.ToHashSet(StringComparer.Ordinal) };

    /// <summary>The one engine; null where it is not of one.</summary>
    public string? Engine { get; private init; }

    private HashSet<string> Others { get; init; } = [];

    /// <summary>The tasks of this engine are in it.</summary>
    public bool Has(string engine) => Engine is null ? !Others.Contains(engine) : Engine == engine;
}

/// <summary>How many tasks there is room for.</summary>
/// <param name="Tasks">All together.</param>
/// <param name="WithInputs">Those among them that have inputs to be brought here, or elements: every kind but text-to-video.</param>
public readonly record struct LeaseRoom(int Tasks, int WithInputs)
{
    /// <summary>Those that may be taken.</summary>
    public QueueLane Lane { get => field ?? QueueLane.All; init; }

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

    /// <summary>It has an open submit that may be paid for, and goes on; nothing was written.</summary>
    Paid,
}

/// <summary>Why a task fails.</summary>
/// <param name="Message">For its creator, in their language.</param>
/// <param name="Submit">
/// The task's paid submit that failed at the upstream, which becomes FailedThere with the task's end. 0: none does; one that is open stays
/// so, and is found among those that were left (<see cref="Engines.Submits.ISubmitStore.LeftOpenAsync"/>).
/// </param>
public sealed record TaskFailure(string Message, long Submit = 0)
{
    /// <summary>A failure that has nothing to do with a submit.</summary>
    public static implicit operator TaskFailure(string message) => new(message);
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
    /// Takes the queued tasks of a lane that there is room for, oldest first, for this node: status Running, epoch + 1, attempt + 1. Those
    /// that there is no room for are passed over.
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

    /// <summary>
    /// Ends the task as Succeeded, and the submit that the film came of as Delivered. False: the lease is no longer ours; nothing was written.
    /// </summary>
    ValueTask<bool> SucceedAsync(Lease lease, TaskResult result, CancellationToken cancellation);

    /// <summary>Ends the task as Failed. False: the lease is no longer ours; nothing was written.</summary>
    ValueTask<bool> FailAsync(Lease lease, TaskFailure failure, CancellationToken cancellation);

    /// <summary>Gives a task back to the queue (drain, transient trouble). Not a rescue. False as above.</summary>
    ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellation);

    /// <summary>
    /// Gives a task back to the queue for another engine; the one that it was with is added to those that were tried. False as above, or
    /// it has an open submit, which nobody else may repeat.
    /// </summary>
    ValueTask<bool> RerouteAsync(Lease lease, string engine, CancellationToken cancellation);

    /// <summary>Whether the task has a submit that may be paid for while it waits.</summary>
    ValueTask<bool> IsPaidAsync(VideoTask task, CancellationToken cancellation);

    /// <summary>Cancels a queued or running task at once, unless it has an open submit; terminal states are absorbing.</summary>
    ValueTask<CancelOutcome> CancelAsync(string tenant, string idOrExternalId, CancellationToken cancellation);

    /// <summary>
    /// Puts tasks whose lease ran out more than <paramref name="grace"/> ago back into the queue and counts the lost lease; a task
    /// that has lost <paramref name="rescueLimit"/> leases fails instead, unless it has an open submit.
    /// </summary>
    ValueTask<RescueReport> RescueAsync(int rescueLimit, TimeSpan grace, CancellationToken cancellation);

    /// <summary>
    /// At start, before the node leases anything: puts back what it held when it died. That is not a rescue and is not counted as
    /// one; yet a task that was at work each of <paramref name="takeUpLimit"/> times that the node died fails, so that a film
    /// which kills its server does not do so forever. One that has an open submit never fails so.
    /// </summary>
    ValueTask<RescueReport> TakeUpAsync(string node, int takeUpLimit, CancellationToken cancellation);

    /// <summary>
    /// Queued tasks of the same engine, of all tenants, that were accepted before this one (0: next); null when it is not queued.
    /// </summary>
    ValueTask<int?> QueuePositionAsync(VideoTask task, CancellationToken cancellation);
}

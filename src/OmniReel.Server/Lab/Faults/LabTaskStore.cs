using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Faults;

/// <summary>
/// The store of tasks with the times of their tests: a task is accepted, begun and ended by the clock of its test. What is durable is
/// what the store beneath makes durable; of the times, that of the accept.
/// </summary>
/// <param name="inner">The store.</param>
/// <param name="rooms">The tests.</param>
/// <param name="shows">For those who look: a task that is held in the queue looks queued. Workers must see what is.</param>
public sealed class LabTaskStore(ITaskStore inner, LabRooms rooms, bool shows) : ITaskStore
{
    public async ValueTask<AcceptOutcome> AcceptAsync(NewTask task, CancellationToken cancellation)
    {
        var known = rooms.Accept(task);
        var outcome = await inner.AcceptAsync(task with { CreatedAt = known.CreatedAt }, cancellation);
        if (outcome is not AcceptOutcome.Accepted) rooms.Forget(task.Id);
        return Seen(outcome)!;
    }

    public async ValueTask<AcceptOutcome?> FindRepeatAsync(string tenant, IdempotencyClaim claim, CancellationToken cancellation) =>
        Seen(await inner.FindRepeatAsync(tenant, claim, cancellation));

    public async ValueTask<VideoTask?> FindAsync(string tenant, string idOrExternalId, CancellationToken cancellation) =>
        await inner.FindAsync(tenant, idOrExternalId, cancellation) is { } task ? Seen(task) : null;

    public async ValueTask<IReadOnlyList<VideoTask>> ListAsync(string tenant, int skip, int take, CancellationToken cancellation) =>
        [.. (await inner.ListAsync(tenant, skip, take, cancellation)).Select(Seen)];

    public async ValueTask<IReadOnlyList<LeasedTask>> LeaseAsync(string node, LeaseRoom room, TimeSpan ttl, CancellationToken cancellation) =>
        [.. (await inner.LeaseAsync(node, room, ttl, cancellation)).Select(leased => leased with { Task = Seen(leased.Task) })];

    public async ValueTask<LeasedTask?> LeaseOneAsync(string node, VideoTask task, TimeSpan ttl, CancellationToken cancellation) =>
        await inner.LeaseOneAsync(node, task, ttl, cancellation) is { } leased ? leased with { Task = Seen(leased.Task) } : null;

    public ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(VideoTask task, CancellationToken cancellation) => inner.ReadBodyAsync(task, cancellation);

    public ValueTask<long> BodyLengthAsync(VideoTask task, CancellationToken cancellation) => inner.BodyLengthAsync(task, cancellation);

    public ValueTask<ReadOnlyMemory<byte>?> ReadShortBodyAsync(VideoTask task, int most, CancellationToken cancellation) => inner.ReadShortBodyAsync(task, most, cancellation);

    public ValueTask<bool> RenewAsync(Lease lease, TimeSpan ttl, CancellationToken cancellation) => inner.RenewAsync(lease, ttl, cancellation);

    public ValueTask<bool> SucceedAsync(Lease lease, TaskResult result, CancellationToken cancellation)
    {
        rooms.Find(lease.TaskId)?.End();
        return inner.SucceedAsync(lease, result, cancellation);
    }

    public ValueTask<bool> FailAsync(Lease lease, TaskFailure failure, CancellationToken cancellation)
    {
        rooms.Find(lease.TaskId)?.End();
        return inner.FailAsync(lease, failure, cancellation);
    }

    public ValueTask<bool> RerouteAsync(Lease lease, string engine, CancellationToken cancellation) => inner.RerouteAsync(lease, engine, cancellation);

    public ValueTask<bool> IsPaidAsync(VideoTask task, CancellationToken cancellation) => inner.IsPaidAsync(task, cancellation);

    public ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellation) => inner.ReleaseAsync(lease, cancellation);

    public ValueTask<CancelOutcome> CancelAsync(string tenant, string idOrExternalId, CancellationToken cancellation) => inner.CancelAsync(tenant, idOrExternalId, cancellation);

    public ValueTask<RescueReport> RescueAsync(int rescueLimit, TimeSpan grace, CancellationToken cancellation) => inner.RescueAsync(rescueLimit, grace, cancellation);

    public ValueTask<RescueReport> TakeUpAsync(string node, int takeUpLimit, CancellationToken cancellation) => inner.TakeUpAsync(node, takeUpLimit, cancellation);

    public async ValueTask<int?> QueuePositionAsync(VideoTask task, CancellationToken cancellation) =>
        await inner.QueuePositionAsync(task, cancellation) ?? (task.Status == VideoTaskStatus.Queued && rooms.Of(task).IsHeld ? 0 : null);

    public ValueTask<VideoTask?> FindFilmAsync(string tenant, string filmKey, CancellationToken cancellation) => inner.FindFilmAsync(tenant, filmKey, cancellation);

    private VideoTask Seen(VideoTask task) => LabTimes.On(task, rooms.Of(task), shows);

    private AcceptOutcome? Seen(AcceptOutcome? outcome) => outcome switch
    {
        AcceptOutcome.Accepted accepted => new AcceptOutcome.Accepted(Seen(accepted.Task)),
        AcceptOutcome.Replayed replayed => new AcceptOutcome.Replayed(Seen(replayed.Task), replayed.RequestId),
        _ => outcome,
    };
}

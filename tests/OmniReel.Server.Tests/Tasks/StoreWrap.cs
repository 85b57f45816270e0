using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>A store that passes everything on, for tests to bend one promise of.</summary>
internal sealed class StoreWrap(ITaskStore inner) : ITaskStore
{
    /// <summary>Stands before each renewal.</summary>
    public Func<Lease, ValueTask<bool?>> OnRenew { get; set; } = _ => new((bool?)null);

    /// <summary>Stands before each taking up.</summary>
    public Action OnTakeUp { get; set; } = () => { };

    /// <summary>Stands before each success; may throw.</summary>
    public Action OnSucceed { get; set; } = () => { };

    /// <summary>Told of each look for one task.</summary>
    public Action OnFind { get; set; } = () => { };

    public ValueTask<AcceptOutcome> AcceptAsync(NewTask task, CancellationToken cancellation) => inner.AcceptAsync(task, cancellation);

    public ValueTask<AcceptOutcome?> FindRepeatAsync(string tenant, IdempotencyClaim claim, CancellationToken cancellation) =>
        inner.FindRepeatAsync(tenant, claim, cancellation);

    public ValueTask<VideoTask?> FindAsync(string tenant, string idOrExternalId, CancellationToken cancellation)
    {
        OnFind();
        return inner.FindAsync(tenant, idOrExternalId, cancellation);
    }

    public ValueTask<VideoTask?> FindFilmAsync(string tenant, string filmKey, CancellationToken cancellation) =>
        inner.FindFilmAsync(tenant, filmKey, cancellation);

    public ValueTask<IReadOnlyList<VideoTask>> ListAsync(string tenant, int skip, int take, CancellationToken cancellation) =>
        inner.ListAsync(tenant, skip, take, cancellation);

    public ValueTask<IReadOnlyList<LeasedTask>> LeaseAsync(string node, LeaseRoom room, TimeSpan ttl, CancellationToken cancellation) =>
        inner.LeaseAsync(node, room, ttl, cancellation);

    public ValueTask<LeasedTask?> LeaseOneAsync(string node, VideoTask task, TimeSpan ttl, CancellationToken cancellation) =>
        inner.LeaseOneAsync(node, task, ttl, cancellation);

    public ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(VideoTask task, CancellationToken cancellation) => inner.ReadBodyAsync(task, cancellation);

    public ValueTask<long> BodyLengthAsync(VideoTask task, CancellationToken cancellation) => inner.BodyLengthAsync(task, cancellation);

    public ValueTask<ReadOnlyMemory<byte>?> ReadShortBodyAsync(VideoTask task, int most, CancellationToken cancellation) => inner.ReadShortBodyAsync(task, most, cancellation);

    public async ValueTask<bool> RenewAsync(Lease lease, TimeSpan ttl, CancellationToken cancellation) =>
        await OnRenew(lease) ?? await inner.RenewAsync(lease, ttl, cancellation);

    public ValueTask<bool> SucceedAsync(Lease lease, TaskResult result, CancellationToken cancellation)
    {
        OnSucceed();
        return inner.SucceedAsync(lease, result, cancellation);
    }

    public ValueTask<bool> FailAsync(Lease lease, TaskFailure failure, CancellationToken cancellation) => inner.FailAsync(lease, failure, cancellation);

    public ValueTask<bool> RerouteAsync(Lease lease, string engine, CancellationToken cancellation) => inner.RerouteAsync(lease, engine, cancellation);

    public ValueTask<bool> IsPaidAsync(VideoTask task, CancellationToken cancellation) => inner.IsPaidAsync(task, cancellation);

    public ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellation) => inner.ReleaseAsync(lease, cancellation);

    public ValueTask<CancelOutcome> CancelAsync(string tenant, string idOrExternalId, CancellationToken cancellation) =>
        inner.CancelAsync(tenant, idOrExternalId, cancellation);

    public ValueTask<RescueReport> RescueAsync(int rescueLimit, TimeSpan grace, CancellationToken cancellation) =>
        inner.RescueAsync(rescueLimit, grace, cancellation);

    public ValueTask<RescueReport> TakeUpAsync(string node, int takeUpLimit, CancellationToken cancellation)
    {
        OnTakeUp();
        return inner.TakeUpAsync(node, takeUpLimit, cancellation);
    }

    public ValueTask<int?> QueuePositionAsync(VideoTask task, CancellationToken cancellation) => inner.QueuePositionAsync(task, cancellation);
}

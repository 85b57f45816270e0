using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Deliveries in the file of the tasks that they tell of.</summary>
public sealed class SqliteDeliveryStore : IDeliveryStore
{
    private const int ReplayedAtOnce = 500;

    private readonly GroupWriter _writer;
    private readonly TimeProvider _time;
    private readonly DeliverySignals _signals;
    private readonly ReaderPool<DeliveryReader> _readers;
    private readonly DeliveryWrites _writes;

    /// <summary>Deliveries in a file that others share; whoever opened the file closes it.</summary>
    public SqliteDeliveryStore(SqliteStorage storage, DeliverySignals signals)
    {
        (_writer, _time, _signals) = (storage.Writer, storage.Time, signals);
        _readers = storage.Readers(static database => new DeliveryReader(database));
        _writes = new DeliveryWrites(storage.Database);
    }

    public bool HasFailed => _writer.HasFailed;

    public IReadOnlyList<string> Receivers() => _readers.Read(0, static (reader, _) => reader.Receivers());

    public IReadOnlyList<Delivery> Waiting(string receiver, int max) => _readers.Read((receiver, max), static (reader, of) => reader.Waiting(of.receiver, of.max));

    public async ValueTask RecordAsync(AttemptRecord attempt, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _writes.Record(attempt, Now), cancellation);

    public async ValueTask<int> GiveUpAsync(string receiver, long madeBefore, string reason, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _writes.GiveUp(receiver, madeBefore, reason), cancellation);

    public Delivery? Find(string tenant, string id) => DeliveryId.TryParse(id, out var taskId, out var sequence)
        ? _readers.Read((tenant, taskId, sequence), static (reader, key) => reader.Find(key.tenant, key.taskId, key.sequence))
        : null;

    public IReadOnlyList<Delivery> List(string tenant, DeliveryFilter filter, int skip, int take) =>
        _readers.Read((tenant, filter, skip, take), static (reader, page) => reader.List(page.tenant, page.filter, page.skip, page.take));

    public async ValueTask<bool> ReplayAsync(string tenant, string id, CancellationToken cancellation)
    {
        if (!DeliveryId.TryParse(id, out var taskId, out var sequence)) return false;
        if (await _writer.WriteAsync(_ => _writes.Replay(tenant, taskId, sequence, Now), cancellation) is not { } receiver) return false;
        _signals.Replay(receiver);
        return true;
    }

    public async ValueTask<int> ReplayAsync(string tenant, DeliveryFilter filter, CancellationToken cancellation)
    {
        // In portions, so that no commit is long; from the newest down, so that what a portion made waiting is not met again.
        // Each portion is signalled with its commit: whatever ends this in between, what is due is known to be.
        var count = 0;
        for (var below = long.MaxValue; below > 0;)
        {
            var from = below;
            var (found, last) = await _writer.WriteAsync(_ => _writes.Replay(tenant, filter, from, ReplayedAtOnce, Now), cancellation);
            count += found.Count;
            foreach (var receiver in found.Distinct()) _signals.Replay(receiver);
            below = last;
        }

        return count;
    }

    public (long Waiting, long? Oldest) Backlog() => _readers.Read(0, static (reader, _) => reader.Backlog());

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();
}

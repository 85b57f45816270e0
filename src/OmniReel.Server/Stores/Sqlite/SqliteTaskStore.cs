using System.Text.Json;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Tasks in one SQLite file: one writer that groups commits, readers beside it, and the newest snapshots in memory.</summary>
public sealed class SqliteTaskStore : ITaskStore, IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly TaskSignals _signals;
    private readonly SqliteStorage _storage;
    private readonly GroupWriter _writer;
    private readonly ReaderPool<TaskReader> _readers;
    private readonly SnapshotCache _cache;
    private readonly LaneOrders _queue = new();
    private readonly StoreMeters _meters;
    private readonly AcceptWrites _accepts;
    private readonly LeaseWrites _leases;
    private readonly ServerWrites _server;
    private readonly SqliteOutbox? _outbox;
    private readonly bool _ownsStorage;

    /// <summary>Tasks in a file that others share; whoever opened the file closes it, after this.</summary>
    /// <param name="outbox">Writes callbacks with the changes that they tell of; null for a store that tells nobody.</param>
    public SqliteTaskStore(SqliteStorage storage, TaskSignals signals, SqliteOutbox? outbox = null)
    {
        (_storage, _time, _signals, _outbox) = (storage, storage.Time, signals, outbox);
        _writer = storage.Writer;
        _readers = storage.Readers(static database => new TaskReader(database));
        _cache = new SnapshotCache(storage.Options.CachedTasks);
        var clock = new LeaseClock(_time);
        _accepts = new AcceptWrites(storage.Database);
        _leases = new LeaseWrites(storage.Database, clock, storage.Submits);
        _server = new ServerWrites(storage.Database, clock);
        NewestId = _readers.Read(_queue, static (reader, queue) =>
        {
            foreach (var (engine, place) in reader.QueuedPlaces())
                queue.Add(engine, place);
            return reader.NewestId();
        });
        _meters = new StoreMeters(() => _queue.Count);
        storage.Committed += Publish;
        storage.Measured += _meters.Committed;
    }

    private SqliteTaskStore(SqliteStorage storage, TaskSignals signals, bool owns)
        : this(storage, signals) => _ownsStorage = owns;

    /// <summary>The largest task id in the file when it was opened; 0 for none.</summary>
    public long NewestId { get; }

    /// <summary>Transactions committed since the file was opened.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Opens a file for its tasks alone. Throws <see cref="DataFolderException"/> with one line for the operator.</summary>
    public static SqliteTaskStore Open(string path, SqliteOptions options, TimeProvider time, TaskSignals signals, StoreHealth health) =>
        new(SqliteStorage.Open(path, options, time, health), signals, owns: true);

    public async ValueTask<AcceptOutcome> AcceptAsync(NewTask task, CancellationToken cancellation)
    {
        var facts = FactsMemo.Json(task.Facts);
        return await _writer.WriteAsync(changes => _accepts.Accept(task, facts, changes), cancellation);
    }

    public ValueTask<AcceptOutcome?> FindRepeatAsync(string tenant, IdempotencyClaim claim, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((tenant, claim), static (reader, key) => reader.Repeat(key.tenant, key.claim)));
    }

    public ValueTask<VideoTask?> FindAsync(string tenant, string idOrExternalId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (TaskIds.TryParse(idOrExternalId, out var id) && Find(id) is { } own && own.Tenant == tenant)
            return new(own);
        return new(FindExternal(tenant, idOrExternalId));
    }

    public ValueTask<VideoTask?> FindFilmAsync(string tenant, string filmKey, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((tenant, filmKey), static (reader, key) => reader.FilmOf(key.tenant, key.filmKey)));
    }

    public ValueTask<IReadOnlyList<VideoTask>> ListAsync(string tenant, int skip, int take, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((tenant, skip, take), static (reader, page) => reader.Page(page.tenant, page.skip, page.take)));
    }

    public async ValueTask<IReadOnlyList<LeasedTask>> LeaseAsync(string node, LeaseRoom room, TimeSpan ttl, CancellationToken cancellation) =>
        await WriteLeasedAsync(changes => _leases.Lease(node, room, ttl, Now, changes), cancellation);

    public async ValueTask<LeasedTask?> LeaseOneAsync(string node, VideoTask task, TimeSpan ttl, CancellationToken cancellation) =>
        await WriteLeasedAsync(changes => _leases.LeaseOne(task.Id, node, ttl, Now, changes), cancellation);

    public ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(VideoTask task, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read(task.QueuePlace, static (reader, place) => (ReadOnlyMemory<byte>)reader.Body(place)));
    }

    public ValueTask<long> BodyLengthAsync(VideoTask task, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read(task.QueuePlace, static (reader, place) => (long)reader.BodyLength(place)));
    }

    public ValueTask<ReadOnlyMemory<byte>?> ReadShortBodyAsync(VideoTask task, int most, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var body = _readers.Read((task.QueuePlace, most), static (reader, wanted) => reader.ShortBody(wanted.QueuePlace, wanted.most));
        return new(body is null ? (ReadOnlyMemory<byte>?)null : body);
    }

    public async ValueTask<bool> RenewAsync(Lease lease, TimeSpan ttl, CancellationToken cancellation) =>
        await _writer.WriteLeasedAsync(_ => _leases.Renew(lease, ttl, Now), cancellation);

    public async ValueTask<bool> SucceedAsync(Lease lease, TaskResult result, CancellationToken cancellation)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(result, TaskJson.Default.TaskResult);
        return await WriteLeasedAsync(changes => _leases.Succeed(lease, result, json, Now, changes), cancellation);
    }

    public async ValueTask<bool> FailAsync(Lease lease, TaskFailure failure, CancellationToken cancellation) =>
        await WriteLeasedAsync(changes => _leases.Fail(lease, failure, Now, changes), cancellation);

    public async ValueTask<bool> ReleaseAsync(Lease lease, CancellationToken cancellation) =>
        await WriteLeasedAsync(changes => _leases.Release(lease, Now, changes), cancellation);

    public async ValueTask<bool> RerouteAsync(Lease lease, string engine, CancellationToken cancellation) =>
        await WriteLeasedAsync(changes => _leases.Reroute(lease, engine, Now, changes), cancellation);

    public ValueTask<bool> IsPaidAsync(VideoTask task, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read(task.Id, static (reader, id) => reader.IsPaid(id)));
    }

    public async ValueTask<CancelOutcome> CancelAsync(string tenant, string idOrExternalId, CancellationToken cancellation) =>
        await WriteAsync(changes => _server.Cancel(tenant, idOrExternalId, Now, changes), cancellation);

    public async ValueTask<RescueReport> RescueAsync(int rescueLimit, TimeSpan grace, CancellationToken cancellation) =>
        await WriteAsync(changes => _server.Rescue(rescueLimit, grace, Now, changes), cancellation);

    public async ValueTask<RescueReport> TakeUpAsync(string node, int takeUpLimit, CancellationToken cancellation) =>
        await WriteAsync(changes => _server.TakeUp(node, takeUpLimit, Now, changes), cancellation);

    public ValueTask<int?> QueuePositionAsync(VideoTask task, CancellationToken cancellation) =>
        new(_queue.Before(task));

    /// <summary>Closes what it holds; a file that it opened itself is written to its end and closed too.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ownsStorage)
            await _storage.DisposeAsync();
        _meters.Dispose();
    }

    // Every change of a task goes through one of these two, so that none is without its callback.
    private Task<T> WriteAsync<T>(Func<ChangeSet, T> change, CancellationToken cancellation) => _writer.WriteAsync(WithCallbacks(change), cancellation);

    private Task<T> WriteLeasedAsync<T>(Func<ChangeSet, T> change, CancellationToken cancellation) => _writer.WriteLeasedAsync(WithCallbacks(change), cancellation);

    private Func<ChangeSet, T> WithCallbacks<T>(Func<ChangeSet, T> change) => _outbox is null ? change : changes =>
    {
        var answer = change(changes);
        _outbox.Write(changes);
        return answer;
    };

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private VideoTask? Find(long id)
    {
        if (_cache.Find(id, out var stamp) is { } known)
            return known;
        var task = _readers.Read(id, static (reader, id) => reader.Find(id));
        if (task is not null)
            _cache.Offer(task, stamp);
        return task;
    }

    private VideoTask? FindExternal(string tenant, string externalTaskId)
    {
        var stamps = _cache.Stamps();
        var (task, isFromFile) = _readers.Read((tenant, externalTaskId, _cache), static (reader, key) =>
            (reader.OfExternal(key.tenant, key.externalTaskId, key._cache, out var isFromFile), isFromFile));
        if (isFromFile)
            _cache.Offer(task!, stamps);
        return task;
    }

    // On the writer's thread, after the commit. Memory first, then the signal: whoever is woken finds the new state.
    private void Publish(ChangeSet changes)
    {
        foreach (var task in changes.Tasks)
        {
            _cache.Put(task);
            _queue.Move(task);
        }

        foreach (var task in changes.Tasks)
        {
            _meters.Changed(task.Status);
            _signals.Publish(task);
        }

        _outbox?.Publish(changes);
    }
}

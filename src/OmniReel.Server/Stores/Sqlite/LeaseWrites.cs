using OmniReel.Server.Tasks;
using static OmniReel.Server.Stores.Sqlite.LifecycleSql;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The statements of workers: each but the first is fenced by node and epoch. Used on the writer's thread only.</summary>
internal sealed class LeaseWrites
{
    // What every change of status but a lease does to a row: the version grows, time does not go back, and nobody holds the task.
    internal const string Leave =
        "version = version + 1, updated_at = max(updated_at, ?1), node = NULL, lease_clock = NULL, lease_until = NULL";

    private const string Held = "id = ?2 AND node = ?3 AND lease_epoch = ?4";

    private readonly LeaseClock _clock;
    private readonly SqliteStatement _oldest;
    private readonly SqliteStatement _lease;
    private readonly SqliteStatement _bodyLength;
    private readonly SqliteStatement _renew;
    private readonly SqliteStatement _succeed;
    private readonly SqliteStatement _fail;
    private readonly SqliteStatement _release;

    public LeaseWrites(SqliteDatabase database, LeaseClock clock)
    {
        _clock = clock;
        _oldest = database.Prepare($"SELECT id, queue_place FROM tasks WHERE {May(TaskEvent.Lease)} AND has_inputs = ?1 ORDER BY queue_place LIMIT ?2");
        _lease = database.Prepare($"""
            UPDATE tasks SET {Becomes(TaskEvent.Lease)}, version = version + 1, updated_at = max(updated_at, ?1), node = ?3,
                lease_epoch = lease_epoch + 1, attempts = attempts + 1, lease_clock = ?4, lease_until = ?5
            WHERE id = ?2 AND {May(TaskEvent.Lease)} RETURNING {TaskRows.Columns}, lease_epoch
            """);
        _bodyLength = database.Prepare("SELECT octet_length(body) FROM bodies WHERE queue_place = ?1");
        _renew = database.Prepare($"UPDATE tasks SET lease_clock = ?5, lease_until = ?6 WHERE {Held} AND {May(TaskEvent.Renew)} AND ?1 IS NOT NULL");
        _succeed = database.Prepare($"UPDATE tasks SET {Becomes(TaskEvent.Succeed)}, {Leave}, result = ?5, film_key = ?6 WHERE {Held} AND {May(TaskEvent.Succeed)} RETURNING {TaskRows.Columns}");
        _fail = database.Prepare($"UPDATE tasks SET {Becomes(TaskEvent.Fail)}, {Leave}, status_message = ?5 WHERE {Held} AND {May(TaskEvent.Fail)} RETURNING {TaskRows.Columns}");
        _release = database.Prepare($"UPDATE tasks SET {Becomes(TaskEvent.Release)}, {Leave} WHERE {Held} AND {May(TaskEvent.Release)} RETURNING {TaskRows.Columns}");
    }

    public IReadOnlyList<LeasedTask> Lease(string node, LeaseRoom room, TimeSpan ttl, long now, ChangeSet changes)
    {
        // Each kind by its own part of the index, so that what is passed over costs nothing.
        List<(long Id, long Place)> found = [.. Oldest(hasInputs: false, room.Tasks), .. Oldest(hasInputs: true, Math.Min(room.WithInputs, room.Tasks))];
        return [.. found.OrderBy(task => task.Place).Take(room.Tasks).Select(task => LeaseOne(task.Id, node, ttl, now, changes)!)];
    }

    /// <summary>Null where the task is not queued.</summary>
    public LeasedTask? LeaseOne(long id, string node, TimeSpan ttl, long now, ChangeSet changes)
    {
        if (!_lease.Bind(0, now).Bind(1, id).Bind(2, node).Bind(3, _clock.Name).Bind(4, Until(ttl)).Step())
            return null;
        var task = TaskRows.Read(_lease);
        var epoch = _lease.Long(TaskRows.Count);
        _lease.Run();
        _bodyLength.Bind(0, task.QueuePlace).Step();
        var length = _bodyLength.Long(0);
        _bodyLength.Reset();
        changes.Add(task);
        return new LeasedTask(task, new Lease(id, node, epoch), length);
    }

    public bool Renew(Lease lease, TimeSpan ttl, long now) =>
        Bind(_renew, lease, now).Bind(4, _clock.Name).Bind(5, Until(ttl)).Run() == 1;

    public bool Succeed(Lease lease, ReadOnlySpan<byte> result, string? filmKey, long now, ChangeSet changes) =>
        Changed(Bind(_succeed, lease, now).BindUtf8(4, result).Bind(5, filmKey), changes);

    public bool Fail(Lease lease, string message, long now, ChangeSet changes) =>
        Changed(Bind(_fail, lease, now).Bind(4, message), changes);

    public bool Release(Lease lease, long now, ChangeSet changes) => Changed(Bind(_release, lease, now), changes);

    private List<(long Id, long Place)> Oldest(bool hasInputs, int most)
    {
        var found = new List<(long, long)>();
        if (most <= 0)
            return found;
        _oldest.Bind(0, hasInputs ? 1 : 0).Bind(1, most);
        while (_oldest.Step())
            found.Add((_oldest.Long(0), _oldest.Long(1)));
        return found;
    }

    private long Until(TimeSpan ttl) => _clock.Now + (long)ttl.TotalMilliseconds;

    private static SqliteStatement Bind(SqliteStatement statement, Lease lease, long now) =>
        statement.Bind(0, now).Bind(1, lease.TaskId).Bind(2, lease.Node).Bind(3, lease.Epoch);

    // One row comes back when the write was made, none when the lease is no longer held.
    internal static bool Changed(SqliteStatement statement, ChangeSet changes)
    {
        if (!statement.Step())
            return false;
        changes.Add(TaskRows.Read(statement));
        statement.Run();
        return true;
    }
}

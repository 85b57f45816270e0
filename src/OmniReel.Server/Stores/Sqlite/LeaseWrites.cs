using OmniReel.Server.Engines.Submits;
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
    private readonly SubmitWrites _submits;
    private readonly SqliteStatement _nextEngine;
    private readonly SqliteStatement _oldest;
    private readonly SqliteStatement _lease;
    private readonly SqliteStatement _bodyLength;
    private readonly SqliteStatement _renew;
    private readonly SqliteStatement _succeed;
    private readonly SqliteStatement _fail;
    private readonly SqliteStatement _release;
    private readonly SqliteStatement _reroute;

    public LeaseWrites(SqliteDatabase database, LeaseClock clock, SubmitWrites submits)
    {
        (_clock, _submits) = (clock, submits);
        // From one engine to the next by the index alone: the cost is the number of engines, not of tasks.
        _nextEngine = database.Prepare($"SELECT min(engine) FROM tasks INDEXED BY tasks_queued WHERE {May(TaskEvent.Lease)} AND engine > ?1");
        _oldest = database.Prepare($"""
            SELECT id, queue_place FROM tasks INDEXED BY tasks_queued
            WHERE {May(TaskEvent.Lease)} AND engine = ?1 AND has_inputs = ?2 ORDER BY queue_place LIMIT ?3
            """);
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
        _reroute = database.Prepare($"""
            UPDATE tasks SET {Becomes(TaskEvent.Reroute)}, {Leave}, engine = ?5, tried = {TaskRows.TriedToo}
            WHERE {Held} AND {May(TaskEvent.Reroute)} AND NOT {SubmitSql.IsPaid} RETURNING {TaskRows.Columns}
            """);
    }

    public IReadOnlyList<LeasedTask> Lease(string node, LeaseRoom room, TimeSpan ttl, long now, ChangeSet changes)
    {
        // Each engine and kind by its own part of the index, so that what is passed over costs nothing.
        var engines = room.Lane.Engine is { } one ? [one] : QueuedEngines().FindAll(room.Lane.Has);
        var found = Oldest(engines, hasInputs: false, room.Tasks).Concat(Oldest(engines, hasInputs: true, Math.Min(room.WithInputs, room.Tasks)));
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

    /// <param name="json">The result as it is kept.</param>
    public bool Succeed(Lease lease, TaskResult result, ReadOnlySpan<byte> json, long now, ChangeSet changes) =>
        Changed(Bind(_succeed, lease, now).BindUtf8(4, json).Bind(5, result.FilmKey), changes) && WithSubmit(lease, result.Submit ?? 0, SubmitEvent.Deliver, now);

    public bool Fail(Lease lease, TaskFailure failure, long now, ChangeSet changes) =>
        Changed(Bind(_fail, lease, now).Bind(4, failure.Message), changes) && WithSubmit(lease, failure.Submit, SubmitEvent.FailThere, now);

    public bool Release(Lease lease, long now, ChangeSet changes) => Changed(Bind(_release, lease, now), changes);

    public bool Reroute(Lease lease, string engine, long now, ChangeSet changes) => Changed(Bind(_reroute, lease, now).Bind(4, engine), changes);

    // Where the submit is not what the end says, somebody has decided about it before; the film is there, or is not, all the same.
    private bool WithSubmit(Lease lease, long submit, SubmitEvent on, long now)
    {
        if (submit != 0)
            _submits.Record(submit, on, new SubmitNews(), now, lease.TaskId);
        return true;
    }

    private List<string> QueuedEngines()
    {
        var engines = new List<string>();
        for (var last = ""; _nextEngine.Bind(0, last).Step() && !_nextEngine.IsNull(0);)
        {
            engines.Add(last = _nextEngine.Text(0));
            _nextEngine.Reset();
        }

        _nextEngine.Reset();
        return engines;
    }

    private IEnumerable<(long Id, long Place)> Oldest(List<string> engines, bool hasInputs, int most)
    {
        var found = new List<(long Id, long Place)>();
        if (most <= 0)
            return found;
        foreach (var engine in engines)
        {
            _oldest.Bind(0, engine).Bind(1, hasInputs ? 1 : 0).Bind(2, most);
            while (_oldest.Step())
                found.Add((_oldest.Long(0), _oldest.Long(1)));
        }

        return engines.Count > 1 ? found.OrderBy(task => task.Place).Take(most) : found;
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

using OmniReel.Server.Tasks;
using static OmniReel.Server.Stores.Sqlite.LifecycleSql;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The statements of creators and of the server itself: cancel, rescue, take-up. Used on the writer's thread only.</summary>
internal sealed class ServerWrites
{
    private readonly LeaseClock _clock;
    private readonly SqliteStatement _findOwn;
    private readonly SqliteStatement _findExternal;
    private readonly SqliteStatement _cancel;
    private readonly SqliteStatement _paid;
    private readonly SqliteStatement _lost;
    private readonly SqliteStatement _rescue;
    private readonly SqliteStatement _orphaned;
    private readonly SqliteStatement _takeUp;
    private readonly SqliteStatement _giveUp;

    public ServerWrites(SqliteDatabase database, LeaseClock clock)
    {
        _clock = clock;
        _findOwn = database.Prepare("SELECT id FROM tasks WHERE id = ?1 AND tenant = ?2");
        _findExternal = database.Prepare("SELECT id FROM tasks WHERE tenant = ?1 AND external_task_id = ?2");
        _cancel = database.Prepare($"UPDATE tasks SET {Becomes(TaskEvent.Cancel)}, {LeaseWrites.Leave} WHERE id = ?2 AND {May(TaskEvent.Cancel)} AND NOT {SubmitSql.IsPaid} RETURNING {TaskRows.Columns}");
        _paid = database.Prepare($"SELECT id FROM tasks WHERE id = ?1 AND {May(TaskEvent.Cancel)} AND {SubmitSql.IsPaid}");
        _lost = database.Prepare($"SELECT id, leases_lost, {SubmitSql.IsPaid} FROM tasks WHERE {May(TaskEvent.Rescue)} AND (lease_clock <> ?1 OR lease_until < ?2) ORDER BY queue_place");
        _rescue = database.Prepare($"UPDATE tasks SET {Becomes(TaskEvent.Rescue)}, {LeaseWrites.Leave}, leases_lost = leases_lost + 1 WHERE id = ?2 AND {May(TaskEvent.Rescue)} RETURNING {TaskRows.Columns}");
        _orphaned = database.Prepare($"SELECT id, take_ups, {SubmitSql.IsPaid} FROM tasks WHERE {May(TaskEvent.TakeUp)} AND node = ?1 ORDER BY queue_place");
        _takeUp = database.Prepare($"UPDATE tasks SET {Becomes(TaskEvent.TakeUp)}, {LeaseWrites.Leave}, take_ups = take_ups + 1 WHERE id = ?2 AND {May(TaskEvent.TakeUp)} RETURNING {TaskRows.Columns}");
        _giveUp = database.Prepare($"""
            UPDATE tasks SET {Becomes(TaskEvent.GiveUp)}, {LeaseWrites.Leave}, status_message = iif(facts ->> 'language' = 'zh', ?3, ?4)
            WHERE id = ?2 AND {May(TaskEvent.GiveUp)} RETURNING {TaskRows.Columns}
            """);
    }

    public CancelOutcome Cancel(string tenant, string idOrExternalId, long now, ChangeSet changes)
    {
        if (Find(tenant, idOrExternalId) is not { } id)
            return CancelOutcome.NotFound;
        if (LeaseWrites.Changed(_cancel.Bind(0, now).Bind(1, id), changes))
            return CancelOutcome.Canceled;
        return One(_paid.Bind(0, id)) is null ? CancelOutcome.AlreadyEnded : CancelOutcome.Paid;
    }

    public RescueReport Rescue(int limit, TimeSpan grace, long now, ChangeSet changes)
    {
        _lost.Bind(0, _clock.Name).Bind(1, _clock.Now - (long)grace.TotalMilliseconds);
        return PutBack(_lost, _rescue, limit, TaskMessages.Rescued, now, changes);
    }

    public RescueReport TakeUp(string node, int limit, long now, ChangeSet changes)
    {
        _orphaned.Bind(0, node);
        return PutBack(_orphaned, _takeUp, limit, TaskMessages.TakenUp, now, changes);
    }

    private RescueReport PutBack(
        SqliteStatement found, SqliteStatement back, int limit, Func<string, int, string> message, long now, ChangeSet changes)
    {
        var tasks = new List<(long Id, int Times, bool IsPaid)>();
        while (found.Step())
            tasks.Add((found.Long(0), found.Int(1) + 1, found.Int(2) != 0));

        var requeued = new List<long>();
        var failed = new List<long>();
        var before = changes.Tasks.Count;
        foreach (var (id, times, isPaid) in tasks)
        {
            // What is paid for is fetched, however often that takes.
            var ends = times >= limit && !isPaid;
            LeaseWrites.Changed(
                ends
                    ? _giveUp.Bind(0, now).Bind(1, id).Bind(2, message("zh", times)).Bind(3, message("en", times))
                    : back.Bind(0, now).Bind(1, id),
                changes);
            (ends ? failed : requeued).Add(id);
        }

        return new RescueReport(requeued, failed) { Tasks = [.. changes.Tasks.Skip(before)] };
    }

    private long? Find(string tenant, string idOrExternalId)
    {
        if (TaskIds.TryParse(idOrExternalId, out var id) && One(_findOwn.Bind(0, id).Bind(1, tenant)) is { } own)
            return own;
        return One(_findExternal.Bind(0, tenant).Bind(1, idOrExternalId));
    }

    private static long? One(SqliteStatement statement)
    {
        if (!statement.Step())
            return null;
        var id = statement.Long(0);
        statement.Reset();
        return id;
    }
}

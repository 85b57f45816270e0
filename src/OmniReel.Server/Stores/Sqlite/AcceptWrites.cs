using System.Globalization;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The statements of an accept. Used on the writer's thread only.</summary>
internal sealed class AcceptWrites
{
    private readonly TaskRepeats _repeats;
    private readonly SqliteStatement _findExternal;
    private readonly SqliteStatement _addTask;
    private readonly SqliteStatement _addBody;
    private readonly SqliteStatement _addKey;
    private long _nextPlace;

    public AcceptWrites(SqliteDatabase database)
    {
        _repeats = new TaskRepeats(database);
        _findExternal = database.Prepare("SELECT 1 FROM tasks WHERE tenant = ?1 AND external_task_id = ?2");
        _addTask = database.Prepare($"""
            INSERT INTO tasks (id, tenant, external_task_id, status, facts, created_at, updated_at, queue_place, engine)
            VALUES (?1, ?2, ?3, {LifecycleSql.Number(TaskLifecycle.Initial)}, ?4, ?5, ?5, ?6, ?7)
            """);
        _addBody = database.Prepare("INSERT INTO bodies (queue_place, body) VALUES (?1, ?2)");
        _addKey = database.Prepare("INSERT INTO idempotency (tenant, key, body_hash, task_id, request_id, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

        var last = database.Ask("SELECT max(queue_place) FROM tasks");
        _nextPlace = last.Length == 0 ? 1 : long.Parse(last, CultureInfo.InvariantCulture) + 1;
    }

    /// <param name="facts">The task's facts as JSON, made on the caller's thread.</param>
    public AcceptOutcome Accept(NewTask task, ReadOnlySpan<byte> facts, ChangeSet changes)
    {
        if (task.Idempotency is { } claim && _repeats.Find(task.Tenant, claim) is { } earlier)
            return earlier;
        if (task.ExternalTaskId is not null && IsTaken(task.Tenant, task.ExternalTaskId))
            return new AcceptOutcome.ExternalIdTaken();

        var place = _nextPlace++;
        _addTask.Bind(0, task.Id).Bind(1, task.Tenant).Bind(2, task.ExternalTaskId).BindUtf8(3, facts)
            .Bind(4, task.CreatedAt).Bind(5, place).Bind(6, task.Facts.Engine).Run();
        _addBody.Bind(0, place).BindBlob(1, task.Body.Span).Run();
        if (task.Idempotency is { } key)
            _addKey.Bind(0, task.Tenant).Bind(1, key.Key).BindBlob(2, key.BodyHash.Span).Bind(3, task.Id)
                .Bind(4, key.RequestId).Bind(5, task.CreatedAt).Run();

        var accepted = new VideoTask
        {
            Id = task.Id,
            Tenant = task.Tenant,
            ExternalTaskId = task.ExternalTaskId,
            Status = TaskLifecycle.Initial,
            Facts = task.Facts,
            Engine = task.Facts.Engine,
            CreatedAt = task.CreatedAt,
            UpdatedAt = task.CreatedAt,
            Version = VideoTask.VersionsPerWrite,
            QueuePlace = place,
        };
        changes.Add(accepted);
        return new AcceptOutcome.Accepted(accepted);
    }

    private bool IsTaken(string tenant, string externalTaskId)
    {
        var taken = _findExternal.Bind(0, tenant).Bind(1, externalTaskId).Step();
        if (taken)
            _findExternal.Reset();
        return taken;
    }
}

using OmniReel.Server.Elements;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The writes about elements. Used on the writer's thread only.</summary>
internal sealed class ElementWrites
{
    private const string Open = "status < 2";

    private readonly ElementRepeats _repeats;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _findExternal;
    private readonly SqliteStatement _findId;
    private readonly SqliteStatement _add;
    private readonly SqliteStatement _addBody;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _giveBack;
    private readonly SqliteStatement _bodyLength;
    private readonly SqliteStatement _succeed;
    private readonly SqliteStatement _fail;
    private readonly SqliteStatement _forgetBody;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _forgetMedia;
    private readonly ElementBytes _bytes;

    public ElementWrites(SqliteDatabase database)
    {
        _repeats = new ElementRepeats(database);
        _find = database.Prepare($"SELECT {ElementRows.Columns} FROM elements WHERE task_id = ?1");
        _findExternal = database.Prepare("SELECT 1 FROM elements WHERE tenant = ?1 AND external_task_id = ?2");
        _findId = database.Prepare("SELECT 1 FROM elements WHERE id = ?1");
        _add = database.Prepare("""
            INSERT INTO elements (task_id, id, tenant, external_task_id, form, status, facts, created_at, updated_at, idempotency_key, body_hash, request_id, bytes)
            VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, ?7, ?7, ?8, ?9, ?10, ?11)
            """);
        _addBody = database.Prepare("INSERT INTO element_bodies (task_id, body) VALUES (?1, ?2)");
        _begin = database.Prepare($"UPDATE elements SET status = 1, attempts = attempts + 1, updated_at = max(created_at, ?2) WHERE task_id = ?1 AND {Open}");
        _giveBack = database.Prepare($"UPDATE elements SET attempts = max(0, attempts - 1) WHERE task_id = ?1 AND {Open}");
        _bodyLength = database.Prepare("SELECT octet_length(body) FROM element_bodies WHERE task_id = ?1");
        _succeed = database.Prepare($"UPDATE elements SET status = 2, media = ?2, bytes = ?4, updated_at = max(created_at, ?3) WHERE task_id = ?1 AND {Open}");
        _fail = database.Prepare($"UPDATE elements SET status = 3, status_message = ?2, bytes = 0, updated_at = max(created_at, ?3) WHERE task_id = ?1 AND {Open}");
        _forgetBody = database.Prepare("DELETE FROM element_bodies WHERE task_id = ?1");
        _forgetMedia = database.Prepare("UPDATE elements SET media = '[]', bytes = 0 WHERE task_id = ?1 AND deleted = 1");
        _bytes = new ElementBytes(database);
        _delete = database.Prepare("UPDATE elements SET deleted = 1, updated_at = max(created_at, ?3) WHERE id = ?1 AND tenant = ?2 AND status = 2 AND deleted = 0");
    }

    /// <param name="facts">The element's facts as JSON, made on the caller's thread.</param>
    public ElementOutcome Accept(NewElement element, ReadOnlySpan<byte> facts)
    {
        if (element.Idempotency is { } claim && _repeats.Find(element.Tenant, claim) is { } earlier)
            return earlier;
        if (element.ExternalTaskId is not null && Any(_findExternal.Bind(0, element.Tenant).Bind(1, element.ExternalTaskId)))
            return new ElementOutcome.ExternalIdTaken();
        if (Any(_findId.Bind(0, element.Id)))
            return new ElementOutcome.IdTaken();
        if (_bytes.Ask(element.Tenant) + element.Body.Length > element.Quota)
            return new ElementOutcome.OverQuota();

        _add.Bind(0, element.TaskId).Bind(1, element.Id).Bind(2, element.Tenant).Bind(3, element.ExternalTaskId).Bind(4, (int)element.Facts.Form)
            .BindUtf8(5, facts).Bind(6, element.CreatedAt);
        if (element.Idempotency is { } key)
            _add.Bind(7, key.Key).BindBlob(8, key.BodyHash.Span).Bind(9, key.RequestId);
        else
            _add.BindNull(7).BindNull(8).BindNull(9);
        _add.Bind(10, (long)element.Body.Length).Run();
        _addBody.Bind(0, element.TaskId).BindBlob(1, element.Body.Span).Run();
        return new ElementOutcome.Accepted(Find(element.TaskId));
    }

    public PendingElement? Begin(long taskId, long now)
    {
        if (_begin.Bind(0, taskId).Bind(1, now).Run() == 0)
            return null;
        _bodyLength.Bind(0, taskId).Step();
        var length = _bodyLength.Long(0);
        _bodyLength.Reset();
        return new(Find(taskId), length);
    }

    public bool GiveBack(long taskId) => _giveBack.Bind(0, taskId).Run() > 0;

    // Asked and written in one transaction: others that are made at the same time must not fill the same room.
    public Element? Succeed(long taskId, ReadOnlySpan<byte> media, long bytes, long quota, long now) =>
        ElementRows.One(_find.Bind(0, taskId)) is not { } element || _bytes.Ask(element.Tenant, taskId) + bytes > quota
            ? null
            : End(taskId, _succeed.Bind(0, taskId).BindUtf8(1, media).Bind(2, now).Bind(3, bytes));

    public Element? Fail(long taskId, string message, long now) => End(taskId, _fail.Bind(0, taskId).Bind(1, message).Bind(2, now));

    public bool Delete(string tenant, long id, long now) => _delete.Bind(0, id).Bind(1, tenant).Bind(2, now).Run() > 0;

    public bool ForgetMedia(long taskId) => _forgetMedia.Bind(0, taskId).Run() > 0;

    private Element? End(long taskId, SqliteStatement update)
    {
        if (update.Run() == 0)
            return null;
        _forgetBody.Bind(0, taskId).Run();
        return Find(taskId);
    }

    private Element Find(long taskId) => ElementRows.One(_find.Bind(0, taskId))!;

    private static bool Any(SqliteStatement statement)
    {
        var any = statement.Step();
        if (any)
            statement.Reset();
        return any;
    }
}

using System.Globalization;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The statements about submits: the intent is fenced by the lease, all others by the state. Used on the writer's thread only.</summary>
internal sealed class SubmitWrites
{
    // One upstream id is one film, and that is one task's. Those that were given up may name it too.
    private static readonly string s_isFree = $"""
        (?3 IS NULL OR NOT EXISTS (
            SELECT 1 FROM submits AS other
            WHERE other.connection = submits.connection AND other.upstream_id = ?3 AND other.id <> submits.id AND other.{SubmitSql.HasFilm}))
        """;

    private const string Learn = "updated_at = max(updated_at, ?2), upstream_id = coalesce(?3, upstream_id), note = coalesce(?4, note), film_url = coalesce(?5, film_url)";

    private readonly SqliteStatement _held;
    private readonly SqliteStatement _open;
    private readonly SqliteStatement _last;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _add;
    private readonly SqliteStatement _note;
    private readonly SqliteStatement _book;
    private readonly SqliteStatement[] _record;

    public SubmitWrites(SqliteDatabase database)
    {
        _held = database.Prepare($"SELECT tenant FROM tasks WHERE id = ?1 AND node = ?2 AND lease_epoch = ?3 AND {LifecycleSql.May(TaskEvent.Renew)}");
        _open = database.Prepare($"SELECT 1 FROM submits INDEXED BY submits_open WHERE task_id = ?1 AND {SubmitSql.IsOpen}");
        _last = database.Prepare("SELECT coalesce(max(sequence), 0) FROM submits WHERE task_id = ?1");
        _find = database.Prepare($"SELECT {SubmitRows.Columns} FROM submits WHERE id = ?1");
        _add = database.Prepare($"""
            INSERT INTO submits (task_id, tenant, sequence, connection, reference, supersedes, body_sum, state, sent_at, settles_at, updated_at, units)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, {SubmitSql.Number(SubmitLifecycle.Initial)}, ?8, ?9, ?10, ?11) RETURNING {SubmitRows.Columns}
            """);
        _note = database.Prepare($"UPDATE submits SET {Learn} WHERE id = ?1 AND (NOT {SubmitSql.HasFilm} OR {s_isFree})");
        _book = database.Prepare($"INSERT INTO strange_films ({SubmitRows.StrangerColumns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (connection, upstream_id) DO NOTHING");
        _record = [.. Enum.GetValues<SubmitEvent>().Select(on => database.Prepare($"""
            UPDATE submits SET {SubmitSql.Becomes(on)}, {Learn}{(on == SubmitEvent.Lose ? ", lost_at = ?2" : "")}
            WHERE id = ?1 AND (?6 IS NULL OR task_id = ?6) AND {SubmitSql.May(on)}{(SubmitSql.GivesFilm(on) ? $" AND {s_isFree}" : "")} RETURNING {SubmitRows.Columns}
            """))];
    }

    public Submit? Intend(Lease lease, NewSubmit submit, long now)
    {
        if (TenantOf(lease) is not { } tenant || Superseded(lease, submit, now) is not { } reference || HasOpen(lease.TaskId))
            return null;
        var sequence = Last(lease.TaskId) + 1;
        if (reference.Length == 0)
            reference = submit.Reference ?? string.Create(CultureInfo.InvariantCulture, $"{submit.ReferencePrefix}-{lease.TaskId}-{sequence}");
        return SubmitRows.One(_add.Bind(0, lease.TaskId).Bind(1, tenant).Bind(2, sequence).Bind(3, submit.Connection).Bind(4, reference)
            .Bind(5, submit.Supersedes).Bind(6, submit.BodySum).Bind(7, submit.SentAt).Bind(8, submit.SettlesAt).Bind(9, now)
            .Bind(10, submit.Units.ToString(CultureInfo.InvariantCulture)));
    }

    /// <param name="taskId">Only for a submit of this task; null for any.</param>
    public Submit? Record(long submitId, SubmitEvent on, SubmitNews news, long now, long? taskId = null)
    {
        var record = Bind(_record[(int)on], submitId, news, now);
        _ = taskId is { } of ? record.Bind(5, of) : record.BindNull(5);
        return SubmitRows.One(record);
    }

    public bool Note(long submitId, SubmitNews news, long now) => Bind(_note, submitId, news, now).Run() > 0;

    public bool Book(StrangeFilm found) =>
        _book.Bind(0, found.Connection).Bind(1, found.UpstreamId).Bind(2, found.Reference).Bind(3, found.CreatedAt).Bind(4, found.FoundAt).Bind(5, found.Note).Run() > 0;

    // What is superseded gives its place and its reference; empty for none, null where it cannot be.
    private string? Superseded(Lease lease, NewSubmit submit, long now)
    {
        if (submit.Supersedes == 0)
            return "";
        if (SubmitRows.One(_find.Bind(0, submit.Supersedes)) is not { } earlier || earlier.TaskId != lease.TaskId || earlier.Connection != submit.Connection)
            return null;
        if (submit.Reference is { } reference && reference != earlier.Reference)
            throw new ArgumentException($"What supersedes submit {earlier.Id} must be sent under its reference \"{earlier.Reference}\", not under \"{reference}\".", nameof(submit));
        return Record(earlier.Id, SubmitEvent.Supersede, new SubmitNews(), now) is null ? null : earlier.Reference;
    }

    private string? TenantOf(Lease lease)
    {
        if (!_held.Bind(0, lease.TaskId).Bind(1, lease.Node).Bind(2, lease.Epoch).Step())
            return null;
        var tenant = _held.Text(0);
        _held.Reset();
        return tenant;
    }

    private bool HasOpen(long taskId)
    {
        var any = _open.Bind(0, taskId).Step();
        if (any)
            _open.Reset();
        return any;
    }

    private int Last(long taskId)
    {
        _last.Bind(0, taskId).Step();
        var last = _last.Int(0);
        _last.Reset();
        return last;
    }

    private static SqliteStatement Bind(SqliteStatement statement, long submitId, SubmitNews news, long now) =>
        statement.Bind(0, submitId).Bind(1, now).Bind(2, news.UpstreamId).Bind(3, news.Note).Bind(4, news.FilmUrl);
}

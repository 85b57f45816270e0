using System.Globalization;
using System.Text;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The queries about tasks of one connection.</summary>
internal sealed class TaskReader(SqliteDatabase database) : IDisposable
{
    private readonly SqliteStatement _byId = database.Prepare($"SELECT {TaskRows.Columns} FROM tasks WHERE id = ?1");

    private readonly TaskRepeats _repeats = new(database);

    private readonly SqliteStatement _byExternal = database.Prepare($"SELECT {TaskRows.Columns} FROM tasks WHERE tenant = ?1 AND external_task_id = ?2");

    private readonly SqliteStatement _byFilm = database.Prepare(
        $"SELECT {TaskRows.Columns} FROM tasks INDEXED BY tasks_film WHERE tenant = ?1 AND film_key = ?2 ORDER BY queue_place DESC LIMIT 1");

    // The inner select walks the index alone, so that skipping does not touch the rows that are skipped.
    private readonly SqliteStatement _page = database.Prepare($"""
        SELECT {TaskRows.Columns} FROM tasks
        WHERE queue_place IN (SELECT queue_place FROM tasks INDEXED BY tasks_newest WHERE tenant = ?1 ORDER BY created_at DESC, id DESC LIMIT ?3 OFFSET ?2)
        ORDER BY created_at DESC, id DESC
        """);

    private readonly SqliteStatement _paid = database.Prepare($"SELECT 1 FROM submits INDEXED BY submits_open WHERE task_id = ?1 AND {SubmitSql.IsOpen}");

    public VideoTask? Find(long id)
    {
        if (!_byId.Bind(0, id).Step())
            return null;
        var task = TaskRows.Read(_byId);
        _byId.Reset();
        return task;
    }

    public AcceptOutcome? Repeat(string tenant, IdempotencyClaim claim) => _repeats.Find(tenant, claim);

    public VideoTask? FilmOf(string tenant, string filmKey)
    {
        if (!_byFilm.Bind(0, tenant).Bind(1, filmKey).Step())
            return null;
        var task = TaskRows.Read(_byFilm);
        _byFilm.Reset();
        return task;
    }

    /// <summary>The task of the caller's own name for it: as <paramref name="known"/> has it by its id, else as it lies in the file.</summary>
    public VideoTask? OfExternal(string tenant, string externalTaskId, SnapshotCache known, out bool isFromFile)
    {
        isFromFile = false;
        if (!_byExternal.Bind(0, tenant).Bind(1, externalTaskId).Step())
            return null;
        var task = known.Find(_byExternal.Long(0), out _);
        if (task is null)
        {
            isFromFile = true;
            task = TaskRows.Read(_byExternal);
        }

        _byExternal.Reset();
        return task;
    }

    public byte[] Body(long place) => database.ReadBlob("bodies", "body", place);

    public int BodyLength(long place) => database.BlobLength("bodies", "body", place);

    public byte[]? ShortBody(long place, int most) => database.ReadBlob("bodies", "body", place, most);

    public IReadOnlyList<VideoTask> Page(string tenant, int skip, int take)
    {
        var tasks = new List<VideoTask>(take);
        _page.Bind(0, tenant).Bind(1, skip).Bind(2, take);
        while (_page.Step())
            tasks.Add(TaskRows.Read(_page));
        return tasks;
    }

    public bool IsPaid(long id)
    {
        var isPaid = _paid.Bind(0, id).Step();
        _paid.Reset();
        return isPaid;
    }

    /// <summary>The places of all queued tasks, each with its engine.</summary>
    public IEnumerable<(string Engine, long Place)> QueuedPlaces()
    {
        var places = database.Prepare($"SELECT engine, queue_place FROM tasks INDEXED BY tasks_queued WHERE {LifecycleSql.May(TaskEvent.Lease)} ORDER BY engine");
        var engine = "";
        while (places.Step())
        {
            if (!Ascii.Equals(places.Utf8(0), engine))
                engine = places.Text(0);
            yield return (engine, places.Long(1));
        }
    }

    /// <summary>The largest id there is; 0 for none.</summary>
    public long NewestId() =>
        database.Ask("SELECT max(id) FROM tasks") is { Length: > 0 } id ? long.Parse(id, CultureInfo.InvariantCulture) : 0;

    public void Dispose() => database.Dispose();
}

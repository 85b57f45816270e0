using System.Globalization;
using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The queries about elements of one connection.</summary>
internal sealed class ElementReader(SqliteDatabase database) : IDisposable
{
    private readonly ElementRepeats _repeats = new(database);
    private readonly SqliteStatement _byTask = database.Prepare($"SELECT {ElementRows.Columns} FROM elements WHERE task_id = ?1 AND tenant = ?2");
    private readonly SqliteStatement _byExternal = database.Prepare($"SELECT {ElementRows.Columns} FROM elements WHERE external_task_id = ?1 AND tenant = ?2");
    private readonly SqliteStatement _made = database.Prepare($"SELECT {ElementRows.Columns} FROM elements WHERE id = ?1 AND tenant = ?2 AND status = {(int)ElementStatus.Succeeded}");

    private readonly SqliteStatement _page = database.Prepare($"""
        SELECT {ElementRows.Columns} FROM elements WHERE tenant = ?1 AND form = ?2 AND (?5 = 0 OR (status = {(int)ElementStatus.Succeeded} AND deleted = 0)) ORDER BY created_at DESC, task_id DESC LIMIT ?4 OFFSET ?3
        """);

    public ElementOutcome? Repeat(string tenant, ElementClaim claim) => _repeats.Find(tenant, claim);

    private readonly ElementBytes _bytes = new(database);

    // The oldest task that has inputs and waits, and those at work: whoever was accepted before has ended. Tasks without inputs name no element.
    private readonly SqliteStatement _oldest = database.Prepare($"""
        SELECT min(created_at) FROM (
            SELECT created_at FROM (SELECT created_at FROM tasks WHERE status = {LifecycleSql.Number(VideoTaskStatus.Queued)} AND has_inputs = 1 ORDER BY queue_place LIMIT 1)
            UNION ALL SELECT created_at FROM tasks WHERE status = {LifecycleSql.Number(VideoTaskStatus.Running)})
        """);

    private readonly SqliteStatement _oldestPending = database.Prepare("SELECT min(created_at) FROM elements WHERE status < 2");

    private readonly SqliteStatement _leaving = database.Prepare(
        $"SELECT {ElementRows.Columns} FROM elements INDEXED BY elements_leaving WHERE deleted = 1 AND media <> '[]' AND updated_at < ?1 ORDER BY updated_at LIMIT 1000");

    public long Bytes(string tenant, long exceptTaskId) => _bytes.Ask(tenant, exceptTaskId);

    /// <param name="before">Deleted before this, Unix milliseconds.</param>
    /// <param name="margin">Milliseconds between the oldest task's accept and the deletion at least.</param>
    public IReadOnlyList<Element> Leaving(long before, long margin)
    {
        if (One(_oldest) is { } oldest) before = Math.Min(before, oldest - margin);
        var leaving = new List<Element>();
        _leaving.Bind(0, before);
        while (_leaving.Step())
            leaving.Add(ElementRows.Read(_leaving));
        return leaving;
    }

    /// <summary>When the oldest task that may need inputs, or element that is still to be made, was accepted.</summary>
    public long? OldestUnfinished() => (One(_oldest), One(_oldestPending)) switch
    {
        ({ } task, { } element) => Math.Min(task, element),
        var (task, element) => task ?? element,
    };

    public Element? ByTask(string tenant, long taskId) => ElementRows.One(_byTask.Bind(0, taskId).Bind(1, tenant));

    public Element? ByExternal(string tenant, string externalTaskId) => ElementRows.One(_byExternal.Bind(0, externalTaskId).Bind(1, tenant));

    public Element? Made(string tenant, long id) => ElementRows.One(_made.Bind(0, id).Bind(1, tenant));

    public byte[] Body(long taskId) => database.ReadBlob("element_bodies", "body", taskId);

    public IReadOnlyList<Element> Page(string tenant, ElementForm form, bool usableOnly, int skip, int take)
    {
        var page = new List<Element>();
        _page.Bind(0, tenant).Bind(1, (int)form).Bind(2, skip).Bind(3, take).Bind(4, usableOnly ? 1 : 0);
        while (_page.Step())
            page.Add(ElementRows.Read(_page));
        return page;
    }

    public IReadOnlyList<long> Pending()
    {
        var pending = new List<long>();
        var rows = database.Prepare("SELECT task_id FROM elements WHERE status < 2 ORDER BY task_id");
        while (rows.Step())
            pending.Add(rows.Long(0));
        return pending;
    }

    public IReadOnlyList<MadeElement> AllMade()
    {
        var made = new List<MadeElement>();
        var rows = database.Prepare($"SELECT tenant, id, facts, deleted FROM elements WHERE status = {(int)ElementStatus.Succeeded}");
        while (rows.Step())
            made.Add(new(rows.Text(0), rows.Long(1), JsonSerializer.Deserialize(rows.Utf8(2), ElementJson.Default.ElementFacts)!.Kind, rows.Int(3) != 0));
        return made;
    }

    /// <summary>The largest task id there is; 0 for none.</summary>
    public long NewestId() =>
        database.Ask("SELECT max(task_id) FROM elements") is { Length: > 0 } id ? long.Parse(id, CultureInfo.InvariantCulture) : 0;

    private static long? One(SqliteStatement number)
    {
        number.Step();
        long? value = number.IsNull(0) ? null : number.Long(0);
        number.Reset();
        return value;
    }

    public void Dispose() => database.Dispose();
}

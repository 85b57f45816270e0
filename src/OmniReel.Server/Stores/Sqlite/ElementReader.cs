using System.Globalization;
using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The queries about elements of one connection.</summary>
internal sealed class ElementReader(SqliteDatabase database) : IDisposable
{
    private readonly ElementRepeats _repeats = new(database);
    private readonly SqliteStatement _byTask = database.Prepare($"SELECT {ElementRows.Columns} FROM elements WHERE task_id = ?1 AND tenant = ?2");
    private readonly SqliteStatement _byExternal = database.Prepare($"SELECT {ElementRows.Columns} FROM elements WHERE external_task_id = ?1 AND tenant = ?2");
    private readonly SqliteStatement _made = database.Prepare($"SELECT {ElementRows.Columns} FROM elements WHERE id = ?1 AND tenant = ?2 AND status = {(int)ElementStatus.Succeeded}");

    private readonly SqliteStatement _page = database.Prepare($"""
        SELECT {ElementRows.Columns} FROM elements WHERE tenant = ?1 AND form = ?2 ORDER BY created_at DESC, task_id DESC LIMIT ?4 OFFSET ?3
        """);

    public ElementOutcome? Repeat(string tenant, ElementClaim claim) => _repeats.Find(tenant, claim);

    public Element? ByTask(string tenant, long taskId) => ElementRows.One(_byTask.Bind(0, taskId).Bind(1, tenant));

    public Element? ByExternal(string tenant, string externalTaskId) => ElementRows.One(_byExternal.Bind(0, externalTaskId).Bind(1, tenant));

    public Element? Made(string tenant, long id) => ElementRows.One(_made.Bind(0, id).Bind(1, tenant));

    public IReadOnlyList<Element> Page(string tenant, ElementForm form, int skip, int take)
    {
        var page = new List<Element>();
        _page.Bind(0, tenant).Bind(1, (int)form).Bind(2, skip).Bind(3, take);
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

    public void Dispose() => database.Dispose();
}

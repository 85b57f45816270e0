using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The queries about submits of one connection.</summary>
internal sealed class SubmitReader(SqliteDatabase database) : IDisposable
{
    private readonly SqliteStatement _find = database.Prepare($"SELECT {SubmitRows.Columns} FROM submits WHERE id = ?1");

    private readonly SqliteStatement _ofTask = database.Prepare($"SELECT {SubmitRows.Columns} FROM submits WHERE task_id = ?1 ORDER BY sequence");

    private readonly SqliteStatement _named = database.Prepare(
        $"SELECT {SubmitRows.Columns} FROM submits WHERE (connection = ?1 AND upstream_id = ?2) OR (reference = ?2 AND connection = ?1) ORDER BY id DESC");

    // A task that is not there any more has ended too.
    private readonly SqliteStatement _leftOpen = database.Prepare($"""
        SELECT {SubmitRows.Columns} FROM submits INDEXED BY submits_unfinished
        WHERE connection = ?1 AND {SubmitSql.IsOpen} AND id > ?2
            AND NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.id = submits.task_id AND {LifecycleSql.May(TaskEvent.Cancel)})
        ORDER BY id LIMIT ?3
        """);

    private readonly SqliteStatement _inState = database.Prepare(
        $"SELECT {SubmitRows.Columns} FROM submits INDEXED BY submits_states WHERE state = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3");

    private readonly SqliteStatement _count = database.Prepare("SELECT state, count(*) FROM submits INDEXED BY submits_counts WHERE connection = ?1 GROUP BY state");

    private readonly SqliteStatement _lost = database.Prepare(
        "SELECT count(*) FROM submits INDEXED BY submits_lost WHERE connection = ?1 AND lost_at >= ?2 AND lost_at IS NOT NULL");

    private readonly SqliteStatement _strangers = database.Prepare($"SELECT {SubmitRows.StrangerColumns} FROM strange_films ORDER BY number DESC LIMIT ?1");

    public Submit? Find(long id) => SubmitRows.One(_find.Bind(0, id));

    public IReadOnlyList<Submit> OfTask(long taskId) => SubmitRows.All(_ofTask.Bind(0, taskId));

    public IReadOnlyList<Submit> Named(string connection, string name) => SubmitRows.All(_named.Bind(0, connection).Bind(1, name));

    public IReadOnlyList<Submit> LeftOpen(string connection, long after, int most) => SubmitRows.All(_leftOpen.Bind(0, connection).Bind(1, after).Bind(2, most));

    // Each state by its own part of the index, so that those of other states cost nothing.
    public IReadOnlyList<Submit> List(IReadOnlyList<SubmitState> states, long before, int most) =>
    [
        .. states.Distinct()
            .SelectMany(state => SubmitRows.All(_inState.Bind(0, SubmitSql.Number(state)).Bind(1, before == 0 ? long.MaxValue : before).Bind(2, most)))
            .OrderByDescending(submit => submit.Id)
            .Take(most),
    ];

    public IReadOnlyDictionary<SubmitState, int> Count(string connection)
    {
        var counts = new Dictionary<SubmitState, int>();
        _count.Bind(0, connection);
        while (_count.Step())
            counts.Add((SubmitState)_count.Int(0), _count.Int(1));
        return counts;
    }

    public int LostSince(string connection, long since)
    {
        _lost.Bind(0, connection).Bind(1, since).Step();
        var lost = _lost.Int(0);
        _lost.Reset();
        return lost;
    }

    public IReadOnlyList<StrangeFilm> Strangers(int most)
    {
        var films = new List<StrangeFilm>();
        _strangers.Bind(0, most);
        while (_strangers.Step())
            films.Add(SubmitRows.ReadStranger(_strangers));
        return films;
    }

    public void Dispose() => database.Dispose();
}

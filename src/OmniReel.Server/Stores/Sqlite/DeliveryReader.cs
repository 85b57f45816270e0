using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The queries about deliveries of one connection.</summary>
internal sealed class DeliveryReader(SqliteDatabase database) : IDisposable
{
    private const string IsWaiting = "state = 0";

    // From one receiver to the next by the index alone: the cost is the number of receivers, not of deliveries.
    private readonly SqliteStatement _nextReceiver = database.Prepare($"SELECT min(receiver) FROM deliveries INDEXED BY deliveries_waiting WHERE {IsWaiting} AND receiver > ?1");

    private readonly SqliteStatement _waiting = database.Prepare(
        $"SELECT {DeliveryRows.Columns} FROM deliveries INDEXED BY deliveries_waiting WHERE {IsWaiting} AND receiver = ?1 ORDER BY due_at, number LIMIT ?2");

    private readonly SqliteStatement _find = database.Prepare($"SELECT {DeliveryRows.Columns} FROM deliveries WHERE task_id = ?1 AND sequence = ?2 AND tenant = ?3");

    private readonly DeliverySql.Statements _pages = new(database);

    private readonly SqliteStatement _backlog = database.Prepare($"SELECT count(*), min(created_at) FROM deliveries INDEXED BY deliveries_waiting WHERE {IsWaiting}");

    public IReadOnlyList<string> Receivers()
    {
        var receivers = new List<string>();
        for (var last = ""; _nextReceiver.Bind(0, last).Step() && !_nextReceiver.IsNull(0);)
        {
            receivers.Add(last = _nextReceiver.Text(0));
            _nextReceiver.Reset();
        }

        _nextReceiver.Reset();
        return receivers;
    }

    public IReadOnlyList<Delivery> Waiting(string receiver, int max)
    {
        var waiting = new List<Delivery>();
        _waiting.Bind(0, receiver).Bind(1, max);
        while (_waiting.Step()) waiting.Add(DeliveryRows.Read(_waiting));
        return waiting;
    }

    public Delivery? Find(string tenant, long taskId, int sequence)
    {
        if (!_find.Bind(0, taskId).Bind(1, sequence).Bind(2, tenant).Step()) return null;
        var found = DeliveryRows.Read(_find);
        _find.Reset();
        return found;
    }

    public IReadOnlyList<Delivery> List(string tenant, DeliveryFilter filter, int skip, int take)
    {
        var page = _pages.Get($"SELECT {DeliveryRows.Columns} FROM deliveries WHERE {DeliverySql.Where(filter)} ORDER BY number DESC LIMIT ?5 OFFSET ?4");
        DeliverySql.Bind(page, tenant, filter).Bind(3, skip).Bind(4, take);
        var found = new List<Delivery>(take);
        while (page.Step()) found.Add(DeliveryRows.Read(page));
        return found;
    }

    public (long Waiting, long? Oldest) Backlog()
    {
        _backlog.Step();
        (long, long?) backlog = (_backlog.Long(0), _backlog.IsNull(1) ? null : _backlog.Long(1));
        _backlog.Reset();
        return backlog;
    }

    public void Dispose() => database.Dispose();
}

using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The statements about deliveries. Used on the writer's thread only.</summary>
internal sealed class DeliveryWrites
{
    private const int Waiting = (int)DeliveryState.Waiting;
    private const int Delivered = (int)DeliveryState.Delivered;
    private const int Exhausted = (int)DeliveryState.Exhausted;
    private const int Skipped = (int)DeliveryState.Skipped;
    private const string Replayed = "state = 0, attempts = 0, replays = replays + 1, due_at = ?1, waits_since = ?1";

    private readonly DeliverySql.Statements _finds;
    private readonly SqliteStatement _record;
    private readonly SqliteStatement _giveUp;
    private readonly SqliteStatement _replay;
    private readonly SqliteStatement _replayRow;

    public DeliveryWrites(SqliteDatabase database)
    {
        _finds = new DeliverySql.Statements(database);
        // Skipped, given up or replayed while its attempt was under way: a success is a success, a failure says nothing of what is there now.
        _record = database.Prepare($"""
            UPDATE deliveries SET state = ?2, due_at = ?3, attempts = attempts + 1, tried_at = ?4, last_status = ?5, last_reason = ?6, last_answer = ?7
            WHERE number = ?1 AND iif(?2 = {Delivered}, state IN ({Waiting}, {Skipped}, {Exhausted}), state = {Waiting} AND attempts = ?8 AND replays = ?9)
            """);
        _giveUp = database.Prepare($"""
            UPDATE deliveries SET state = {Exhausted}, due_at = NULL, last_reason = iif(last_reason = '', ?3, last_reason)
            WHERE state = {Waiting} AND receiver = ?1 AND waits_since < ?2
            """);
        _replay = database.Prepare($"UPDATE deliveries SET {Replayed} WHERE task_id = ?2 AND sequence = ?3 AND tenant = ?4 RETURNING receiver");
        _replayRow = database.Prepare($"UPDATE deliveries SET {Replayed} WHERE number = ?2 RETURNING receiver");
    }

    public bool Record(AttemptRecord attempt, long now)
    {
        _record.Bind(0, attempt.Of.Number).Bind(1, (int)attempt.Becomes);
        _ = attempt.DueAt is { } due ? _record.Bind(2, due) : _record.BindNull(2);
        _record.Bind(3, now);
        _ = attempt.Status is { } status ? _record.Bind(4, status) : _record.BindNull(4);
        return _record.Bind(5, attempt.Reason).Bind(6, attempt.Answer).Bind(7, attempt.Of.Attempts).Bind(8, attempt.Of.Replays).Run() == 1;
    }

    public int GiveUp(string receiver, long madeBefore, string reason) => _giveUp.Bind(0, receiver).Bind(1, madeBefore).Bind(2, reason).Run();

    /// <summary>The receiver; null when there is no such delivery.</summary>
    public string? Replay(string tenant, long taskId, int sequence, long now) =>
        Receiver(_replay.Bind(0, now).Bind(1, taskId).Bind(2, sequence).Bind(3, tenant));

    /// <summary>Up to <paramref name="most"/> of those below <paramref name="below"/>, the newest first: their receivers, and the number to go on below.</summary>
    public (List<string> Receivers, long Last) Replay(string tenant, DeliveryFilter filter, long below, int most, long now)
    {
        var numbers = new List<long>(most);
        var found = _finds.Get($"SELECT number FROM deliveries AS one WHERE {DeliverySql.Where(filter)} AND number < ?4 AND {Last(filter)} ORDER BY number DESC LIMIT ?5");
        DeliverySql.Bind(found, tenant, filter).Bind(3, below).Bind(4, most);
        while (found.Step()) numbers.Add(found.Long(0));

        return ([.. numbers.Select(number => Receiver(_replayRow.Bind(0, now).Bind(1, number))!)], numbers.Count < most ? 0 : numbers[^1]);
    }

    // Of a task's events the latest alone: an earlier one that came after it would tell of what is past.
    private static string Last(DeliveryFilter filter) =>
        $"NOT EXISTS (SELECT 1 FROM deliveries AS later WHERE later.task_id = one.task_id AND later.sequence > one.sequence{(filter.State is null ? "" : $" AND later.state IN (one.state, {Waiting})")})";

    private static string? Receiver(SqliteStatement statement)
    {
        if (!statement.Step()) return null;
        var receiver = statement.Text(0);
        statement.Run();
        return receiver;
    }
}

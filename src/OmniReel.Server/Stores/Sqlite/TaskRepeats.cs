using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Looks whether a task was created under an idempotency key before, on any connection.</summary>
internal sealed class TaskRepeats(SqliteDatabase database)
{
    private readonly UsedKeys _keys = new(database, "idempotency", "key");
    private readonly SqliteStatement _findTask = database.Prepare($"SELECT {TaskRows.Columns} FROM tasks WHERE id = ?1");

    /// <summary>The first answer, or that the key belongs to another body; null for a new key.</summary>
    public AcceptOutcome? Find(string tenant, IdempotencyClaim claim)
    {
        if (_keys.Find(tenant, claim.Key, claim.BodyHash.Span) is not { } use)
            return null;
        if (!use.HasSameBody)
            return new AcceptOutcome.KeyReused();

        _findTask.Bind(0, use.TaskId).Step();
        var first = TaskRows.AsAccepted(TaskRows.Read(_findTask));
        _findTask.Reset();
        return new AcceptOutcome.Replayed(first, use.RequestId);
    }
}

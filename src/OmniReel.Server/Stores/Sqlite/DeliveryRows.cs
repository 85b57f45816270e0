using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The columns of a delivery, and how they are read.</summary>
internal static class DeliveryRows
{
    /// <summary>In the order that <see cref="Read"/> expects.</summary>
    public const string Columns =
        "number, task_id, sequence, tenant, event, url, body, created_at, state, attempts, due_at, tried_at, last_status, last_reason, last_answer, replays";

    public static Delivery Read(SqliteStatement row) => new()
    {
        Number = row.Long(0),
        TaskId = row.Long(1),
        Sequence = row.Int(2),
        Tenant = row.Text(3),
        Event = row.Text(4),
        Url = row.Text(5),
        Body = row.Utf8(6).ToArray(),
        CreatedAt = row.Long(7),
        State = (DeliveryState)row.Int(8),
        Attempts = row.Int(9),
        DueAt = row.IsNull(10) ? null : row.Long(10),
        TriedAt = row.IsNull(11) ? null : row.Long(11),
        LastStatus = row.IsNull(12) ? null : row.Int(12),
        LastReason = row.Text(13),
        LastAnswer = row.Text(14),
        Replays = row.Int(15),
    };
}

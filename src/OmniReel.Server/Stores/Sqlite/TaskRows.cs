using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The columns of a task's snapshot, and how they are read.</summary>
internal static class TaskRows
{
    /// <summary>In the order that <see cref="Read"/> expects, which is 0 to <see cref="Count"/> - 1.</summary>
    public const string Columns =
        "id, tenant, external_task_id, status, status_message, facts, created_at, updated_at, version, attempts, queue_place, result";

    public const int Count = 12;

    public static VideoTask Read(SqliteStatement row) => new()
    {
        Id = row.Long(0),
        Tenant = row.Text(1),
        ExternalTaskId = row.TextOrNull(2),
        Status = (VideoTaskStatus)row.Int(3),
        StatusMessage = row.Text(4),
        Facts = FactsMemo.Facts(row.Utf8(5)) ?? TaskFacts.Unreadable,
        CreatedAt = row.Long(6),
        UpdatedAt = row.Long(7),
        Version = row.Long(8) * VideoTask.VersionsPerWrite,
        Attempts = row.Int(9),
        QueuePlace = row.Long(10),
        Result = row.IsNull(11) ? null : Read(row.Utf8(11), TaskJson.Default.TaskResult),
        Progress = row.Int(3) == (int)VideoTaskStatus.Succeeded ? 100 : 0,
    };

    // One row that cannot be read must not stop the work on all others: its own task fails, and says so.
    internal static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A task as it is the moment it is accepted: also what a repeated create is answered with, however far it has come since.</summary>
    public static VideoTask AsAccepted(VideoTask task) => task with
    {
        Status = TaskLifecycle.Initial,
        StatusMessage = "",
        UpdatedAt = task.CreatedAt,
        Version = VideoTask.VersionsPerWrite,
        Attempts = 0,
        Progress = 0,
        Result = null,
    };
}

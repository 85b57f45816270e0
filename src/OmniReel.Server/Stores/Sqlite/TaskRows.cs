using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The columns of a task's snapshot, and how they are read.</summary>
internal static class TaskRows
{
    /// <summary>In the order that <see cref="Read"/> expects, which is 0 to <see cref="Count"/> - 1.</summary>
    public const string Columns =
        "id, tenant, external_task_id, status, status_message, facts, created_at, updated_at, version, attempts, queue_place, result, engine, tried";

    public const int Count = 14;

    /// <summary>The column of engines that were tried, with the one that the task is with.</summary>
    public const string TriedToo =
        "iif(tried = '', engine, iif(instr(char(10) || tried || char(10), char(10) || engine || char(10)) > 0, tried, tried || char(10) || engine))";

    public static VideoTask Read(SqliteStatement row)
    {
        var facts = FactsMemo.Facts(row.Utf8(5));
        return Read(row, facts ?? TaskFacts.Unreadable, facts is null ? TaskFacts.Unreadable.Engine : Engine(row.Utf8(12), facts));
    }

    private static VideoTask Read(SqliteStatement row, TaskFacts facts, string engine) => new()
    {
        Id = row.Long(0),
        Tenant = row.Text(1),
        ExternalTaskId = row.TextOrNull(2),
        Status = (VideoTaskStatus)row.Int(3),
        StatusMessage = row.Text(4),
        Facts = facts,
        Engine = engine,
        Tried = row.Utf8(13).IsEmpty ? [] : row.Text(13).Split('\n'),
        CreatedAt = row.Long(6),
        UpdatedAt = row.Long(7),
        Version = row.Long(8) * VideoTask.VersionsPerWrite,
        Attempts = row.Int(9),
        QueuePlace = row.Long(10),
        Result = row.IsNull(11) ? null : Read(row.Utf8(11), TaskJson.Default.TaskResult),
        Progress = row.Int(3) == (int)VideoTaskStatus.Succeeded ? 100 : 0,
    };

    // Most tasks stay with their first engine, and share its name.
    private static string Engine(ReadOnlySpan<byte> column, TaskFacts facts) =>
        Ascii.Equals(column, facts.Engine) ? facts.Engine : Encoding.UTF8.GetString(column);

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
        Engine = task.Facts.Engine,
        Tried = [],
        UpdatedAt = task.CreatedAt,
        Version = VideoTask.VersionsPerWrite,
        Attempts = 0,
        Progress = 0,
        Result = null,
    };
}

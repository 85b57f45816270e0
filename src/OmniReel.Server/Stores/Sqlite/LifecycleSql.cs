using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The transition table as SQL: no statement spells a status by itself.</summary>
internal static class LifecycleSql
{
    /// <summary>The number that a status is stored as.</summary>
    public static int Number(VideoTaskStatus status) => (int)status;

    /// <summary>True for rows in which the event may happen.</summary>
    public static string May(TaskEvent on)
    {
        // A single status is compared with =, so that the planner sees the partial indexes.
        int[] from = [.. TaskLifecycle.Sources(on).Select(Number)];
        return from is [var one] ? $"status = {one}" : $"status IN ({string.Join(", ", from)})";
    }

    /// <summary>The assignment that the event makes.</summary>
    public static string Becomes(TaskEvent on) => $"status = {Number(TaskLifecycle.Target(on))}";
}

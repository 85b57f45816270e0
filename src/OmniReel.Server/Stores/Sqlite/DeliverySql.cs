using System.Globalization;
using OmniReel.Server.Callbacks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>A filter as SQL. The state is written out, so that the planner sees the partial indexes; nothing of it is a caller's text.</summary>
internal static class DeliverySql
{
    /// <summary>The condition; parameters 1 to 3 belong to it.</summary>
    public static string Where(DeliveryFilter filter)
    {
        // Each parameter stands in it, used or not, so that binding is the same for all.
        var state = filter.State switch
        {
            null => "",
            // Written as the index's own condition is.
            DeliveryState.Exhausted or DeliveryState.Gone => string.Create(CultureInfo.InvariantCulture, $" AND state IN (2, 4) AND state = {(int)filter.State}"),
            _ => string.Create(CultureInfo.InvariantCulture, $" AND state = {(int)filter.State}"),
        };
        var task = filter.TaskId is null ? "?2 IS NULL" : "task_id = ?2";
        return $"tenant = ?1 AND {task} AND (?3 IS NULL OR created_at >= ?3){state}";
    }

    /// <summary>The statements of one connection by their text: there are as many as filters have shapes, a dozen or two.</summary>
    public sealed class Statements(SqliteDatabase database)
    {
        private readonly Dictionary<string, SqliteStatement> _prepared = [];

        public SqliteStatement Get(string sql) => _prepared.TryGetValue(sql, out var known) ? known : _prepared[sql] = database.Prepare(sql);
    }

    public static SqliteStatement Bind(SqliteStatement statement, string tenant, DeliveryFilter filter)
    {
        statement.Bind(0, tenant);
        _ = filter.TaskId is { } task ? statement.Bind(1, task) : statement.BindNull(1);
        return filter.Since is { } since ? statement.Bind(2, since) : statement.BindNull(2);
    }
}

using System.Text.Json;
using OmniReel.Server.Elements;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The columns of an element's snapshot, and how they are read.</summary>
internal static class ElementRows
{
    /// <summary>In the order that <see cref="Read"/> expects.</summary>
    public const string Columns =
        "task_id, id, tenant, external_task_id, status, status_message, facts, media, deleted, attempts, created_at, updated_at";

    public static Element Read(SqliteStatement row) => new()
    {
        TaskId = row.Long(0),
        Id = row.Long(1),
        Tenant = row.Text(2),
        ExternalTaskId = row.TextOrNull(3),
        Status = (ElementStatus)row.Int(4),
        StatusMessage = row.Text(5),
        Facts = JsonSerializer.Deserialize(row.Utf8(6), ElementJson.Default.ElementFacts)!,
        Media = row.IsNull(7) ? [] : JsonSerializer.Deserialize(row.Utf8(7), ElementJson.Default.IReadOnlyListString)!,
        IsDeleted = row.Int(8) != 0,
        Attempts = row.Int(9),
        CreatedAt = row.Long(10),
        UpdatedAt = row.Long(11),
    };

    /// <summary>The element of the statement's one row; null without one.</summary>
    public static Element? One(SqliteStatement statement)
    {
        if (!statement.Step())
            return null;
        var element = Read(statement);
        statement.Reset();
        return element;
    }
}

using OmniReel.Server.Elements;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Looks whether an element was created under an idempotency key before, on any connection.</summary>
internal sealed class ElementRepeats(SqliteDatabase database)
{
    private readonly UsedKeys _keys = new(database, "elements", "idempotency_key");
    private readonly SqliteStatement _find = database.Prepare($"SELECT {ElementRows.Columns} FROM elements WHERE task_id = ?1");

    /// <summary>The element of the first answer, or that the key belongs to another body; null for a new key.</summary>
    public ElementOutcome? Find(string tenant, ElementClaim claim) => _keys.Find(tenant, claim.Key, claim.BodyHash.Span) switch
    {
        null => null,
        { HasSameBody: false } => new ElementOutcome.KeyReused(),
        { } use => new ElementOutcome.Replayed(ElementRows.One(_find.Bind(0, use.TaskId))!, use.RequestId),
    };
}

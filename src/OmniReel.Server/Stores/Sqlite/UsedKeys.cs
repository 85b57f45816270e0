namespace OmniReel.Server.Stores.Sqlite;

/// <summary>The idempotency keys of one table, on any connection.</summary>
/// <param name="table">Its name.</param>
/// <param name="column">Where it has the key; beside it are <c>body_hash</c>, <c>request_id</c> and <c>task_id</c>.</param>
internal sealed class UsedKeys(SqliteDatabase database, string table, string column)
{
    private readonly SqliteStatement _find = database.Prepare($"SELECT body_hash, request_id, task_id FROM {table} WHERE tenant = ?1 AND {column} = ?2");

    /// <summary>What a key was used for; null for a new one.</summary>
    public KeyUse? Find(string tenant, string key, ReadOnlySpan<byte> bodyHash)
    {
        if (!_find.Bind(0, tenant).Bind(1, key).Step())
            return null;
        var use = new KeyUse(_find.Utf8(0).SequenceEqual(bodyHash), _find.Text(1), _find.Long(2));
        _find.Reset();
        return use;
    }
}

/// <summary>The one use of an idempotency key.</summary>
internal readonly record struct KeyUse(bool HasSameBody, string RequestId, long TaskId);

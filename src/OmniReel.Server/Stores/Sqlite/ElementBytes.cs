namespace OmniReel.Server.Stores.Sqlite;

/// <summary>What the elements of a tenant hold, on one connection; read from an index alone.</summary>
internal sealed class ElementBytes(SqliteDatabase database)
{
    private readonly SqliteStatement _sum = database.Prepare("SELECT coalesce(sum(bytes), 0) FROM elements INDEXED BY elements_bytes WHERE tenant = ?1 AND bytes > 0 AND task_id <> ?2");

    /// <summary>Bytes.</summary>
    /// <param name="exceptTaskId">One that does not count.</param>
    public long Ask(string tenant, long exceptTaskId = 0)
    {
        _sum.Bind(0, tenant).Bind(1, exceptTaskId).Step();
        var bytes = _sum.Long(0);
        _sum.Reset();
        return bytes;
    }
}

using System.Text;
using SQLitePCL;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// One connection, for one thread at a time. It sits directly on the native calls: for rows as small as ours the ADO.NET layer
/// costs as much as SQLite itself (half the inserts per second).
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    // Once, before the first connection. SQLite's own count of its memory is nobody's here, and costs a lock that all connections share.
    private static readonly Lazy<bool> s_ready = new(static () =>
    {
        Batteries_V2.Init();
        return raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0) == raw.SQLITE_OK;
    });

    private readonly sqlite3 _handle;
    private readonly List<SqliteStatement> _statements = [];

    private SqliteDatabase(sqlite3 handle) => _handle = handle;

    public static SqliteDatabase OpenWriter(string path) =>
        Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX);

    public static SqliteDatabase OpenReader(string path) => Open(path, raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX);

    /// <summary>Rows changed by the last statement that ran.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>False while a transaction is open.</summary>
    public bool IsIdle => raw.sqlite3_get_autocommit(_handle) != 0;

    /// <summary>Prepares a statement that lives as long as the connection.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        var prepared = new SqliteStatement(this, statement);
        _statements.Add(prepared);
        return prepared;
    }

    /// <summary>Runs one or more statements that return nothing of interest.</summary>
    public void Run(string sql)
    {
        var rest = Encoding.UTF8.GetBytes(sql).AsSpan();
        while (!rest.IsEmpty)
        {
            Check(raw.sqlite3_prepare_v2(_handle, rest, out var statement, out var tail));
            using (statement)
            {
                // Null for a stretch of white space or comments.
                if (!statement.IsInvalid)
                    Drain(statement);
            }

            rest = rest[^tail.Length..];
        }
    }

    /// <summary>Makes every statement ready to be bound again, wherever an exception left it.</summary>
    public void ResetStatements() => _statements.ForEach(statement => statement.Reset());

    /// <summary>The one value that a statement (a pragma, mostly) answers.</summary>
    public string Ask(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        using (statement)
        {
            var code = raw.sqlite3_step(statement);
            if (code != raw.SQLITE_ROW)
                Check(code == raw.SQLITE_DONE ? raw.SQLITE_OK : code);
            return code == raw.SQLITE_ROW ? raw.sqlite3_column_text(statement, 0).utf8_to_string() ?? "" : "";
        }
    }

    /// <summary>A blob, read straight into the array: a statement would hold a second copy of it. Throws <see cref="SqliteFault"/> where there is no such row.</summary>
    public byte[] ReadBlob(string table, string column, long row) => ReadBlob(table, column, row, int.MaxValue)!;

    /// <summary>As above; null for a blob of more than so many bytes.</summary>
    public byte[]? ReadBlob(string table, string column, long row, int most)
    {
        Check(raw.sqlite3_blob_open(_handle, "main", table, column, row, 0, out var blob));
        using (blob)
        {
            var length = raw.sqlite3_blob_bytes(blob);
            if (length > most)
                return null;
            var bytes = GC.AllocateUninitializedArray<byte>(length);
            Check(raw.sqlite3_blob_read(blob, bytes, 0));
            return bytes;
        }
    }

    /// <summary>Bytes of a blob, which is not read. Throws <see cref="SqliteFault"/> where there is no such row.</summary>
    public int BlobLength(string table, string column, long row)
    {
        Check(raw.sqlite3_blob_open(_handle, "main", table, column, row, 0, out var blob));
        using (blob)
            return raw.sqlite3_blob_bytes(blob);
    }

    /// <summary>Pages that this connection has written into the log since it last asked with <paramref name="again"/>.</summary>
    public int PagesWritten(bool again)
    {
        Check(raw.sqlite3_db_status(_handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, again ? 1 : 0));
        return pages;
    }

    /// <summary>Copies what it can of the log into the file, and waits for nobody. False: some of it is still being read.</summary>
    public bool FoldLog()
    {
        Check(raw.sqlite3_wal_checkpoint_v2(_handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out var copied));
        return copied == pages;
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Dispose();
        _handle.Dispose();
    }

    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw Fault(code);
    }

    internal SqliteFault Fault(int code) => new(code, raw.sqlite3_errmsg(_handle).utf8_to_string());

    private void Drain(sqlite3_stmt statement)
    {
        int code;
        do
            code = raw.sqlite3_step(statement);
        while (code == raw.SQLITE_ROW);
        if (code != raw.SQLITE_DONE)
            throw Fault(code);
    }

    private static SqliteDatabase Open(string path, int flags)
    {
        _ = s_ready.Value;
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var database = new SqliteDatabase(handle);
        if (code != raw.SQLITE_OK)
        {
            var fault = database.Fault(code);
            database.Dispose();
            throw fault;
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, 5_000);
        return database;
    }
}

using System.Buffers;
using System.Text;
using SQLitePCL;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// A prepared statement, used over and over. Parameters and columns count from 0. Bind, then <see cref="Step"/> until false, or
/// <see cref="Run"/>; either way it must end <see cref="Reset"/>, which both do when they reach the end.
/// </summary>
internal sealed class SqliteStatement(SqliteDatabase database, sqlite3_stmt statement) : IDisposable
{
    private const int StackBytes = 512;

    /// <summary>SQLite keeps its copy of a bound value until the next one is bound; a longer one than this is let go at the reset.</summary>
    private const int LongestKept = 64 << 10;

    private bool _holdsMuch;

    public SqliteStatement Bind(int at, long value)
    {
        database.Check(raw.sqlite3_bind_int64(statement, at + 1, value));
        return this;
    }

    public SqliteStatement BindNull(int at)
    {
        database.Check(raw.sqlite3_bind_null(statement, at + 1));
        return this;
    }

    public SqliteStatement Bind(int at, string? value)
    {
        if (value is null)
            return BindNull(at);
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        var bytes = rented ?? stackalloc byte[StackBytes];
        var written = Encoding.UTF8.GetBytes(value, bytes);
        BindUtf8(at, bytes[..written]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    /// <summary>Binds text that is UTF-8 already.</summary>
    public SqliteStatement BindUtf8(int at, ReadOnlySpan<byte> value)
    {
        _holdsMuch |= value.Length > LongestKept;
        database.Check(raw.sqlite3_bind_text(statement, at + 1, value));
        return this;
    }

    public SqliteStatement BindBlob(int at, ReadOnlySpan<byte> value)
    {
        _holdsMuch |= value.Length > LongestKept;
        database.Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(statement, at + 1, 0)
            : raw.sqlite3_bind_blob(statement, at + 1, value));
        return this;
    }

    /// <summary>True when there is a row; false at the end, and the statement is reset.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
        {
            var fault = database.Fault(code);
            Reset();
            throw fault;
        }

        Reset();
        return false;
    }

    /// <summary>Runs to the end and answers how many rows were changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        return database.Changes;
    }

    /// <summary>Leaves a row early.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(statement);
        if (!_holdsMuch) return;
        raw.sqlite3_clear_bindings(statement);
        _holdsMuch = false;
    }

    public bool IsNull(int at) => raw.sqlite3_column_type(statement, at) == raw.SQLITE_NULL;

    public long Long(int at) => raw.sqlite3_column_int64(statement, at);

    public int Int(int at) => raw.sqlite3_column_int(statement, at);

    public string Text(int at) => Encoding.UTF8.GetString(Utf8(at));

    public string? TextOrNull(int at) => IsNull(at) ? null : Text(at);

    /// <summary>Text or blob as it lies in the page; valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Utf8(int at) => raw.sqlite3_column_blob(statement, at);

    public void Dispose() => statement.Dispose();
}

using SQLitePCL;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>SQLite said no: its extended result code and its words.</summary>
internal sealed class SqliteFault(int code, string message) : Exception($"SQLite {code}: {message}")
{
    private const int PrimaryMask = 0xff;

    public int Code => code;

    private int Primary => code & PrimaryMask;

    /// <summary>The disk is full; nothing was written, and later writes may go through.</summary>
    public bool IsFull => Primary == raw.SQLITE_FULL;

    /// <summary>Another process holds the file.</summary>
    public bool IsBusy => Primary is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>The machine has no memory or no open files left; later calls may go through.</summary>
    public bool IsShort => Primary is raw.SQLITE_NOMEM or raw.SQLITE_CANTOPEN;

    /// <summary>
    /// The file or the disk is broken. SQLite would take the next write after a failed fsync as if nothing had been; we do not,
    /// because the kernel reports a lost page once only.
    /// </summary>
    public bool IsFatal => Primary is raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_READONLY;
}

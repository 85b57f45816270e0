namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// Copies the log into the file whenever it has become long. SQLite would do so by itself within a commit, and keep to itself that the
/// disk failed under it: the log would grow on a disk that is lost already.
/// </summary>
internal sealed class LogFold(SqliteDatabase database)
{
    /// <summary>Pages that are written before the log is folded; 16 MB.</summary>
    private const int Long = 4000;

    // What a process that was killed has left in the log is not counted, and would grow from kill to kill.
    private bool _isDue = true;

    /// <summary>
    /// To be called after a commit. What stands in the way for now, a full disk or a reader, is left to the next one; throws
    /// <see cref="SqliteFault"/> where the disk fails.
    /// </summary>
    public void FoldIfLong()
    {
        _isDue |= database.PagesWritten(again: false) >= Long;
        if (!_isDue)
            return;
        try
        {
            _isDue = !database.FoldLog();
            database.PagesWritten(again: true);
        }
        catch (SqliteFault fault) when (!fault.IsFatal)
        {
            // Everything is in the log, which is as good as the file.
        }
    }
}

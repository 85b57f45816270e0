using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// One database file and its one writer, shared by every store over it: what two stores write in one command commits together.
/// </summary>
public sealed class SqliteStorage : IAsyncDisposable
{
    private readonly string _path;
    private readonly StoreHealth _health;
    private readonly List<IDisposable> _readers = [];

    private SqliteStorage(string path, SqliteOptions options, TimeProvider time, StoreHealth health)
    {
        (_path, _health, Options, Time) = (path, health, options, time);
        Database = SqliteFile.OpenWriter(path);
        Submits = new SubmitWrites(Database);
        Writer = new GroupWriter(Database, options, time, health, changes => Committed?.Invoke(changes), (writes, took) => Measured?.Invoke(writes, took));
    }

    /// <summary>
    /// Opens the file, makes it where it is missing, and brings its schema up to date. The caller owns the data folder's lock.
    /// Throws <see cref="DataFolderException"/> with one line for the operator.
    /// </summary>
    public static SqliteStorage Open(string path, SqliteOptions options, TimeProvider time, StoreHealth health) => new(path, options, time, health);

    internal SqliteOptions Options { get; }

    internal TimeProvider Time { get; }

    /// <summary>The writing connection: prepare statements on it at start, run them in the writer's commands only.</summary>
    internal SqliteDatabase Database { get; }

    internal GroupWriter Writer { get; }

    /// <summary>For the store of submits, and for that of tasks, whose ends end submits.</summary>
    internal SubmitWrites Submits { get; }

    /// <summary>On the writer's thread after each commit, before its callers are answered. Subscribe before the first write.</summary>
    internal event Action<ChangeSet>? Committed;

    /// <summary>Told of each commit: its writes, and the time from its begin to the end of its fsync.</summary>
    internal event Action<int, TimeSpan>? Measured;

    /// <summary>Reading connections of one kind; they are closed with the file.</summary>
    internal ReaderPool<TReader> Readers<TReader>(Func<SqliteDatabase, TReader> prepare)
        where TReader : class, IDisposable
    {
        var pool = new ReaderPool<TReader>(_path, _health, prepare);
        _readers.Add(pool);
        return pool;
    }

    /// <summary>Writes what is queued, folds the log into the file, and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        _readers.ForEach(pool => pool.Dispose());
        Database.Dispose();
    }
}

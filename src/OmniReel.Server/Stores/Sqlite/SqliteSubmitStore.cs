using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Submits in the file of the tasks that they are made for.</summary>
public sealed class SqliteSubmitStore : ISubmitStore
{
    private readonly GroupWriter _writer;
    private readonly TimeProvider _time;
    private readonly SubmitWrites _writes;
    private readonly ReaderPool<SubmitReader> _readers;

    /// <summary>Submits in a file that others share; whoever opened the file closes it.</summary>
    public SqliteSubmitStore(SqliteStorage storage)
    {
        (_writer, _time) = (storage.Writer, storage.Time);
        _writes = storage.Submits;
        _readers = storage.Readers(static database => new SubmitReader(database));
    }

    // What is learnt of money always has a place before the writer: it must not be lost because many others are being asked for.
    public async ValueTask<Submit?> IntendAsync(Lease lease, NewSubmit submit, CancellationToken cancellation) =>
        await _writer.WriteLeasedAsync(_ => _writes.Intend(lease, submit, Now), cancellation);

    public async ValueTask<Submit?> RecordAsync(long submitId, SubmitEvent on, SubmitNews news, CancellationToken cancellation)
    {
        if (on is SubmitEvent.Accept or SubmitEvent.Adopt)
            ArgumentException.ThrowIfNullOrEmpty(news.UpstreamId, nameof(news));
        return await _writer.WriteLeasedAsync(_ => _writes.Record(submitId, on, news, Now), cancellation);
    }

    public async ValueTask<bool> NoteAsync(long submitId, SubmitNews news, CancellationToken cancellation) =>
        await _writer.WriteLeasedAsync(_ => _writes.Note(submitId, news, Now), cancellation);

    public ValueTask<IReadOnlyList<Submit>> OfTaskAsync(long taskId, CancellationToken cancellation) =>
        Read(taskId, static (reader, id) => reader.OfTask(id), cancellation);

    public ValueTask<Submit?> FindAsync(long submitId, CancellationToken cancellation) => Read(submitId, static (reader, id) => reader.Find(id), cancellation);

    public ValueTask<IReadOnlyList<Submit>> FindAsync(string connection, string upstreamIdOrReference, CancellationToken cancellation) =>
        Read((connection, upstreamIdOrReference), static (reader, key) => reader.Named(key.connection, key.upstreamIdOrReference), cancellation);

    public ValueTask<IReadOnlyList<Submit>> LeftOpenAsync(string connection, long after, int most, CancellationToken cancellation) =>
        Read((connection, after, most), static (reader, page) => reader.LeftOpen(page.connection, page.after, page.most), cancellation);

    public ValueTask<IReadOnlyList<Submit>> ListAsync(IReadOnlyList<SubmitState> states, long before, int most, CancellationToken cancellation) =>
        Read((states, before, most), static (reader, page) => reader.List(page.states, page.before, page.most), cancellation);

    public ValueTask<IReadOnlyDictionary<SubmitState, int>> CountAsync(string connection, CancellationToken cancellation) =>
        Read(connection, static (reader, connection) => reader.Count(connection), cancellation);

    public ValueTask<int> LostSinceAsync(string connection, long since, CancellationToken cancellation) =>
        Read((connection, since), static (reader, of) => reader.LostSince(of.connection, of.since), cancellation);

    public async ValueTask<bool> BookStrangerAsync(StrangeFilm found, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _writes.Book(found), cancellation);

    public ValueTask<IReadOnlyList<StrangeFilm>> StrangersAsync(int most, CancellationToken cancellation) =>
        Read(most, static (reader, most) => reader.Strangers(most), cancellation);

    private ValueTask<T> Read<T, TState>(TState state, Func<SubmitReader, TState, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read(state, read));
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();
}

using OmniReel.Server.Engines.Kling.Elements;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Which elements were made where, in the embedded database.</summary>
public sealed class SqliteUpstreamElementStore : IUpstreamElementStore
{
    private readonly GroupWriter _writer;
    private readonly ReaderPool<Reader> _readers;
    private readonly SqliteStatement _keep;

    /// <summary>In a file that others share.</summary>
    public SqliteUpstreamElementStore(SqliteStorage storage)
    {
        _writer = storage.Writer;
        _readers = storage.Readers(static database => new Reader(database));
        _keep = storage.Database.Prepare("""
            INSERT INTO upstream_elements (connection, element, edition, task_id, upstream_id, made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (connection, element) DO UPDATE
            SET edition = excluded.edition, task_id = excluded.task_id, upstream_id = excluded.upstream_id, made_at = excluded.made_at
            WHERE excluded.edition >= edition
            """);
    }

    public ValueTask<UpstreamElement?> FindAsync(string connection, string element, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((connection, element), static (reader, key) => reader.Find(key.connection, key.element)));
    }

    public async ValueTask KeepAsync(UpstreamElement element, CancellationToken cancellation) =>
        await _writer.WriteAsync(
            _ => _keep.Bind(0, element.Connection).Bind(1, element.Element).Bind(2, element.Edition).Bind(3, element.TaskId).Bind(4, element.UpstreamId).Bind(5, element.MadeAt).Run(),
            cancellation);

    private sealed class Reader(SqliteDatabase database) : IDisposable
    {
        private readonly SqliteStatement _find = database.Prepare("SELECT edition, task_id, upstream_id, made_at FROM upstream_elements WHERE connection = ?1 AND element = ?2");

        public UpstreamElement? Find(string connection, string element)
        {
            if (!_find.Bind(0, connection).Bind(1, element).Step())
                return null;
            var found = new UpstreamElement(connection, element, _find.Int(0), _find.Text(1), _find.Text(2), _find.Long(3));
            _find.Reset();
            return found;
        }

        public void Dispose() => database.Dispose();
    }
}

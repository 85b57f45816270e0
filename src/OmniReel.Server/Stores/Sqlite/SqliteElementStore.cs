using System.Text.Json;
using OmniReel.Contract.Requests;
using OmniReel.Server.Elements;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Elements in the embedded database.</summary>
public sealed class SqliteElementStore : IElementStore
{
    /// <summary>A task whose request was read before the deletion may be accepted this long after it; milliseconds.</summary>
    private const long LeavingMargin = 60_000;

    private readonly GroupWriter _writer;
    private readonly TimeProvider _time;
    private readonly ElementWrites _writes;
    private readonly SqliteOutbox? _outbox;
    private readonly ReaderPool<ElementReader> _readers;

    /// <summary>Elements in a file that others share.</summary>
    /// <param name="outbox">Writes callbacks with the changes that they tell of; null for a store that tells nobody.</param>
    public SqliteElementStore(SqliteStorage storage, SqliteOutbox? outbox = null)
    {
        (_writer, _time, _outbox) = (storage.Writer, storage.Time, outbox);
        _writes = new ElementWrites(storage.Database);
        _readers = storage.Readers(static database => new ElementReader(database));
        NewestId = _readers.Read(0, static (reader, _) => reader.NewestId());
    }

    /// <summary>The largest task id of an element in the file when it was opened; 0 for none.</summary>
    public long NewestId { get; }

    public async ValueTask<ElementOutcome> AcceptAsync(NewElement element, CancellationToken cancellation)
    {
        var facts = JsonSerializer.SerializeToUtf8Bytes(element.Facts, ElementJson.Default.ElementFacts);
        return await _writer.WriteAsync(_ => _writes.Accept(element, facts), cancellation);
    }

    public ValueTask<ElementOutcome?> FindRepeatAsync(string tenant, ElementClaim claim, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((tenant, claim), static (reader, key) => reader.Repeat(key.tenant, key.claim)));
    }

    public ValueTask<Element?> FindAsync(string tenant, string idOrExternalId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((tenant, idOrExternalId), static (reader, key) =>
            (TaskIds.TryParse(key.idOrExternalId, out var id) ? reader.ByTask(key.tenant, id) : null) ?? reader.ByExternal(key.tenant, key.idOrExternalId)));
    }

    public ValueTask<Element?> FindMadeAsync(string tenant, long id, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((tenant, id), static (reader, key) => reader.Made(key.tenant, key.id)));
    }

    public ValueTask<IReadOnlyList<Element>> ListAsync(string tenant, ElementForm form, bool usableOnly, int skip, int take, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((tenant, form, usableOnly, skip, take), static (reader, page) => reader.Page(page.tenant, page.form, page.usableOnly, page.skip, page.take)));
    }

    public async ValueTask<bool> DeleteAsync(string tenant, long id, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _writes.Delete(tenant, id, Now), cancellation);

    public ValueTask<IReadOnlyList<long>> PendingAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read(0, static (reader, _) => reader.Pending()));
    }

    public ValueTask<long> BytesAsync(string tenant, long exceptTaskId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read((tenant, exceptTaskId), static (reader, of) => reader.Bytes(of.tenant, of.exceptTaskId)));
    }

    public ValueTask<IReadOnlyList<Element>> LeavingAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read(Now - LeavingMargin, static (reader, before) => reader.Leaving(before, LeavingMargin)));
    }

    public ValueTask<long?> OldestAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read(0, static (reader, _) => reader.OldestUnfinished()));
    }

    public async ValueTask ForgetMediaAsync(long taskId, CancellationToken cancellation) =>
        await _writer.WriteAsync(_ => _writes.ForgetMedia(taskId), cancellation);

    public async ValueTask<PendingElement?> BeginAsync(long taskId, CancellationToken cancellation) =>
        await _writer.WriteLeasedAsync(
            changes =>
            {
                var begun = _writes.Begin(taskId, Now);
                Tell(changes, begun?.Element);
                return begun;
            },
            cancellation);

    public ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(long taskId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(_readers.Read(taskId, static (reader, id) => (ReadOnlyMemory<byte>)reader.Body(id)));
    }

    public async ValueTask GiveBackAsync(long taskId, CancellationToken cancellation) =>
        await _writer.WriteLeasedAsync(_ => _writes.GiveBack(taskId), cancellation);

    public async ValueTask<Element?> SucceedAsync(long taskId, IReadOnlyList<string> media, long bytes, long quota, CancellationToken cancellation)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(media, ElementJson.Default.IReadOnlyListString);
        return await _writer.WriteLeasedAsync(changes => Tell(changes, _writes.Succeed(taskId, json, bytes, quota, Now)), cancellation);
    }

    public async ValueTask<Element?> FailAsync(long taskId, string message, CancellationToken cancellation) =>
        await _writer.WriteLeasedAsync(changes => Tell(changes, _writes.Fail(taskId, message, Now)), cancellation);

    public IReadOnlyList<MadeElement> Made() => _readers.Read(0, static (reader, _) => reader.AllMade());

    private Element? Tell(ChangeSet changes, Element? changed)
    {
        if (changed is not null) _outbox?.Write(changes, changed);
        return changed;
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();
}

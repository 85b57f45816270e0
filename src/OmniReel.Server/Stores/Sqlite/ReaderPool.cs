using System.Collections.Concurrent;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Read-only connections with their statements prepared; as many as ever read at once, and at most a handful kept.</summary>
/// <typeparam name="TReader">The queries of one connection, which it owns.</typeparam>
internal sealed class ReaderPool<TReader>(string path, StoreHealth health, Func<SqliteDatabase, TReader> prepare) : IDisposable
    where TReader : class, IDisposable
{
    private const int Kept = 8;

    private readonly ConcurrentBag<TReader> _idle = [];
    private volatile bool _closed;

    /// <summary>Reads on the calling thread; a read takes microseconds, and never waits for the writer.</summary>
    public T Read<T, TState>(TState state, Func<TReader, TState, T> read)
    {
        TReader? reader = null;
        try
        {
            if (!_idle.TryTake(out reader))
                reader = Open();
            var answer = read(reader, state);
            Return(reader);
            return answer;
        }
        catch (Exception e)
        {
            // Its statements may be in the middle of something.
            reader?.Dispose();
            if (e is not SqliteFault fault) throw;
            if (fault.IsFatal) health.Report(fault);
            throw GroupWriter.Translate(fault);
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }

    private TReader Open()
    {
        var database = SqliteFile.OpenReader(path);
        try
        {
            return prepare(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private void Return(TReader reader)
    {
        if (_closed || _idle.Count >= Kept)
            reader.Dispose();
        else
            _idle.Add(reader);
    }
}

using System.Collections.Concurrent;

namespace OmniReel.Server.Lab.FakeUpstream.Control;

/// <summary>Counts what is not worth a line of the journal.</summary>
internal sealed class Tally
{
    private long _connections;
    private long _polls;
    private long _finds;
    private long _lists;
    private long _downloads;
    private long _bytes;
    private long _callbacks;

    public ConcurrentDictionary<string, long> Faults { get; } = new();

    public long Connections => _connections;

    public long Polls => _polls;

    public long Finds => _finds;

    public long Lists => _lists;

    public long Downloads => _downloads;

    public long Bytes => _bytes;

    public long Callbacks => _callbacks;

    /// <summary>Counts a connection; its number, from 1.</summary>
    public long Connected() => Interlocked.Increment(ref _connections);

    public void Polled() => Interlocked.Increment(ref _polls);

    public void Found() => Interlocked.Increment(ref _finds);

    public void Listed() => Interlocked.Increment(ref _lists);

    public void Served(long bytes)
    {
        Interlocked.Increment(ref _downloads);
        Interlocked.Add(ref _bytes, bytes);
    }

    public void Called() => Interlocked.Increment(ref _callbacks);

    /// <summary>Everything but the connections, whose numbers go on.</summary>
    public void Clear()
    {
        _polls = _finds = _lists = _downloads = _bytes = _callbacks = 0;
        Faults.Clear();
    }
}

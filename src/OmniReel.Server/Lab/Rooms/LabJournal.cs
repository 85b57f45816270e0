namespace OmniReel.Server.Lab.Rooms;

/// <summary>What all journals hold together, in characters.</summary>
public sealed class JournalRoom
{
    private const long Most = 64 << 20;

    private long _held;

    /// <summary>It is more than there is room for: whoever writes lets go of the oldest of its own.</summary>
    public bool IsOver => Interlocked.Read(ref _held) > Most;

    /// <summary>More is held, or less.</summary>
    public void Add(long characters) => Interlocked.Add(ref _held, characters);
}

/// <summary>The last requests and callbacks of one test: at most <see cref="Most"/>, and at most <see cref="MostHeld"/> of their texts; the oldest go first.</summary>
/// <param name="room">What all journals may hold together; null for a journal that keeps nothing.</param>
public sealed class LabJournal(JournalRoom? room)
{
    /// <summary>Requests and callbacks that are kept.</summary>
    public const int Most = 1000;

    /// <summary>Characters of paths, headers and bodies that are kept.</summary>
    public const int MostHeld = 4 << 20;

    private readonly Lock _gate = new();
    private readonly LinkedList<(LabEntry? Request, LabCallback? Callback)> _kept = [];
    private readonly Dictionary<long, LinkedListNode<(LabEntry? Request, LabCallback? Callback)>> _byNumber = [];
    private long _last, _held;

    /// <summary>How many were kept once and are not any more.</summary>
    public long Forgotten { get; private set; }

    /// <summary>Writes a request down; the number is its place.</summary>
    public long Add(Func<long, LabEntry> entry)
    {
        lock (_gate) return Keep(number => (entry(number), null));
    }

    /// <summary>Writes a callback down.</summary>
    public void Add(Func<long, LabCallback> callback)
    {
        lock (_gate) Keep(number => (null, callback(number)));
    }

    /// <summary>Writes down what became of a request; nothing where it is not kept any more.</summary>
    public void Change(long number, Func<LabEntry, LabEntry> change)
    {
        lock (_gate)
        {
            if (!_byNumber.TryGetValue(number, out var node)) return;
            Hold(-Length(node.Value));
            node.Value = (change(node.Value.Request!), null);
            Hold(Length(node.Value));
            Trim();
        }
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            Hold(-_held);
            _kept.Clear();
            _byNumber.Clear();
        }
    }

    /// <summary>The requests after a number that fit, in the order in which they came.</summary>
    public IReadOnlyList<LabEntry> Requests(long after, Func<LabEntry, bool> fits)
    {
        lock (_gate) return [.. _kept.Select(one => one.Request).OfType<LabEntry>().Where(one => one.Number > after && fits(one))];
    }

    /// <summary>The callbacks after a number, in order.</summary>
    public IReadOnlyList<LabCallback> Callbacks(long after)
    {
        lock (_gate) return [.. _kept.Select(one => one.Callback).OfType<LabCallback>().Where(one => one.Number > after)];
    }

    private long Keep(Func<long, (LabEntry?, LabCallback?)> make)
    {
        var number = ++_last;
        if (room is null) return number;
        var node = _kept.AddLast(make(number));
        _byNumber[number] = node;
        Hold(Length(node.Value));
        Trim();
        return number;
    }

    private void Trim()
    {
        while (_kept.Count > Most || ((_held > MostHeld || room!.IsOver) && _kept.Count > 1))
        {
            var oldest = _kept.First!;
            Hold(-Length(oldest.Value));
            _kept.RemoveFirst();
            _byNumber.Remove(oldest.Value.Request?.Number ?? oldest.Value.Callback!.Number);
            Forgotten++;
        }
    }

    private void Hold(long characters)
    {
        _held += characters;
        room?.Add(characters);
    }

    private static int Length((LabEntry? Request, LabCallback? Callback) one) => one.Request is { } request
        ? request.Path.Length + (request.Body?.Length ?? 0) + request.Headers.Sum(header => header.Key.Length + header.Value.Length)
        : one.Callback!.Body.Length + one.Callback.Url.Length;
}

namespace OmniReel.Server.Engines.Routes;

/// <summary>
/// The health of all engines. One that cannot be reached rests 1, 2, 4 … 60 seconds; then one attempt probes it. A probe that nobody
/// tells the end of (its task was canceled) is forgotten after <see cref="ProbeTime"/>.
/// </summary>
public sealed class EngineHealth : IEngineHealth
{
    /// <summary>The longest rest, before the spread.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(60);

    /// <summary>How long others wait for a probe's end.</summary>
    public static readonly TimeSpan ProbeTime = TimeSpan.FromSeconds(60);

    // Many servers of one upstream that went away do not come back to it at the same moment.
    private const double Spread = 0.2;

    private readonly Dictionary<string, Record> _records;
    private readonly string[] _names;
    private readonly TimeProvider _time;
    private readonly string _seed;

    /// <summary>All are well.</summary>
    /// <param name="engines">Their names.</param>
    /// <param name="time">Measures rests.</param>
    /// <param name="seed">Spreads them: the node's name.</param>
    public EngineHealth(IEnumerable<string> engines, TimeProvider time, string seed)
    {
        _names = [.. engines];
        _records = _names.ToDictionary(name => name, _ => new Record());
        (_time, _seed) = (time, seed);
    }

    public IReadOnlyList<(string Engine, EngineCondition Condition)> All => [.. _names.Select(name => (name, Of(name)))];

    public EngineCondition Of(string engine)
    {
        if (!_records.TryGetValue(engine, out var record)) return new EngineCondition(EngineState.Well, 0, TimeSpan.Zero);
        lock (record)
        {
            var left = record.Rest - _time.GetElapsedTime(record.Since);
            return new EngineCondition(StateOf(record), record.Unavailable, StateOf(record) == EngineState.Resting ? left : TimeSpan.Zero);
        }
    }

    public void Succeeded(string engine)
    {
        if (!_records.TryGetValue(engine, out var record)) return;
        lock (record) (record.State, record.Unavailable) = (EngineState.Well, 0);
    }

    public void Unavailable(string engine)
    {
        if (!_records.TryGetValue(engine, out var record)) return;
        lock (record)
        {
            // What was under way when the rest began tells of the same trouble, not of more.
            if (StateOf(record) == EngineState.Resting) return;
            record.Unavailable++;
            var seconds = Math.Min(LongestRest.TotalSeconds, Math.Pow(2, Math.Min(record.Unavailable - 1, 16)));
            var spread = 1 + (Spread * ((2 * Luck.Of(_seed + engine, record.Unavailable)) - 1));
            (record.State, record.Since, record.Rest) = (EngineState.Resting, _time.GetTimestamp(), TimeSpan.FromSeconds(seconds * spread));
        }
    }

    /// <summary>Whether an attempt may go to an engine now. True for one that is due: that attempt is its probe, and others are told false meanwhile.</summary>
    public bool TryTake(string engine)
    {
        if (!_records.TryGetValue(engine, out var record)) return true;
        lock (record)
        {
            switch (StateOf(record))
            {
                case EngineState.Well:
                    return true;
                case EngineState.Due:
                    (record.State, record.Since) = (EngineState.Probing, _time.GetTimestamp());
                    return true;
                default:
                    return false;
            }
        }
    }

    // Rests and probes end by themselves: nothing ticks.
    private EngineState StateOf(Record record) => record.State switch
    {
        EngineState.Resting when _time.GetElapsedTime(record.Since) >= record.Rest => EngineState.Due,
        EngineState.Probing when _time.GetElapsedTime(record.Since) >= ProbeTime => EngineState.Due,
        var state => state,
    };

    private sealed class Record
    {
        public EngineState State { get; set; } = EngineState.Well;

        public int Unavailable { get; set; }

        public long Since { get; set; }

        public TimeSpan Rest { get; set; }
    }
}

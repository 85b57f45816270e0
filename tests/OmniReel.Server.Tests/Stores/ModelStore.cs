using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Stores;

/// <summary>What a store is meant to do, said as plainly as a list allows. Single-threaded; the truth that real stores are compared with.</summary>
internal sealed class ModelStore(TestClock clock)
{
    private readonly List<Row> _rows = [];
    private readonly Dictionary<string, (byte Body, Row Row)> _keys = [];

    public string Accept(NewTask task)
    {
        if (task.Idempotency is { } claim && _keys.TryGetValue(claim.Key, out var earlier))
            return earlier.Body == claim.BodyHash.Span[0] ? $"replayed {earlier.Row.Id}" : "key reused";
        if (task.ExternalTaskId is not null && _rows.Any(r => r.External == task.ExternalTaskId))
            return "external taken";
        var row = new Row { Id = task.Id, External = task.ExternalTaskId, Created = task.CreatedAt, Engine = task.Facts.Engine };
        _rows.Add(row);
        if (task.Idempotency is { } key)
            _keys[key.Key] = (key.BodyHash.Span[0], row);
        return $"accepted {row.Id}";
    }

    public string Lease(string node, QueueLane lane, int max, TimeSpan ttl)
    {
        var taken = _rows.Where(r => r.Status == VideoTaskStatus.Queued && lane.Has(r.Engine)).Take(max).ToList();
        foreach (var row in taken)
            (row.Status, row.Node, row.Epoch, row.Attempts, row.Until, row.Version) =
                (VideoTaskStatus.Running, node, row.Epoch + 1, row.Attempts + 1, Now + (long)ttl.TotalMilliseconds, row.Version + 1);
        return string.Join(',', taken.Select(r => $"{r.Id}@{r.Epoch}"));
    }

    public bool Renew(Lease lease, TimeSpan ttl)
    {
        if (Held(lease) is not { } row)
            return false;
        row.Until = Now + (long)ttl.TotalMilliseconds;
        return true;
    }

    public bool Leave(Lease lease, VideoTaskStatus to)
    {
        if (Held(lease) is not { } row)
            return false;
        Move(row, to);
        return true;
    }

    public bool Reroute(Lease lease, string engine)
    {
        if (Held(lease) is not { } row)
            return false;
        if (!row.Tried.Contains(row.Engine))
            row.Tried.Add(row.Engine);
        row.Engine = engine;
        Move(row, VideoTaskStatus.Queued);
        return true;
    }

    public CancelOutcome Cancel(long id)
    {
        if (_rows.Find(r => r.Id == id) is not { } row)
            return CancelOutcome.NotFound;
        if (row.Status is not (VideoTaskStatus.Queued or VideoTaskStatus.Running))
            return CancelOutcome.AlreadyEnded;
        Move(row, VideoTaskStatus.Canceled);
        return CancelOutcome.Canceled;
    }

    public string Rescue(int limit, TimeSpan grace) =>
        PutBack(r => r.Until < Now - (long)grace.TotalMilliseconds, r => ++r.Lost >= limit);

    public string TakeUp(string node, int limit) => PutBack(r => r.Node == node, r => ++r.TakeUps >= limit);

    public string Show() => string.Join('\n', _rows.OrderByDescending(r => r.Created).ThenByDescending(r => r.Id)
        .Select(r => $"{r.Id} {r.External} {r.Status} a{r.Attempts} v{r.Version} {r.Engine}({string.Join(',', r.Tried)}) q{Position(r)}"));

    private int? Position(Row row) => row.Status == VideoTaskStatus.Queued
        ? _rows.TakeWhile(r => r != row).Count(r => r.Status == VideoTaskStatus.Queued && r.Engine == row.Engine)
        : null;

    private string PutBack(Func<Row, bool> which, Func<Row, bool> ends)
    {
        var back = new List<long>();
        var failed = new List<long>();
        foreach (var row in _rows.Where(r => r.Status == VideoTaskStatus.Running && which(r)).ToList())
        {
            var over = ends(row);
            Move(row, over ? VideoTaskStatus.Failed : VideoTaskStatus.Queued);
            (over ? failed : back).Add(row.Id);
        }

        return $"{string.Join(',', back)}|{string.Join(',', failed)}";
    }

    private static void Move(Row row, VideoTaskStatus to) => (row.Status, row.Node, row.Version) = (to, null, row.Version + 1);

    private Row? Held(Lease lease) =>
        _rows.Find(r => r.Id == lease.TaskId && r.Status == VideoTaskStatus.Running && r.Node == lease.Node && r.Epoch == lease.Epoch);

    private long Now => clock.GetTimestamp() / TimeSpan.TicksPerMillisecond;

    private sealed class Row
    {
        public required long Id { get; init; }
        public string? External { get; init; }
        public long Created { get; init; }
        public required string Engine { get; set; }
        public List<string> Tried { get; } = [];
        public VideoTaskStatus Status { get; set; }
        public string? Node { get; set; }
        public long Epoch { get; set; }
        public long Until { get; set; }
        public int Attempts { get; set; }
        public int Lost { get; set; }
        public int TakeUps { get; set; }
        public long Version { get; set; } = 1;
    }
}

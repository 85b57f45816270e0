using System.Diagnostics.Metrics;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>What the store measures of itself, as instruments of the meter <c>OmniReel</c>; whoever wants the figures listens.</summary>
internal sealed class StoreMeters : IDisposable
{
    private static readonly KeyValuePair<string, object?>[] s_tags =
        [.. Enum.GetNames<VideoTaskStatus>().Select(name => new KeyValuePair<string, object?>("status", name.ToLowerInvariant()))];

    private readonly Meter _meter = new("OmniReel");
    private readonly Histogram<int> _writes;
    private readonly Histogram<double> _seconds;
    private readonly long[] _tasks = new long[s_tags.Length];

    public StoreMeters(Func<long> queued)
    {
        _writes = _meter.CreateHistogram<int>("omnireel_store_commit_writes", null, "Writes that shared one commit.");
        _seconds = _meter.CreateHistogram<double>("omnireel_store_commit_seconds", "s", "Time of one commit, its writes and its fsync included.");
        // Counted here and read when somebody asks: a listener told of each task would work on the writer's thread.
        _meter.CreateObservableCounter("omnireel_tasks_total", Totals, null, "Tasks that came into each status since the start.");
        _meter.CreateObservableGauge("omnireel_queue_depth", queued, null, "Tasks that wait for a worker.");
    }

    public void Committed(int writes, TimeSpan took)
    {
        _writes.Record(writes);
        _seconds.Record(took.TotalSeconds);
    }

    public void Changed(VideoTaskStatus status) => Interlocked.Increment(ref _tasks[(int)status]);

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<long>> Totals() => s_tags.Select((tag, status) => new Measurement<long>(Interlocked.Read(ref _tasks[status]), tag));
}

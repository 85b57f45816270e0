using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Http.Metrics;

/// <summary>
/// Reads every instrument of the meters that are called <c>OmniReel</c>, whoever made them: what measures need not know who asks.
/// Counters, gauges and histograms (as their sum and count) become Prometheus' text; dots become underscores.
/// </summary>
internal sealed partial class InstrumentReader : IDisposable
{
    /// <summary>The name of our meters.</summary>
    public const string MeterName = "OmniReel";

    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Series> _series = new(StringComparer.Ordinal);
    private readonly ILogger _log;
    private bool _isTold;

    public InstrumentReader(ILogger<InstrumentReader> log)
    {
        _log = log;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MeterName) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>
    /// Appends all of them. One that cannot be read just then, as its store closes, stays at what it last was, and the others are told;
    /// the log hears of it once until all can be read again.
    /// </summary>
    public void Write(StringBuilder text)
    {
        try
        {
            _listener.RecordObservableInstruments();
            Volatile.Write(ref _isTold, false);
        }
        catch (AggregateException failed)
        {
            // All were asked; these are what some of them threw.
            if (!Interlocked.Exchange(ref _isTold, true))
                LogNotRead(failed);
        }

        lock (_gate)
        {
            var named = "";
            foreach (var series in _series.Values)
            {
                if (series.Name != named)
                    text.Append($"# HELP {series.Name} {series.Help}\n# TYPE {series.Name} {series.Type}\n");
                named = series.Name;
                if (series.Type == "summary")
                    text.Append(CultureInfo.InvariantCulture, $"{series.Name}_sum{series.Tags} {series.Value}\n{series.Name}_count{series.Tags} {series.Count}\n");
                else
                    text.Append(CultureInfo.InvariantCulture, $"{series.Name}{series.Tags} {series.Value}\n");
            }
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (_gate)
        {
            var key = instrument.Name + labels;
            if (!_series.TryGetValue(key, out var series)) _series.Add(key, series = new Series(instrument, labels));
            series.Add(value);
        }
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var text = new StringBuilder("{");
        foreach (var (name, value) in tags)
        {
            if (text.Length > 1) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{name}=\"{Escaped(value)}\"");
        }

        return text.Append('}').ToString();
    }

    // Backslash first: the others bring backslashes of their own.
    private static string Escaped(object? value) =>
        (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Some gauges cannot be read: in /metrics they stay at what they last were.")]
    private partial void LogNotRead(Exception cause);

    private sealed class Series(Instrument instrument, string tags)
    {
        private readonly bool _sums = instrument is Counter<long> or Counter<int> or Counter<double> or UpDownCounter<long> or UpDownCounter<int>;

        public string Name { get; } = instrument.Name.Replace('.', '_');

        public string Help { get; } = instrument.Description ?? "";

        public string Tags { get; } = tags;

        public string Type { get; } = instrument switch
        {
            Histogram<long> or Histogram<int> or Histogram<double> => "summary",
            Counter<long> or Counter<int> or Counter<double> or ObservableCounter<long> or ObservableCounter<int> or ObservableCounter<double> => "counter",
            _ => "gauge",
        };

        public double Value { get; private set; }

        public long Count { get; private set; }

        public void Add(double value)
        {
            Value = _sums || Type == "summary" ? Value + value : value;
            Count++;
        }
    }
}

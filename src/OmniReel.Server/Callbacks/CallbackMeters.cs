using System.Diagnostics.Metrics;

namespace OmniReel.Server.Callbacks;

/// <summary>What is measured of deliveries, as instruments of the meter <c>OmniReel</c>.</summary>
internal sealed class CallbackMeters : IDisposable
{
    private static readonly KeyValuePair<string, object?> s_failed = new("outcome", "failed");

    private readonly Meter _meter = new("OmniReel");
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _exhausted;
    private readonly Histogram<double> _lag;

    public CallbackMeters(IDeliveryStore store, TimeProvider time)
    {
        _attempts = _meter.CreateCounter<long>("omnireel_callback_attempts_total", null, "Attempts to deliver a callback, by outcome.");
        _exhausted = _meter.CreateCounter<long>("omnireel_callback_dead_letters_total", null, "Callbacks whose every attempt failed.");
        _lag = _meter.CreateHistogram<double>("omnireel_callback_lag_seconds", "s", "Time from the change of a task to the callback's delivery.");
        _meter.CreateObservableGauge("omnireel_callbacks_waiting", () => store.Backlog().Waiting, null, "Callbacks that wait to be sent, or to be sent again.");
        _meter.CreateObservableGauge("omnireel_callback_oldest_seconds", () => Age(store.Backlog().Oldest, time), "s", "Age of the oldest callback that waits.");
    }

    public void Ended(Delivery delivery, DeliveryState becomes, DateTimeOffset now)
    {
        switch (becomes)
        {
            case DeliveryState.Delivered:
                _attempts.Add(1, new KeyValuePair<string, object?>("outcome", "delivered"));
                _lag.Record(Math.Max(0, now.ToUnixTimeMilliseconds() - delivery.CreatedAt) / 1000.0);
                break;
            case DeliveryState.Gone:
                _attempts.Add(1, new KeyValuePair<string, object?>("outcome", "gone"));
                break;
            case DeliveryState.Exhausted:
                _attempts.Add(1, s_failed);
                _exhausted.Add(1);
                break;
            default:
                _attempts.Add(1, s_failed);
                break;
        }
    }

    public void GaveUp(int count)
    {
        if (count > 0) _exhausted.Add(count);
    }

    public void Dispose() => _meter.Dispose();

    private static double Age(long? since, TimeProvider time) => since is { } made ? Math.Max(0, time.GetUtcNow().ToUnixTimeMilliseconds() - made) / 1000.0 : 0;
}

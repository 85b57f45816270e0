using System.Text;

namespace OmniReel.Server.Http.Metrics;

/// <summary>The meters of all routes.</summary>
internal sealed class HttpMeters
{
    private readonly List<RouteMeter> _routes = [];
    private long _inFlight;

    /// <summary>Requests that have no whole answer yet; waits and streams among them.</summary>
    public long InFlight => Volatile.Read(ref _inFlight);

    /// <summary>A request began.</summary>
    public void Enter() => Interlocked.Increment(ref _inFlight);

    /// <summary>A request ended.</summary>
    public void Leave() => Interlocked.Decrement(ref _inFlight);

    /// <summary>Requests that matched no route.</summary>
    public RouteMeter Unrouted { get; } = new("none");

    /// <summary>A new meter; called while the routes are mapped, before the first request.</summary>
    public RouteMeter For(string route)
    {
        var meter = new RouteMeter(route);
        _routes.Add(meter);
        return meter;
    }

    /// <summary>Appends the figures of all routes in Prometheus' text format.</summary>
    public void Write(StringBuilder text)
    {
        text.Append("# HELP omnireel_http_requests_total Answers by route and status.\n# TYPE omnireel_http_requests_total counter\n");
        foreach (var route in _routes) route.WriteCounts(text);
        Unrouted.WriteCounts(text);

        text.Append("# HELP omnireel_http_request_duration_seconds Time from the request's head to the end of its answer; waits included.\n");
        text.Append("# TYPE omnireel_http_request_duration_seconds histogram\n");
        foreach (var route in _routes) route.WriteDurations(text);
    }
}

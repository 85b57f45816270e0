using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OmniReel.Server.Http.Metrics;

/// <summary>Counts the answers of one route by status, and how long they took. Lock-free; read while written.</summary>
internal sealed class RouteMeter(string route)
{
    private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private readonly long[] _byStatus = new long[600];
    private readonly long[] _byDuration = new long[Bounds.Length + 1];
    private long _ticks;

    /// <summary>One answer that began at this timestamp of the monotonic clock.</summary>
    public void Record(int status, TimeSpan took)
    {
        Interlocked.Increment(ref _byStatus[Math.Clamp(status, 0, _byStatus.Length - 1)]);
        var bucket = 0;
        while (bucket < Bounds.Length && took.TotalSeconds > Bounds[bucket]) bucket++;
        Interlocked.Increment(ref _byDuration[bucket]);
        Interlocked.Add(ref _ticks, took.Ticks);
    }

    /// <summary>Appends <c>omnireel_http_requests_total</c> of this route.</summary>
    public void WriteCounts(StringBuilder text)
    {
        for (var status = 0; status < _byStatus.Length; status++)
        {
            var count = Volatile.Read(ref _byStatus[status]);
            if (count > 0) text.Append(CultureInfo.InvariantCulture, $"omnireel_http_requests_total{{route=\"{route}\",status=\"{status}\"}} {count}\n");
        }
    }

    /// <summary>Appends <c>omnireel_http_request_duration_seconds</c> of this route; nothing for one that was never asked.</summary>
    public void WriteDurations(StringBuilder text)
    {
        if (Array.TrueForAll(_byDuration, static count => count == 0)) return;
        var total = 0L;
        for (var i = 0; i <= Bounds.Length; i++)
        {
            total += Volatile.Read(ref _byDuration[i]);
            var bound = i < Bounds.Length ? Bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
            text.Append(CultureInfo.InvariantCulture, $"omnireel_http_request_duration_seconds_bucket{{route=\"{route}\",le=\"{bound}\"}} {total}\n");
        }

        var seconds = TimeSpan.FromTicks(Volatile.Read(ref _ticks)).TotalSeconds;
        text.Append(CultureInfo.InvariantCulture, $"omnireel_http_request_duration_seconds_sum{{route=\"{route}\"}} {seconds}\n");
        text.Append(CultureInfo.InvariantCulture, $"omnireel_http_request_duration_seconds_count{{route=\"{route}\"}} {total}\n");
    }
}

namespace OmniReel.Server.Callbacks;

/// <summary>When a failed delivery is sent again.</summary>
internal sealed class RetrySchedule(CallbackOptions options)
{
    /// <summary>The wait after the failure of this attempt (from 1); null when it was the last.</summary>
    /// <param name="number">The delivery: with the attempt it decides the jitter, which is therefore the same in every life of the server.</param>
    /// <param name="retryAfter">What the receiver asked for; null for nothing.</param>
    public TimeSpan? After(int attempt, long number, TimeSpan? retryAfter)
    {
        if (attempt >= options.Schedule.Count) return null;
        var wait = options.Schedule[attempt] * (1 + options.Jitter * Spread(number, attempt));
        if (retryAfter is not { } asked) return wait;
        if (asked > options.LongestRetryAfter) asked = options.LongestRetryAfter;
        return asked > wait ? asked : wait;
    }

    /// <summary>-1 to 1, evenly spread (SplitMix64 of both numbers).</summary>
    private static double Spread(long number, int attempt)
    {
        var mixed = (ulong)number * 0x9E3779B97F4A7C15 + (ulong)attempt * 0xD1B54A32D192ED03;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (mixed ^ (mixed >> 31)) / (double)ulong.MaxValue * 2 - 1;
    }
}

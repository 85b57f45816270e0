namespace OmniReel.Server.Callbacks;

/// <summary>
/// Leaves a receiver alone that has failed several times in a row, and then tries it with one delivery at a time. What waits
/// meanwhile uses up none of its attempts. Not safe for several threads.
/// </summary>
/// <param name="isProven">What is known of the receiver from before is good.</param>
internal sealed class Circuit(CallbackOptions options, TimeProvider time, bool isProven = false)
{
    private int _failures;
    private int _pauses;
    private long _closedAt;
    private TimeSpan _pause;

    /// <summary>True while the receiver has failed that often, whether a try is due or not.</summary>
    public bool IsOpen => _failures >= options.FailuresToOpen;

    /// <summary>The last that is known of the receiver is good.</summary>
    public bool IsProven { get; private set; } = isProven;

    /// <summary>Time until the next try; zero when one may be made now.</summary>
    public TimeSpan Wait()
    {
        if (!IsOpen) return TimeSpan.Zero;
        var left = _pause - time.GetElapsedTime(_closedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>The receiver took a delivery, or at least answered in a way that says it is at work.</summary>
    public void Answered(bool well)
    {
        (_failures, _pauses) = (0, 0);
        IsProven = well;
    }

    /// <summary>The receiver did not answer, or said that it is in trouble.</summary>
    public void Failed()
    {
        IsProven = false;
        _failures++;
        if (!IsOpen) return;
        _pause = TimeSpan.FromTicks(Math.Min(options.LongestPause.Ticks, options.FirstPause.Ticks << Math.Min(_pauses++, 20)));
        _closedAt = time.GetTimestamp();
    }

    /// <summary>Forgets everything.</summary>
    public void Reset() => (_failures, _pauses, IsProven) = (0, 0, false);
}

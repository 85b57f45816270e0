namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// When a task is asked for: rarely while it cannot be finished, often about when such tasks usually are, and less and less when it takes
/// longer. What is usual is learnt from the tasks that ended.
/// </summary>
public sealed class PollPace
{
    private const double Forgetting = 0.2;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(2), s_shortest = TimeSpan.FromSeconds(2), s_longest = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private TimeSpan? _usual;

    /// <summary>A task ended so long after it was submitted.</summary>
    public void Learn(TimeSpan took)
    {
        lock (_gate)
            _usual = _usual is { } usual ? (usual * (1 - Forgetting)) + (took * Forgetting) : took;
    }

    /// <summary>How long to wait before a task of that age is asked for.</summary>
    public TimeSpan Next(TimeSpan age)
    {
        TimeSpan? usual;
        lock (_gate)
            usual = _usual;
        var begin = usual is { } known ? known * 0.6 : s_first;
        if (age < begin)
            return Clamp(begin - age);
        // Around the usual time every tenth of it; later a tenth of the age.
        return Clamp(age * 0.1);
    }

    private static TimeSpan Clamp(TimeSpan time) => time < s_shortest ? s_shortest : time > s_longest ? s_longest : time;
}

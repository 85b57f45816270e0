namespace OmniReel.Server.Callbacks;

/// <summary>How deliveries are made.</summary>
public sealed record CallbackOptions
{
    /// <summary>The time before each attempt, counted from the one before it; after the last one fails the delivery is a dead letter.</summary>
    public IReadOnlyList<TimeSpan> Schedule { get; init; } =
    [
        TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(24),
    ];

    /// <summary>The share by which each of these times is shortened or lengthened, so that what failed together does not come back together.</summary>
    public double Jitter { get; init; } = 0.2;

    /// <summary>The longest that a receiver's <c>Retry-After</c> is honoured.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What has waited for so long ends as a dead letter, even if its receiver was never up to be asked.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromDays(3);

    /// <summary>One attempt, from its start to the end of the answer.</summary>
    public TimeSpan AttemptTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The connection of one attempt.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Attempts under way to one receiver that answers well; one that is not known yet begins with 1.</summary>
    public int PerReceiver { get; init; } = 4;

    /// <summary>Attempts under way to receivers whose last answer was good. The others have as many again, of their own.</summary>
    public int AtOnce { get; init; } = 256;

    /// <summary>Failures in a row after which a receiver is left alone for a while.</summary>
    public int FailuresToOpen { get; init; } = 5;

    /// <summary>The first such while; each failed try doubles it.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest such while.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long attempts under way may go on when the server stops; those cut off are made again by the next start.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Waited before a write that the store had no room for is tried again.</summary>
    public TimeSpan WriteAgainAfter { get; init; } = TimeSpan.FromSeconds(1);
}

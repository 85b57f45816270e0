namespace OmniReel.Server.Engines.Submits;

/// <summary>The times of the submit protocol.</summary>
public sealed record SubmitSettings
{
    /// <summary>What references of this server begin with: the same after a restart, and no other server has it.</summary>
    public required string ReferencePrefix { get; init; }

    /// <summary>How long one submit may take, from the first byte to the answer.</summary>
    public TimeSpan SubmitTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long after a submit began its absence at the upstream proves nothing: an upstream may be slow to show what it has taken.
    /// <c>OMNIREEL_SETTLE_SECONDS</c>.
    /// </summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>A lease has at least so much left beyond <see cref="SubmitTime"/> when a submit begins.</summary>
    public TimeSpan LeaseMargin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Clear answers that an upstream has no such task, before that is believed; the last of them after <see cref="Settle"/>.</summary>
    public int Negatives { get; init; } = 3;

    /// <summary>Waited before an upstream is asked again about an unknown submit; doubled each time, four times at most.</summary>
    public TimeSpan AskAgain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>An unknown submit that no clear answer comes for is left to people after so long.</summary>
    public TimeSpan MostUnknown { get; init; } = TimeSpan.FromHours(24);

    /// <summary>A task that the account's trouble keeps waiting fails after so long: no money, a key that is not taken.</summary>
    public TimeSpan MostAccountTrouble { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A film that the upstream does not finish in so long is given up here, and stands in the orphan book.</summary>
    public TimeSpan MostWork { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Submits that may be lost in an hour before a connection stops to submit; null for any number.</summary>
    public int? MostLostPerHour { get; init; }

    /// <summary>How often what was left open is looked after.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(1);
}

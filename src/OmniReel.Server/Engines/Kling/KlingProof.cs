namespace OmniReel.Server.Engines.Kling;

/// <summary>What a connection was found to be.</summary>
/// <param name="Url">Where its films are asked for; null where that was not found.</param>
/// <param name="Complaint">What the other side has against it, or why it was not reached; null when it works.</param>
/// <param name="Skew">How far our clock is ahead of the other side's; null where that does not show its own.</param>
public sealed record KlingProof(Uri? Url, string? Complaint, TimeSpan? Skew)
{
    /// <summary>Tokens of a pair are refused where our clock is further ahead than this: they begin in the future.</summary>
    public static readonly TimeSpan MostAhead = KlingTokens.Early;

    /// <summary>Tokens of a pair are refused where our clock is further behind than this: they have ended.</summary>
    public static readonly TimeSpan MostBehind = KlingTokens.Life - TimeSpan.FromMinutes(5);

    /// <summary>Tries a connection by the list call, which is free. Spends and changes nothing.</summary>
    public static async Task<KlingProof> OfAsync(KlingConnection connection, TimeProvider time, CancellationToken cancellation)
    {
        using var upstream = new KlingUpstream(connection, time);
        var (bearing, complaint, clock) = await upstream.ProveAsync(cancellation);
        return new KlingProof(bearing.Places?.Videos, complaint, time.GetUtcNow() - clock);
    }
}

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// Stops a connection's submits while too many of them were lost within an hour: each of those may be a film that is paid for nothing.
/// What was sent is still asked for.
/// </summary>
public sealed class SpendBreaker(ISubmitStore store, SubmitSettings settings, string connection, TimeProvider time)
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    /// <summary>How many were lost in the last hour when that is too many; null while submits may go on.</summary>
    public async ValueTask<int?> TrippedAsync(CancellationToken cancellation)
    {
        if (settings.MostLostPerHour is not { } most)
            return null;
        var lost = await store.LostSinceAsync(connection, (time.GetUtcNow() - s_window).ToUnixTimeMilliseconds(), cancellation);
        return lost >= most ? lost : null;
    }
}

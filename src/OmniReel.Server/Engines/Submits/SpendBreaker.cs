using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// Stops a connection's submits while too many of them were lost within an hour: each of those may be a film that is paid for nothing.
/// What was sent is still asked for.
/// </summary>
public sealed partial class SpendBreaker(ISubmitStore store, SubmitSettings settings, string connection, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    private int _isTripped;

    /// <summary>Whether more submits were lost in the last hour than may be.</summary>
    public async ValueTask<bool> IsTrippedAsync(CancellationToken cancellation)
    {
        if (settings.MostLostPerHour is not { } most)
            return false;
        var lost = await store.LostSinceAsync(connection, (time.GetUtcNow() - s_window).ToUnixTimeMilliseconds(), cancellation);
        var isTripped = lost > most;
        // Many wait for it: one of them says so.
        if (Interlocked.Exchange(ref _isTripped, isTripped ? 1 : 0) != (isTripped ? 1 : 0))
        {
            if (isTripped)
                LogTripped(connection, lost, most);
            else
                LogMended(connection);
        }

        return isTripped;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Connection}: {Lost} submits were lost within an hour, and {Most} may be (Kling:MaxUnknownPerHour). Nothing more is sent there until fewer were; what was sent is still asked for.")]
    private partial void LogTripped(string connection, int lost, int most);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection}: submits are sent again.")]
    private partial void LogMended(string connection);
}

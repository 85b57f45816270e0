using System.Security.Cryptography;

namespace OmniReel.Client.Sending;

/// <summary>Whether to try again, and when.</summary>
internal static class Pauses
{
    /// <summary>A server that asks for more than this is not waited for: the caller is told instead.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether trying again may help: the server is away, busy or failing, and nobody gave up.</summary>
    public static bool MayPass(Exception failure, CancellationToken cancellation) => !cancellation.IsCancellationRequested && failure switch
    {
        OmniReelException { RetryAfter: { } asked } when asked > Longest => false,
        ServerFailedException => true,
        LimitReachedException { WaitingHelps: true } => true,
        AccessDeniedException { Code: 1004 } => true, // the token ran out on its way; a new one is signed
        OmniReelException => false,
        HttpRequestException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>Whether a request that ended so may have reached the server. What failed before there was a connection did not.</summary>
    public static bool MayHaveArrived(Exception failure) => failure switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } => false,
        HttpRequestException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>
    /// 1, 2, 4, … times half a second, a quarter more or less, so that many clients of one server that went away do not all come back
    /// in the same moment; or what the server asked for and up to a quarter more, never less. Who asks for no time at all, or names a
    /// moment that is past, is waited for as one who asked for nothing.
    /// </summary>
    public static TimeSpan After(int attempt, TimeSpan? asked) => asked is { } wait && wait > TimeSpan.Zero
        ? wait * (1 + RandomNumberGenerator.GetInt32(251) / 1000.0)
        : TimeSpan.FromMilliseconds((500 << Math.Clamp(attempt - 1, 0, 5)) * (0.75 + RandomNumberGenerator.GetInt32(501) / 1000.0));
}

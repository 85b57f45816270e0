namespace OmniReel.Server.Inputs.Guard;

/// <summary>Handlers over <see cref="GuardedConnector"/>.</summary>
internal sealed class GuardedHandlers(GuardedConnector connector) : IGuardedHandlers
{
    /// <inheritdoc/>
    public SocketsHttpHandler Create() => new()
    {
        ConnectCallback = (context, cancellation) => connector.ConnectAsync(context.DnsEndPoint, cancellation),
        // A proxy would resolve and connect in our place.
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        MaxConnectionsPerServer = 4,
        MaxResponseHeadersLength = 32,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        MaxResponseDrainSize = 64 << 10,
        // Short, so that a name that moves is followed. A connection that is kept leads where it was vetted to lead.
        PooledConnectionLifetime = TimeSpan.FromSeconds(30),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        EnableMultipleHttp2Connections = false,
        ActivityHeadersPropagator = null,
    };
}

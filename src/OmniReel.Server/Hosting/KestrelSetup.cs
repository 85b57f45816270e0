using System.Net;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OmniReel.Server.Http;

namespace OmniReel.Server.Hosting;

/// <summary>Where Kestrel listens, and how much of anything one client may take.</summary>
internal static class KestrelSetup
{
    // Room for ten thousand clients that wait for their films.
    private const int MostConnections = 16_384;

    /// <summary>Applies limits and endpoints.</summary>
    public static void Apply(KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.RequestHeaderEncodingSelector = new HeaderDecoding().Of;

        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxRequestHeadersTotalSize = 32 << 10;
        limits.MaxRequestHeaderCount = 100;
        limits.MaxRequestLineSize = 8 << 10;
        // The body reader refuses at its own limit, in words; this one is the net below it.
        limits.MaxRequestBodySize = (100L << 20) + (1 << 20);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));

        var tls = options.Urls.Any(TlsSetup.IsHttps) ? TlsSetup.Listening(options) : null;
        foreach (var url in options.Urls) Listen(kestrel, new Uri(url), TlsSetup.IsHttps(url) ? tls : null);
        if (options.AdminSocket) ListenAdmin(kestrel, options.DataFolder);
    }

    private static void Listen(KestrelServerOptions kestrel, Uri url, Action<ListenOptions>? tls)
    {
        if (url.Host is "localhost" && url.Port == 0) kestrel.Listen(IPAddress.Loopback, 0, Set);
        else if (url.Host is "localhost") kestrel.ListenLocalhost(url.Port, Set);
        else if (IPAddress.TryParse(url.DnsSafeHost, out var address)) kestrel.Listen(address, url.Port, Set);
        else throw new ConfigurationException($"Server:Urls cannot be \"{url.GetLeftPart(UriPartial.Authority)}\": listen on an IP address (0.0.0.0 for all) or localhost.");

        void Set(ListenOptions listen)
        {
            Http1(listen);
            tls?.Invoke(listen);
        }
    }

    private static void ListenAdmin(KestrelServerOptions kestrel, string dataFolder)
    {
        var path = OmniReelServer.AdminSocketPath(dataFolder);
        if (Encoding.UTF8.GetByteCount(path) > OmniReelServer.LongestSocketPath)
            throw new ConfigurationException($"The data folder's path is too long for its admin socket ({path}; {OmniReelServer.LongestSocketPath} bytes at most). Choose a shorter one with --data.");

        kestrel.ListenUnixSocket(path, listen =>
        {
            Http1(listen);
            listen.Use(next => connection =>
            {
                connection.Features.Set(AdminConnection.Mark);
                return next(connection);
            });
        });
    }

    private static void Http1(ListenOptions listen) => listen.Protocols = HttpProtocols.Http1;
}

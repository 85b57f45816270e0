using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace OmniReel.Server.Hosting;

/// <summary>TLS on the addresses that ask for it. Nothing of it is touched where none does.</summary>
internal static class TlsSetup
{
    /// <summary>Whether an address is to be listened on with TLS.</summary>
    public static bool IsHttps(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses https without a certificate, and a certificate without https: either is a slip that would show only later.</summary>
    /// <exception cref="ConfigurationException">One line.</exception>
    public static void Check(ServerOptions options)
    {
        var first = options.Urls.FirstOrDefault(IsHttps);
        if (first is not null && options.Tls is null)
            throw new ConfigurationException($"Server:Urls has {first}, which needs a certificate: --tls {TlsChoice.SelfSigned}, or --tls FILE (PEM or PFX) and, where it is apart, --tls-key FILE.");
        if (options.Tls is { Certificate: null, Key: not null })
            throw new ConfigurationException("Tls:Key is the key of a certificate, and none is named; set Tls:Certificate (--tls FILE) too.");
        if (first is null && options.Tls is not null && options.Urls.Count > 0)
            throw new ConfigurationException("There is a certificate (Tls:Certificate), but no address with https; name one, as in --urls https://127.0.0.1:8443.");
    }

    /// <summary>How an https address listens.</summary>
    public static Action<ListenOptions> Listening(ServerOptions options)
    {
        var certificate = Certificate(options);
        return listen => listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate.Own, ServerCertificateChain = certificate.Chain });
    }

    private static ServerCertificate Certificate(ServerOptions options)
    {
        if (options.Tls is { Certificate: { } file } given) return ServerCertificate.Load(file, given.Key, given.Password);
        var addresses = options.PublicUrl is { } publicUrl ? options.Urls.Append(publicUrl) : options.Urls;
        return SelfSignedCertificate.For(options.DataFolder, SelfSignedCertificate.NamesOf(addresses), TimeProvider.System.GetUtcNow());
    }
}

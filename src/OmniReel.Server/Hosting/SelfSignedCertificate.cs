using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OmniReel.Server.Access;

namespace OmniReel.Server.Hosting;

/// <summary>
/// A certificate that the server signs itself, for clients that insist on https where nobody runs a proxy: kept in
/// <c>DATA/tls</c>, so that clients are told once to trust it, and made anew when it runs out or the server's names change.
/// </summary>
internal static class SelfSignedCertificate
{
    private static readonly TimeSpan s_life = TimeSpan.FromDays(397);
    private static readonly TimeSpan s_least = TimeSpan.FromDays(30);

    /// <summary>The certificate's file, which holds no secret.</summary>
    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "tls", "certificate.pem");

    /// <summary>The folder's certificate, if it is still good for these names; else a new one.</summary>
    public static ServerCertificate For(string dataFolder, IReadOnlyCollection<string> names, DateTimeOffset now)
    {
        var (file, key) = (PathIn(dataFolder), Path.Combine(dataFolder, "tls", "key.pem"));
        if (Kept(file, key) is { } kept && IsGood(kept.Own, names, now)) return kept;

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        using (var made = Make(pair, names, now))
        {
            SecretFile.Create(key, Encoding.ASCII.GetBytes(pair.ExportPkcs8PrivateKeyPem() + "\n"));
            File.WriteAllText(file, made.ExportCertificatePem() + "\n");
        }

        return ServerCertificate.Load(file, key, null);
    }

    /// <summary>Null without one, and for the halves of two that a crash between their writes left.</summary>
    private static ServerCertificate? Kept(string file, string key)
    {
        try
        {
            return File.Exists(file) && File.Exists(key) ? ServerCertificate.Load(file, key, null) : null;
        }
        catch (ConfigurationException)
        {
            return null;
        }
    }

    /// <summary>What clients may call the server by: this machine's names, and the hosts of these addresses.</summary>
    public static IReadOnlyList<string> NamesOf(IEnumerable<string> urls) =>
    [
        .. new[] { "localhost", "127.0.0.1", "::1", Dns.GetHostName() }.Concat(urls.Select(url => new Uri(url).DnsSafeHost))
            .Where(name => name is not ("0.0.0.0" or "::") && Uri.CheckHostName(name) != UriHostNameType.Unknown)
            .Select(name => name.ToLowerInvariant()).Distinct(),
    ];

    private static X509Certificate2 Make(ECDsa pair, IEnumerable<string> names, DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=OmniReel", pair, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address)) alternatives.AddIpAddress(address);
            else alternatives.AddDnsName(name);
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var subject = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(subject);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(subject));

        // A day back, for clients whose clocks are behind.
        return request.CreateSelfSigned(now.AddDays(-1), now + s_life);
    }

    private static bool IsGood(X509Certificate2 certificate, IReadOnlyCollection<string> names, DateTimeOffset now)
    {
        if (certificate.NotAfter.ToUniversalTime() < (now + s_least).UtcDateTime || certificate.NotBefore.ToUniversalTime() > now.UtcDateTime) return false;
        var known = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return known is not null && names.All(name => IPAddress.TryParse(name, out var address)
            ? known.EnumerateIPAddresses().Contains(address)
            : known.EnumerateDnsNames().Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}

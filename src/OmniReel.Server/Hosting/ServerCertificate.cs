using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OmniReel.Server.Hosting;

/// <summary>A certificate with its key, and what must be sent beside it for clients to find their way to a root they trust.</summary>
internal sealed record ServerCertificate(X509Certificate2 Own, X509Certificate2Collection Chain)
{
    /// <summary>Reads what the operator gave.</summary>
    /// <exception cref="ConfigurationException">It cannot be used; one line says why.</exception>
    public static ServerCertificate Load(string file, string? keyFile, string? password)
    {
        foreach (var needed in new[] { file, keyFile ?? file })
        {
            if (!File.Exists(needed)) throw new ConfigurationException($"The TLS file {needed} is not there; name a PEM or PFX file, or use --tls {TlsChoice.SelfSigned}.");
        }

        try
        {
            return IsPem(file) ? OfPem(file, keyFile ?? file, password) : OfPfx(file, password);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            var hint = password is null ? "If it is locked, its password goes into OMNIREEL_Tls__Password." : "Is OMNIREEL_Tls__Password its password?";
            throw new ConfigurationException($"The TLS certificate {file}{(keyFile is null ? "" : $" with the key {keyFile}")} cannot be used: {e.Message.TrimEnd('.')}. {hint}");
        }
    }

    private static bool IsPem(string file) => File.ReadAllText(file).Contains("-----BEGIN ", StringComparison.Ordinal);

    private static ServerCertificate OfPem(string file, string keyFile, string? password)
    {
        var own = password is null ? X509Certificate2.CreateFromPemFile(file, keyFile) : X509Certificate2.CreateFromEncryptedPemFile(file, password, keyFile);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        return new(Portable(own), chain);
    }

    private static ServerCertificate OfPfx(string file, string? password)
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password);
        var own = all.FirstOrDefault(one => one.HasPrivateKey) ?? throw new CryptographicException("it holds no private key");
        return new(own, all);
    }

    /// <summary>Windows' TLS cannot use a key that lives in this process alone.</summary>
    internal static X509Certificate2 Portable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows()) return certificate;
        using (certificate) return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}

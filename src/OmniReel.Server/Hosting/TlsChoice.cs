namespace OmniReel.Server.Hosting;

/// <summary>What the server shows to clients that connect with TLS.</summary>
/// <param name="Certificate">A file, absolute: PEM with the server's certificate first, or PFX. Null: one that the server makes for itself.</param>
/// <param name="Key">The PEM file of the private key, absolute; null where the certificate's file has it.</param>
/// <param name="Password">Opens the PFX or the key; null where neither is locked.</param>
public sealed record TlsChoice(string? Certificate, string? Key = null, string? Password = null)
{
    /// <summary>The word for a certificate that the server makes for itself.</summary>
    public const string SelfSigned = "self-signed";
}

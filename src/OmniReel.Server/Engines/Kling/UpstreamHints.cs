using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling;

/// <summary>
/// Addresses at which upstreams tell about a submit: <c>/upstream-callbacks/REFERENCE.HMAC-SHA-256</c>. Whoever knows one can have us ask
/// once more, and nothing else.
/// </summary>
public sealed class UpstreamHints(KlingHome home) : IUpstreamHints
{
    /// <summary>The path before the token.</summary>
    public const string Path = "/upstream-callbacks/";

    private const int LongestToken = 300;

    public event Action<string>? Hinted;

    public string? AddressFor(string reference) => home.PublicUrl is { } begin ? $"{begin}{Path}{Uri.EscapeDataString(reference)}.{Sign(reference)}" : null;

    /// <summary>Takes the end of an address that was called. False: it is none of ours.</summary>
    public bool Take(string token)
    {
        var dot = token.LastIndexOf('.');
        if (dot <= 0 || token.Length > LongestToken)
            return false;
        var reference = token[..dot];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(reference)), Encoding.UTF8.GetBytes(token[(dot + 1)..])))
            return false;
        Hinted?.Invoke(reference);
        return true;
    }

    private string Sign(string reference) => Base64Url.EncodeToString(HMACSHA256.HashData(home.Key, Encoding.UTF8.GetBytes("upstream-callback\n" + reference)));
}

using System.Security.Cryptography;
using System.Text;

namespace OmniReel.Server.Callbacks.Signing;

/// <summary>A secret of the Standard Webhooks scheme: <c>whsec_</c> and 24 to 64 bytes in Base64.</summary>
public sealed class SigningSecret
{
    private const string Prefix = "whsec_";
    private const int LeastBytes = 24;
    private const int MostBytes = 64;
    private const int MintedBytes = 32;

    private readonly byte[] _key;

    private SigningSecret(string text, byte[] key) => (Text, _key) = (text, key);

    /// <summary>As it is given to receivers.</summary>
    public string Text { get; }

    /// <summary>A new one from the system's generator.</summary>
    public static SigningSecret Mint()
    {
        var key = RandomNumberGenerator.GetBytes(MintedBytes);
        return new(Prefix + Convert.ToBase64String(key), key);
    }

    /// <summary>Reads a secret. Throws <see cref="FormatException"/> with what is wrong and what would be right; never with the secret.</summary>
    public static SigningSecret Parse(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) throw new FormatException($"it should begin with {Prefix}");
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[Prefix.Length..], key, out var length) || text.AsSpan().ContainsAny(' ', '\n', '\t'))
            throw new FormatException($"what follows {Prefix} should be Base64 with its padding");
        if (length is < LeastBytes or > MostBytes)
            throw new FormatException($"it holds {length} bytes; a secret has {LeastBytes} to {MostBytes} (one is made by: echo {Prefix}$(openssl rand -base64 32))");
        return new(text, key[..length]);
    }

    /// <summary>The signature of one message: <c>v1,</c> and the Base64 of HMAC-SHA-256 over <c>id.timestamp.body</c>.</summary>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }
}

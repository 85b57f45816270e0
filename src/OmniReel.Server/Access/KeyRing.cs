using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace OmniReel.Server.Access;

/// <summary>
/// The keys that open this server, as SHA-256 hashes: a fast hash is right for secrets of this size, a slow one would only let
/// strangers burn our processor. A check hashes once, allocates nothing, and takes the same time whichever byte differs.
/// </summary>
public sealed class KeyRing
{
    private const int MaxBytes = ApiKey.MaxLength * 4;

    private readonly byte[][] _hashes;

    private KeyRing(byte[][] hashes, string hint) => (_hashes, Hint) = (hashes, hint);

    /// <summary>How to recognise the key, for people: its first characters.</summary>
    public string Hint { get; }

    /// <summary>A ring without keys: nothing opens.</summary>
    public static KeyRing None { get; } = new([], "");

    /// <summary>A ring of one key.</summary>
    public static KeyRing Of(string key) => new([SHA256.HashData(Encoding.UTF8.GetBytes(key))], ApiKey.Hint(key));

    /// <summary>A ring of one key of which only the hash is known.</summary>
    internal static KeyRing OfHash(byte[] hash, string hint) => new([hash], hint);

    /// <summary>Looks at the values of the header <c>Authorization</c>: exactly one, <c>Bearer KEY</c>.</summary>
    public KeyCheck Check(in StringValues authorization)
    {
        var form = Bearer.Read(authorization, out var key);
        if (form != KeyVerdict.Known) return new(form, "");
        return Knows(key) ? new(KeyVerdict.Known, KeyCheck.DefaultTenant) : new(KeyVerdict.Wrong, "");
    }

    private bool Knows(ReadOnlySpan<char> key)
    {
        Span<byte> utf8 = stackalloc byte[MaxBytes];
        if (!Encoding.UTF8.TryGetBytes(key, utf8, out var length)) return false;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..length], hash);

        var known = false;
        foreach (var mine in _hashes) known |= CryptographicOperations.FixedTimeEquals(mine, hash);
        return known;
    }
}

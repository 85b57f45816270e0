using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace OmniReel.Server.Access;

/// <summary>
/// The shape of keys. A minted one is <c>omr_</c>, 8 characters to recognise it by, 43 of secret (256 bits) and 6 of checksum, so that
/// secret scanners and people can tell a typo from a stranger's key. A chosen one is any 16 to 200 printable characters.
/// </summary>
public static class ApiKey
{
    /// <summary>Shortest key that may be chosen, in Unicode scalar values.</summary>
    public const int MinLength = 16;

    /// <summary>Longest key that may be chosen, in Unicode scalar values.</summary>
    public const int MaxLength = 200;

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Prefix = "omr_";

    /// <summary>A new key from the system's random numbers.</summary>
    public static string Mint()
    {
        var open = Prefix + RandomNumberGenerator.GetString(Alphabet, 8) + "_" + RandomNumberGenerator.GetString(Alphabet, 43);
        return open + "_" + Checksum(open);
    }

    /// <summary>True for a key that <see cref="Mint"/> made; false for a chosen one, and for a minted one with a typo in it.</summary>
    public static bool IsMinted(string key)
    {
        const int open = 4 + 8 + 1 + 43;
        return key.Length == open + 7 && key.StartsWith(Prefix, StringComparison.Ordinal) && key[open] == '_'
            && key.AsSpan(open + 1).SequenceEqual(Checksum(key[..open]));
    }

    /// <summary>What may be shown of a key: enough to recognise it, not enough to guess it. Only a minted key has characters that are meant to be shown.</summary>
    public static string Hint(string key) => (IsMinted(key) ? key[..12] : key[..3]) + "…";

    /// <summary>Null when the key may be chosen; otherwise what is wrong with it, without showing it.</summary>
    public static string? Complaint(string key)
    {
        var count = 0;
        foreach (var rune in key.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.IsControl(rune)) return $"character {count + 1} is not printable";
            count++;
        }

        if (count is < MinLength or > MaxLength) return $"it has {count} characters; {MinLength} to {MaxLength} are allowed";
        return char.IsWhiteSpace(key[0]) || char.IsWhiteSpace(key[^1]) ? "it begins or ends with a blank, which HTTP would drop" : null;
    }

    private static string Checksum(string text)
    {
        var crc = ~0u;
        foreach (var c in text) crc = BitOperations.Crc32C(crc, (byte)c);
        crc = ~crc;
        return string.Create(6, crc, static (span, value) =>
        {
            for (var i = span.Length - 1; i >= 0; i--, value /= 62) span[i] = Alphabet[(int)(value % 62)];
        });
    }
}

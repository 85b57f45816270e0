using System.Buffers;
using System.Globalization;
using System.Net;

namespace OmniReel.Server.Inputs.Guard;

/// <summary>What a host in a URL is called, in ASCII, and which names belong to local networks.</summary>
internal static class HostNames
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    private static readonly string[] s_local =
        ["localhost", "local", "localdomain", "internal", "intranet", "lan", "home.arpa", "arpa", "onion", "svc", "cluster.local"];

    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789abcdef");

    private static readonly IdnMapping s_idn = new();

    /// <summary>
    /// The name in ASCII, lower case, without the dot at its end; null for what cannot be the name of a host. What looks like a number
    /// is none: programs disagree on which address it would be.
    /// </summary>
    public static string? Ascii(string host)
    {
        var name = host.EndsWith('.') ? host[..^1] : host;
        if (!name.All(IsOfName)) return null;
        try
        {
            var ascii = name.All(char.IsAscii) ? name.ToLowerInvariant() : s_idn.GetAscii(name.ToLowerInvariant());
            return IsName(ascii) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the name means something in a local network only: one word, or a domain that the internet does not have.</summary>
    public static bool IsLocal(string name)
    {
        var bare = name.TrimEnd('.');
        if (IPAddress.TryParse(bare, out _)) return false;
        return !bare.Contains('.') || s_local.Any(suffix => bare.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && bare[^(suffix.Length + 1)] == '.');
    }

    private static bool IsName(string ascii)
    {
        if (ascii.Length is 0 or > LongestName) return false;
        var labels = ascii.Split('.');
        return labels.All(label => label.Length is > 0 and <= LongestLabel) && !IsNumber(labels[^1]);
    }

    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit) || (label.StartsWith("0x", StringComparison.Ordinal) && !label.AsSpan(2).ContainsAnyExcept(s_hexadecimal));

    // Letters and digits of any script, as domain names have them. Not the look-alikes that other programs fold into ASCII: digits in
    // circles, full-width letters, letters of formulas (those lie beyond the first plane), dots that are no dots, soft hyphens.
    private static bool IsOfName(char c)
    {
        if (char.IsAscii(c)) return char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
        if (c is >= '\uf900' or (>= '\u2000' and <= '\u2bff')) return false;
        return CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
    }
}

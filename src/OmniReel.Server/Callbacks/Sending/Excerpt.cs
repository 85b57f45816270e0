using System.Text;
using System.Text.RegularExpressions;

namespace OmniReel.Server.Callbacks.Sending;

/// <summary>The beginning of a receiver's answer, fit to be kept and shown: one line, and what looks like a secret masked.</summary>
internal static partial class Excerpt
{
    /// <summary>Bytes that are kept at most.</summary>
    public const int Limit = 1024;

    private const string Mask = "***";

    /// <summary>The excerpt of the first bytes of an answer.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.Length > Limit ? bytes[..Limit] : bytes);
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var visible = Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format ? new Rune(' ') : rune;
            line.Append(visible);
        }

        var masked = Scheme().Replace(line.ToString(), "$1 " + Mask);
        masked = Named().Replace(masked, "$1" + Mask);
        return Long().Replace(masked, Mask).Trim();
    }

    [GeneratedRegex(@"\b(bearer|basic)\s+[^\s""',;<>]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"((?:password|passwd|secret|token|api[_-]?key|authorization|cookie|session|sig|signature)[""']?\s*[:=]\s*[""']?)[^\s""',;&<>]+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Named();

    // Nobody writes words of that length: keys, digests, Base64.
    [GeneratedRegex(@"[A-Za-z0-9+/_=-]{32,}", RegexOptions.NonBacktracking)]
    private static partial Regex Long();
}

using System.Text;

namespace OmniReel.Server.Lab;

/// <summary>Texts that are divided by a separator, in which a part in double quotes may have one; a backslash there takes the next letter as it is.</summary>
internal static class QuotedParts
{
    /// <summary>The trimmed parts between separators that do not stand in quotes.</summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (quoted && text[at] == '\\') at++;
            else if (text[at] == '"') quoted = !quoted;
            else if (!quoted && text[at] == separator)
            {
                parts.Add(text[start..at].Trim());
                start = at + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    /// <summary>A value without the quotes that it stands in.</summary>
    public static string Plain(string value)
    {
        if (value.Length < 2 || value[0] != '"' || value[^1] != '"') return value;
        var plain = new StringBuilder(value.Length);
        for (var at = 1; at < value.Length - 1; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length - 1) at++;
            plain.Append(value[at]);
        }

        return plain.ToString();
    }
}

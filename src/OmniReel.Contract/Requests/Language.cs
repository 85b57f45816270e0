namespace OmniReel.Contract.Requests;

/// <summary>The language of the messages a caller reads.</summary>
public enum Language
{
    /// <summary>English, the default.</summary>
    English,

    /// <summary>Chinese.</summary>
    Chinese,
}

/// <summary>Reads and writes a <see cref="Language"/>.</summary>
public static class LanguageTags
{
    /// <summary><c>en</c> or <c>zh</c>, as stored with a task.</summary>
    public static string Tag(this Language language) => language == Language.Chinese ? "zh" : "en";

    /// <summary>The language of a stored tag; anything but <c>zh</c> is English.</summary>
    public static Language FromTag(string? tag) => tag == "zh" ? Language.Chinese : Language.English;

    /// <summary>
    /// The better liked of the two languages in an <c>Accept-Language</c> value such as <c>zh-CN,zh;q=0.9,en;q=0.8</c>.
    /// English when the header is absent, names neither, or cannot be read.
    /// </summary>
    public static Language FromHeader(string? acceptLanguage)
    {
        if (string.IsNullOrWhiteSpace(acceptLanguage))
            return Language.English;
        double english = -1, chinese = -1;
        foreach (var part in acceptLanguage.AsSpan().Split(','))
        {
            var item = acceptLanguage.AsSpan(part).Trim();
            var weight = 1.0;
            var semicolon = item.IndexOf(';');
            if (semicolon >= 0)
            {
                var parameter = item[(semicolon + 1)..].Trim();
                if (!parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase) || !double.TryParse(parameter[2..], out weight))
                    continue;
                item = item[..semicolon].TrimEnd();
            }

            if (Names(item, "en"))
                english = Math.Max(english, weight);
            else if (Names(item, "zh"))
                chinese = Math.Max(chinese, weight);
        }

        return chinese > 0 && chinese > english ? Language.Chinese : Language.English;
    }

    private static bool Names(ReadOnlySpan<char> item, string language) =>
        item.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (item.Length == 2 || item[2] == '-');
}

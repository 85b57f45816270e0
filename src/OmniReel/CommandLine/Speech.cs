namespace OmniReel.CommandLine;

/// <summary>Picks the English or the Chinese of a sentence; both stand side by side where they are written.</summary>
internal sealed class Speech(bool chinese)
{
    public bool IsChinese => chinese;

    /// <summary>"en" or "zh", as in <c>Accept-Language</c>.</summary>
    public string Tag => chinese ? "zh" : "en";

    public string this[string inEnglish, string inChinese] => chinese ? inChinese : inEnglish;

    /// <summary>As POSIX orders them: <c>LC_ALL</c>, then <c>LC_MESSAGES</c>, then <c>LANG</c>.</summary>
    public static Speech FromEnvironment(Func<string, string?> variable)
    {
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
            if (variable(name) is { Length: > 0 } locale)
                return new Speech(locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase));
        return new Speech(false);
    }
}

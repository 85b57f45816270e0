using OmniReel.Console.Browser;

namespace OmniReel.Console.Words;

/// <summary>Picks the English or the Chinese of a sentence; both stand side by side where they are written. The choice is remembered; before there is one, the browser's own languages decide.</summary>
public sealed class Speech(BrowserPage page)
{
    private const string Kept = "language";

    /// <summary>Raised when the other language is chosen.</summary>
    public event Action? Changed;

    /// <summary>Chinese is spoken.</summary>
    public bool IsChinese { get; private set; }

    /// <summary>As in <c>lang</c> and <c>Accept-Language</c>: <c>en</c> or <c>zh-CN</c>.</summary>
    public string Tag => IsChinese ? "zh-CN" : "en";

    /// <summary>The sentence in the language that is spoken.</summary>
    public string this[string inEnglish, string inChinese] => IsChinese ? inChinese : inEnglish;

    /// <summary>Finds out which language to begin with.</summary>
    public async Task BeginAsync()
    {
        var chosen = await page.ReadAsync(Kept) ?? await page.LanguagesAsync();
        IsChinese = chosen.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Speaks the other language from now on.</summary>
    public async Task SwitchAsync()
    {
        IsChinese = !IsChinese;
        await page.KeepAsync(Kept, Tag);
        Changed?.Invoke();
    }
}

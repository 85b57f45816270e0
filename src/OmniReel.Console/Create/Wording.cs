using OmniReel.Contract.Requests;

namespace OmniReel.Console.Create;

/// <summary>One text in both languages of the page.</summary>
public readonly record struct Wording(string English, string Chinese)
{
    /// <summary>The text in one of them.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}

using System.Text.RegularExpressions;

namespace OmniReel.Media.Script;

/// <summary>Nouns for what a picture shows, next to its name.</summary>
internal static partial class PictureNouns
{
    /// <summary>What follows a name in Chinese: 里的, then a noun.</summary>
    /// <returns>Where nouns begin, and where one of pictures' own nouns ends; 0 where another has to be found.</returns>
    public static (int NounsFrom, int NounEnd)? After(string folded, int at)
    {
        var found = Chinese().Match(folded, at);
        return found.Success ? (found.Groups["of"].Index + 1, found.Groups["noun"].Success ? found.Index + found.Length : 0) : null;
    }

    /// <summary>What comes before a name in English: "the character in".</summary>
    /// <returns>Where the noun ends, and whether it is one of pictures' own; else it has to be somebody or something.</returns>
    public static (int End, bool IsOne)? Before(string folded, int at)
    {
        var found = English().Match(folded[..at]);
        if (!found.Success)
            return null;
        var noun = found.Groups["noun"];
        return (noun.Index + noun.Length, Own().IsMatch(noun.Value));
    }

    [GeneratedRegex(@"\G\s*(?:中|里|里面|上|图中|图里)?(?<of>的)\s*(?<noun>人物|角色|主体|物体|产品|商品|东西|形象|动物|模特|主角|吉祥物|标志|人)?")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\b(?:the|a|an|this|that)\s+(?:[a-z'-]+\s+){0,3}?(?<noun>[a-z'-]+)\s+(?:shown\s+|seen\s+|pictured\s+|depicted\s+)?(?:in|from|of|on)\s+(?:the\s+)?(?:reference\s+)?(?:image\s+|picture\s+|photo\s+|element\s+)?$")]
    private static partial Regex English();

    [GeneratedRegex("^(?:character|subject|figure|product|object|mascot|logo|item|animal|creature|model|hero|protagonist|toy|person)s?$")]
    private static partial Regex Own();
}

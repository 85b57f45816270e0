namespace OmniReel.Media.Script;

/// <summary>The dictionary forms that an English word may be an inflection of, likeliest first. Irregular forms stand in the vocabulary itself.</summary>
internal static class EnglishStems
{
    /// <summary>The word itself, then what is left when a possessive, -s, -ed or -ing is taken off.</summary>
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        if (word.EndsWith("'s", StringComparison.Ordinal))
        {
            yield return word[..^2];
            yield break;
        }

        if (word.Length < 4)
            yield break;
        if (word.EndsWith("ies", StringComparison.Ordinal))
            yield return word[..^3] + "y";
        if (word.EndsWith("es", StringComparison.Ordinal))
            yield return word[..^2];
        if (word[^1] == 's' && word[^2] != 's')
            yield return word[..^1];
        if (word.EndsWith("ied", StringComparison.Ordinal))
            yield return word[..^3] + "y";
        var ending = word.EndsWith("ing", StringComparison.Ordinal) ? 3 : word.EndsWith("ed", StringComparison.Ordinal) ? 2 : 0;
        if (ending == 0 || word.Length - ending < 2)
            yield break;
        var stem = word[..^ending];
        yield return stem;
        yield return stem + "e";
        if (stem.Length > 2 && stem[^1] == stem[^2])
            yield return stem[..^1];
    }
}

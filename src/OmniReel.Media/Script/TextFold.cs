namespace OmniReel.Media.Script;

/// <summary>Folds a prompt to the spelling of the vocabulary, one character for one, so that places in the folded text are places in the prompt.</summary>
internal sealed class TextFold
{
    private readonly Dictionary<char, char> _simplified;

    /// <param name="pairs">Lines of pairs, traditional first; '#' begins a comment line.</param>
    public TextFold(string pairs)
    {
        _simplified = [];
        foreach (var line in pairs.Split('\n'))
        {
            if (line.StartsWith('#'))
                continue;
            foreach (var pair in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                _simplified[pair[0]] = pair[1];
        }
    }

    /// <summary>Lower case, half width, simplified; of the same length as <paramref name="text"/>.</summary>
    public string Fold(string text) => string.Create(text.Length, (text, this), static (folded, state) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = state.Item2.Fold(state.text[i]);
    });

    private char Fold(char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E')
            c = (char)(c - '\uFF01' + '!');
        if (c < 0x80)
            return char.ToLowerInvariant(c);
        return c switch
        {
            '\u3000' or '\u00A0' => ' ',
            '\u2018' or '\u2019' or '\u02BC' => '\'',
            'à' or 'á' or 'â' or 'ä' or 'À' or 'Á' or 'Â' or 'Ä' => 'a',
            'è' or 'é' or 'ê' or 'ë' or 'È' or 'É' or 'Ê' or 'Ë' => 'e',
            'ï' or 'í' or 'î' or 'Ï' or 'Í' => 'i',
            'ö' or 'ó' or 'ô' or 'Ö' or 'Ó' => 'o',
            'ü' or 'ú' or 'û' or 'Ü' or 'Ú' => 'u',
            'ñ' or 'Ñ' => 'n',
            _ => _simplified.TryGetValue(c, out var simplified) ? simplified : char.ToLowerInvariant(c),
        };
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using OmniReel.Media.Plans;
using OmniReel.Media.Script;

namespace OmniReel.Media.Editing.Reading;

/// <summary>Cuts an edit prompt into words in one pass, taking the longest form of the vocabulary at every place.</summary>
internal sealed partial class EditWordReader
{
    /// <summary>Quotation marks that open, and what closes each.</summary>
    private const string Opening = "“「『《\"'", Closing = "”」』》\"'";

    private readonly EditVocabulary _vocabulary;
    private readonly string _prompt;
    private readonly string _text;
    private readonly List<EditWord> _words = [];

    private EditWordReader(EditVocabulary vocabulary, string prompt) => (_vocabulary, _prompt, _text) = (vocabulary, prompt, vocabulary.Fold(prompt));

    public static List<EditWord> Read(EditVocabulary vocabulary, string prompt)
    {
        var reader = new EditWordReader(vocabulary, prompt);
        for (var at = 0; at < prompt.Length;)
            at = reader.ReadAt(at);
        return reader._words;
    }

    [GeneratedRegex(@"\G<<<(image|element|video)_(\d{1,4})>>>", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    private int ReadAt(int at)
    {
        var c = _text[at];
        if (c == '<' && Name().Match(_text, at) is { Success: true } name)
            return AddName(name);
        if (Quote(at) is var end and > 0)
            return Add(new EditWord(at, end - at) { Quoted = _prompt[(at + 1)..(end - 1)].Trim() });
        if (PauseAt(at) is var pause and not Pause.None)
            return Add(new EditWord(at, 1) { Pause = pause });
        var (form, length) = _vocabulary.FindCharacters(_text, at);
        if (length > 0)
            return Add(new EditWord(at, length) { Form = form });
        if (IsLatin(c))
            return ReadLatin(at);
        if (char.IsSurrogatePair(_text, at))
            return Add(new EditWord(at, 2));
        return char.IsLetter(c) ? Add(new EditWord(at, 1)) : at + 1;
    }

    /// <summary>The film itself is no word: it is what all is about.</summary>
    private int AddName(Match name)
    {
        if (name.Groups[1].ValueSpan is not "video")
        {
            var source = name.Groups[1].ValueSpan is "image" ? InsertSource.Image : InsertSource.Element;
            Add(new EditWord(name.Index, name.Length) { Named = (source, int.Parse(name.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)) });
        }

        return name.Index + name.Length;
    }

    private int ReadLatin(int start)
    {
        var (words, places) = (new List<string>(), new List<int>());
        var at = start;
        while (at < _text.Length)
        {
            if (IsLatin(_text[at]))
            {
                var end = at;
                while (end < _text.Length && (IsLatin(_text[end]) || (_text[end] == '\'' && end + 1 < _text.Length && IsLatin(_text[end + 1]))))
                    end++;
                places.Add(at);
                words.Add(_text[at..end]);
                at = end;
            }
            else if (_text[at] is ' ' or '-' or '_')
            {
                at++;
            }
            else
            {
                break;
            }
        }

        for (var i = 0; i < words.Count;)
        {
            var (form, count) = _vocabulary.FindWords(words, i);
            var last = i + Math.Max(1, count) - 1;
            Add(new EditWord(places[i], places[last] + words[last].Length - places[i]) { Form = form });
            i = last + 1;
        }

        return at;
    }

    private int Add(EditWord word)
    {
        _words.Add(word);
        return word.End;
    }

    /// <summary>The end of a quotation that begins here; 0 for none. An apostrophe opens one only before a word, and closes it only after one.</summary>
    private int Quote(int at)
    {
        var kind = Opening.IndexOf(_text[at], StringComparison.Ordinal);
        if (kind < 0)
            return 0;
        var isApostrophe = _text[at] == '\'';
        if (isApostrophe && at > 0 && IsLatin(_text[at - 1]))
            return 0;
        for (var end = at + 1; end < _text.Length && _text[end] != '\n'; end++)
        {
            if (_text[end] == Closing[kind] && !(isApostrophe && end + 1 < _text.Length && IsLatin(_text[end + 1])))
                return end + 1;
        }

        return 0;
    }

    private Pause PauseAt(int at) => _text[at] switch
    {
        '.' => at > 0 && at + 1 < _text.Length && char.IsAsciiDigit(_text[at - 1]) && char.IsAsciiDigit(_text[at + 1]) ? Pause.None : Pause.Sentence,
        '。' or '!' or '?' or ';' or '\n' or '\r' or '…' => Pause.Sentence,
        ',' or ':' or '(' or ')' or '[' or ']' or '/' or '|' or '—' or '–' or '【' or '】' => Pause.Clause,
        '、' => Pause.List,
        _ => Pause.None,
    };

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || (c is >= '\u00C0' and < '\u0250' && char.IsLetter(c));

    /// <summary>A Chinese character that nothing explains joins those beside it.</summary>
    public static bool IsHan(char c) => WordReader.IsHan(c);
}

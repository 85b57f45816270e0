using System.Globalization;

namespace OmniReel.Media.Script;

/// <summary>Cuts a prompt into words in one pass, taking the longest form of the vocabulary at every place.</summary>
internal sealed class WordReader
{
    private static readonly Form Period = new([new Meaning(Slot.Period, 0, false, false)], false);
    private static readonly Form Comma = new([new Meaning(Slot.Comma, 0, false, false)], false);
    private static readonly Form Enumeration = new([new Meaning(Slot.Enumeration, 0, false, false)], false);

    private readonly Vocabulary _vocabulary;
    private readonly string _text;
    private readonly List<Word> _words = [];

    private WordReader(Vocabulary vocabulary, string text) => (_vocabulary, _text) = (vocabulary, text);

    /// <param name="folded">The prompt as <see cref="Vocabulary.Fold"/> spells it.</param>
    public static List<Word> Read(Vocabulary vocabulary, string folded)
    {
        var reader = new WordReader(vocabulary, folded);
        for (var at = 0; at < folded.Length;)
            at = reader.ReadAt(at);
        return reader._words;
    }

    private int ReadAt(int at)
    {
        var c = _text[at];
        if (c == '<' && PrintNames.At(_text, at) is { } name)
            return Add(at, name.Length, name.Form);
        if (Punctuation(at) is { } mark)
            return Add(at, 1, mark);
        var (form, length) = _vocabulary.FindCharacters(_text, at);
        if (length > 0)
            return Add(at, length, form);
        if (IsLatin(c))
            return ReadLatin(at);
        if (IsHan(c))
            return Add(at, 1, null);
        if (char.IsLetter(c))
            return Add(at, RunOf(at, static x => char.IsLetter(x) && !IsHan(x) && !IsLatin(x)), null);
        if (char.IsSurrogatePair(_text, at))
            return IsModifier(at) ? at + 2 : Add(at, 2, null);
        return char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol ? Add(at, 1, null) : at + 1;
    }

    private int ReadLatin(int start)
    {
        var (words, places) = (new List<string>(), new List<int>());
        var at = start;
        while (at < _text.Length)
        {
            var length = RunOf(at, static x => IsLatin(x) || x == '\'');
            if (IsLatin(_text[at]))
            {
                places.Add(at);
                words.Add(_text.Substring(at, length).TrimEnd('\''));
                at += length;
            }
            else if (_text[at++] is not (' ' or '-' or '_' or '\''))
            {
                at--;
                break;
            }
        }

        for (var i = 0; i < words.Count;)
        {
            var (form, count) = _vocabulary.FindWords(words, i);
            var last = i + Math.Max(1, count) - 1;
            AddWord(places[i], places[last] + words[last].Length - places[i], form, words[i], count > 1);
            i = last + 1;
        }

        return at;
    }

    private void AddWord(int start, int length, Form? form, string word, bool several)
    {
        if (form is null && char.IsAsciiDigit(word[0]))
            _words.Add(new Word(start, length, null, int.TryParse(word, out var number) ? number : 0));
        else
            _words.Add(new Word(start, length, form, Prepositional: several && _vocabulary.FindWords([word], 0).Form is { } first && first.Has(Slot.At)));
    }

    private int Add(int start, int length, Form? form)
    {
        _words.Add(new Word(start, length, form));
        return start + length;
    }

    private int RunOf(int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < _text.Length && belongs(_text[end]))
            end++;
        return end - start;
    }

    private Form? Punctuation(int at) => _text[at] switch
    {
        '.' => at > 0 && at + 1 < _text.Length && char.IsAsciiDigit(_text[at - 1]) && char.IsAsciiDigit(_text[at + 1]) ? null : Period,
        '。' or '!' or '?' or ';' or '\n' or '\r' or '…' => Period,
        '/' when IsAperture(at) => null,
        ',' or ':' or '(' or ')' or '[' or ']' or '/' or '|' or '—' or '–' or '【' or '】' => Comma,
        '、' => Enumeration,
        _ => null,
    };

    /// <summary>"f/1.8" of a lens.</summary>
    private bool IsAperture(int at) => at > 0 && at + 1 < _text.Length && _text[at - 1] == 'f' && char.IsAsciiDigit(_text[at + 1]);

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || (c is >= '\u00C0' and < '\u0250' && char.IsLetter(c));

    /// <summary>Chinese characters; those outside the basic plane come as surrogate pairs and are never in the vocabulary.</summary>
    public static bool IsHan(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>A skin tone, which says nothing by itself.</summary>
    private bool IsModifier(int at) => _text[at] == '\uD83C' && _text[at + 1] is >= '\uDFFB' and <= '\uDFFF';
}

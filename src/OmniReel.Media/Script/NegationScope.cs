namespace OmniReel.Media.Script;

/// <summary>Which words of a prompt are negated.</summary>
/// <remarks>
/// A negation reaches forward to the end of its clause, to a word that turns ("but", 而是) or opens a clause ("while", 有), and, once it has
/// met something to negate, to a preposition ("no people on the beach" has a beach, "no people at night" a night) and, in English, to the
/// verb of somebody else ("a person with no hat dancing"). Lists go on: "no rain, snow or wind", 没有人、车和雨. Two negations before one
/// thing cancel.
/// </remarks>
internal sealed class NegationScope
{
    private static readonly ulong Content = Form.Mask(
        Slot.Place, Slot.Time, Slot.Weather, Slot.Season, Slot.Aloft, Slot.Size, Slot.Person, Slot.Thing, Slot.Action, Slot.Garment, Slot.Trim,
        Slot.Accessory, Slot.Camera, Slot.Direction, Slot.Sound, Slot.Music);

    private static readonly ulong Worn = Form.Mask(Slot.Garment, Slot.Trim, Slot.Accessory);

    private static readonly ulong Scenery = Form.Mask(Slot.Place, Slot.Time, Slot.Weather, Slot.Season, Slot.Aloft, Slot.Thing, Slot.Sound, Slot.Music);

    private readonly string _text;
    private readonly IReadOnlyList<Word> _words;
    private readonly bool[] _negated;
    private bool _open;
    private bool _negates;
    private bool _met;
    private bool _metWorn;
    private bool _metNoun;
    private bool _metActor;
    private bool _without;
    private bool _lacks;
    private bool _absence;
    private int _exceptFrom = -1;

    private NegationScope(string text, IReadOnlyList<Word> words) => (_text, _words, _negated) = (text, words, new bool[words.Count]);

    /// <summary>For each word whether it is negated.</summary>
    /// <param name="text">The folded prompt that the words were cut from.</param>
    public static bool[] Of(string text, IReadOnlyList<Word> words)
    {
        var scope = new NegationScope(text, words);
        for (var i = 0; i < words.Count; i++)
            scope.Take(i);
        return scope._negated;
    }

    private void Take(int i)
    {
        var word = _words[i];
        if (word.Form?.In(Slot.Not) is { } not)
        {
            Negate(i, (NotWord)not.Value);
            return;
        }

        if (word.EndsSentence)
            (_exceptFrom, _absence) = (-1, false);
        _absence |= word.Form is { SaysAbsence: true };
        if (_open && Ends(i))
            _open = false;
        if (!_open)
            return;
        _negated[i] = _negates;
        Meet(word);
    }

    private void Meet(Word word)
    {
        _met |= IsContent(word);
        _metWorn |= word.Form is { } worn && worn.HasAny(Worn);
        _metNoun |= word.Unknown || (word.Form is { } form && form.HasAny(Scenery));
        _metActor |= word.Is(Slot.Person) || (word.Is(Slot.Thing) && !_without);
    }

    private void Negate(int i, NotWord not)
    {
        if (_open && !_met)
        {
            _negates = !_negates;
            return;
        }

        if (not == NotWord.Except)
        {
            // "Nobody except a girl": what is excepted from a negation is there.
            var affirms = (_open && _negates) || _absence;
            (_open, _negates, _met) = (true, !affirms, false);
            _exceptFrom = affirms ? -1 : i;
            return;
        }

        if (_exceptFrom >= 0)
        {
            // 除了女孩没有人: the negation comes after what is excepted from it.
            Array.Clear(_negated, _exceptFrom, i - _exceptFrom);
            _exceptFrom = -1;
        }

        (_open, _negates, _met, _lacks) = (true, true, false, not == NotWord.Lack);
        (_metWorn, _metNoun, _metActor, _without) = (false, false, false, not == NotWord.Without);
    }

    private bool Ends(int i)
    {
        var word = _words[i];
        if (word.EndsSentence || word.Is(Slot.But))
            return true;
        if (word.Is(Slot.Comma))
            return !ListGoesOn(i);
        if (word.Is(Slot.Clause) || word.Is(Slot.With) || word.Is(Slot.At) || word.Prepositional)
            return _met;
        if (word.Is(Slot.Action) && !word.Is(Slot.Person))
            return IsVerbOfAnother(i);
        if (word.Is(Slot.Of))
            return _met && _lacks;
        return word.Is(Slot.Join) && _met && BeginsAnew(i + 1);
    }

    /// <summary>
    /// "With no hat dancing": the hat does not dance, so somebody who is there does. "No fear walks" ends in a verb of its own, while
    /// "no street dancing" and "no people walking" go on.
    /// </summary>
    private bool IsVerbOfAnother(int i)
    {
        var (word, before) = (_words[i], _words[i - 1]);
        if (_metActor || !char.IsAscii(_text[word.Start]) || before.Is(Slot.Or) || before.Is(Slot.Join) || before.Is(Slot.Comma))
            return false;
        var isFinite = _text[word.End - 1] == 's' && _text[word.End - 2] != 's';
        return _metWorn || (_metNoun && (_without || isFinite));
    }

    /// <summary>"…and a woman", "…and she", "…and wearing": not a further item of what is negated.</summary>
    private bool BeginsAnew(int i) => i >= _words.Count
        || _words[i].Number >= 0 || _words[i].Is(Slot.Determiner) || _words[i].Is(Slot.Pronoun) || _words[i].Is(Slot.Count)
        || _words[i].Is(Slot.Wear) || _words[i].Is(Slot.With) || _words[i].Is(Slot.At) || _words[i].Is(Slot.Clause);

    /// <summary>After a comma, short items up to an "or" of the same sentence go on with the list.</summary>
    private bool ListGoesOn(int comma)
    {
        if (!_met)
            return false;
        var length = 0;
        for (var i = comma + 1; i < _words.Count && i < comma + 20 && length <= 2; i++)
        {
            var word = _words[i];
            if (word.Is(Slot.Or))
                return true;
            if (word.EndsSentence || word.Is(Slot.Not) || word.Is(Slot.At) || word.Is(Slot.With) || word.Is(Slot.But) || word.Is(Slot.Join))
                return false;
            length = word.Is(Slot.Comma) ? 0 : length + 1;
        }

        return false;
    }

    private static bool IsContent(Word word) => word.Unknown || (word.Form is { } form && form.HasAny(Content));
}

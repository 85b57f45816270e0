using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Reading;

/// <summary>
/// Makes edits of words, clause by clause. A negation reaches to the end of its clause and through the list that it begins; what is said
/// of strength, place and size belongs to the edit beside it.
/// </summary>
internal sealed class EditSentences(string prompt)
{
    private readonly List<Edit> _edits = [];
    private readonly List<string> _lost = [];
    private EditClause _clause = new();
    private EditRole _denial;
    private int _unknownFrom = -1, _unknownTo, _readTo;

    public IReadOnlyList<Edit> Edits => _edits;

    public IReadOnlyList<string> NotUnderstood => _lost;

    public void Take(IReadOnlyList<EditWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Start < _readTo)
                continue;
            TakeUnknown(words[i]);
            Take(words, i);
        }

        EndUnknown();
        EndClause();
    }

    private void Take(IReadOnlyList<EditWord> words, int i)
    {
        var word = words[i];
        if (word.Pause != Pause.None || word.Is(EditRole.And))
            Pass(words, i);
        else if (word.Is(EditRole.Not) || word.Is(EditRole.Remove) || word.Is(EditRole.Keep))
            _denial = word.Form!.Role;
        else if (word.Is(EditRole.But))
            _denial = EditRole.None;
        else if (word.Is(EditRole.Cannot) || (word.Form is { Edits.Count: > 0 } && _denial == EditRole.Remove))
            _lost.Add(prompt.Substring(word.Start, word.Length));
        else if (_denial == EditRole.None || word.Form is { Edits.Count: 0 })
            _clause.Take(word);
    }

    /// <summary>A pause ends the clause; a title after a colon is the rest of its line, and a negation goes on through a list.</summary>
    private void Pass(IReadOnlyList<EditWord> words, int i)
    {
        if (prompt[words[i].Start] is ':' or '：' && _clause.WantsWords)
        {
            if (i + 1 < words.Count && words[i + 1].Quoted is null)
                TakeLine(words[i].End);
            return;
        }

        EndClause();
        if (_denial != EditRole.None && !ListGoesOn(words, i))
            _denial = EditRole.None;
    }

    private void TakeLine(int start)
    {
        var end = prompt.AsSpan(start).IndexOfAny("\n\r。；");
        _readTo = end < 0 ? prompt.Length : start + end;
        _clause.TakeQuotation(prompt[start.._readTo].Trim());
    }

    /// <summary>"No rain, snow or fog", 不要雨、雪: the next word is a further item, and no verb of its own comes before the list's end.</summary>
    private static bool ListGoesOn(IReadOnlyList<EditWord> words, int pause)
    {
        if (words[pause].Pause == Pause.Sentence)
            return false;
        var next = pause + 1;
        while (next < words.Count && (words[next].Is(EditRole.Or) || words[next].Is(EditRole.And)))
            next++;
        if (next >= words.Count || words[next].Form is not { Edits.Count: > 0 })
            return false;
        if (words[pause].Pause == Pause.List || words[pause].Is(EditRole.And))
            return true;
        return words.Skip(pause + 1).TakeWhile(word => word.Pause != Pause.Sentence).Any(word => word.Is(EditRole.Or));
    }

    private void EndClause()
    {
        _clause.CloseInto(_edits);
        _lost.AddRange(_clause.Lost);
        _clause = new EditClause(_clause);
    }

    private void TakeUnknown(EditWord word)
    {
        if (!word.IsUnknown || _denial is EditRole.Not or EditRole.Keep)
        {
            EndUnknown();
            return;
        }

        var isHan = word.Length == 1 && EditWordReader.IsHan(prompt[word.Start]);
        if (_unknownFrom >= 0 && (word.Start != _unknownTo || !isHan))
            EndUnknown();
        if (_unknownFrom < 0)
            _unknownFrom = word.Start;
        _unknownTo = word.End;
        if (!isHan)
            EndUnknown();
    }

    private void EndUnknown()
    {
        if (_unknownFrom >= 0)
            _lost.Add(prompt[_unknownFrom.._unknownTo]);
        _unknownFrom = -1;
    }
}

using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>
/// The words around the name of a picture that say what of it is meant: "the girl in image 1" is image 1 itself, and a picture may be
/// the background. With them a name is one word.
/// </summary>
/// <param name="text">The folded prompt that the words were cut from.</param>
internal sealed class PrintPhrases(string text, List<Word> words)
{
    /// <summary>Characters before a name that a phrase may begin at.</summary>
    private const int Reach = 60;

    private static readonly Form Nothing = new([new Meaning(Slot.Stop, 0, false, false)], false);

    /// <summary>The picture behind all; null where none is.</summary>
    public string? Backdrop { get; private set; }

    /// <summary>The words of the prompt, those of a phrase joined to the name in it.</summary>
    public List<Word> Joined()
    {
        if (!words.Exists(PrintNames.Is))
            return words;
        var joined = new List<Word>();
        Word? spokenOf = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (!PrintNames.Is(words[i]))
            {
                joined.Add(spokenOf is { } him && IsPronoun(words[i]) ? words[i] with { Form = him.Form } : words[i]);
                continue;
            }

            var (start, end, isBackdrop) = Around(i);
            joined.RemoveAll(w => w.Start >= start);
            joined.Add(isBackdrop ? words[i] with { Form = Nothing } : words[i]);
            if (!isBackdrop)
                spokenOf = joined.Exists(w => w.Is(Slot.Person)) ? null : words[i];
            if (isBackdrop)
                Backdrop ??= ThingCatalog.Instance.Named(words[i].Form!.In(Slot.Thing)!.Value.Value).Id;
            while (i + 1 < words.Count && words[i + 1].Start < end)
                i++;
        }

        return joined;
    }

    private (int Start, int End, bool IsBackdrop) Around(int i)
    {
        var name = words[i];
        if (Owner(i) is { } owner)
            return (owner.Start, owner.End, false);
        var from = Math.Max(0, name.Start - Reach);
        var begins = i > 0 ? words.FindLastIndex(i - 1, w => PrintNames.Is(w) || w.EndsSentence) : -1;
        if (begins >= 0)
            from = Math.Max(from, words[begins].End);
        foreach (var phrase in BackdropPhrases.All)
        {
            for (var found = phrase.Match(text, from); found.Success && found.Index <= name.Start; found = found.NextMatch())
            {
                if (found.Index <= name.Start && found.Index + found.Length >= name.End)
                    return (found.Index, found.Index + found.Length, true);
            }
        }

        return (name.Start, name.End, false);
    }

    /// <summary>Whom or what of a picture a phrase names: "the girl in image 1", 图片1里的女孩, "the girl (image 1)".</summary>
    private (int Start, int End)? Owner(int i)
    {
        var name = words[i];
        if (PictureNouns.After(text, name.End) is { } said)
        {
            var last = words.FindIndex(i + 1, w => w.Start >= said.NounsFrom);
            for (var j = last; j >= 0 && j < words.Count && j < last + 4 && !words[j].EndsClause; j++)
            {
                if (IsSomebody(words[j]) || said.NounEnd > 0)
                    return (name.Start, Math.Max(said.NounEnd, IsSomebody(words[j]) ? words[j].End : 0));
                if (words[j].Is(Slot.Action) || words[j].Is(Slot.Gait) || words[j].Is(Slot.Place))
                    break;
            }
        }

        if (i > 0 && text[words[i - 1].End..name.Start].Trim(' ', '(') is "" && words[i - 1].Is(Slot.Person))
            return (Phrase(i - 1), name.End);
        if (PictureNouns.Before(text, name.Start) is not { } noun)
            return null;
        var head = words.FindIndex(w => w.Start < noun.End && w.End >= noun.End);
        return head >= 0 && (noun.IsOne || IsSomebody(words[head])) && !words[head].Is(Slot.Action) ? (Phrase(head), name.End) : null;
    }

    /// <summary>Where the article and adjectives of a noun begin.</summary>
    private int Phrase(int head)
    {
        var at = head;
        while (at > 0 && at > head - 4 && (words[at - 1].Is(Slot.Color) || words[at - 1].Is(Slot.Look) || words[at - 1].Is(Slot.Determiner) || words[at - 1].Is(Slot.Scale)))
            at--;
        return words[at].Start;
    }

    /// <summary>Where nobody else was named: "she" is the picture.</summary>
    private bool IsPronoun(Word word) => text.AsSpan(word.Start, word.Length) is "she" or "he" or "it" or "they" or "她" or "他" or "它" or "他们" or "她们";

    private static bool IsSomebody(Word word) => word.Is(Slot.Person) || word.Is(Slot.Kin) || (word.Is(Slot.Thing) && !PrintNames.Is(word));
}

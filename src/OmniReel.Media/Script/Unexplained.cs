namespace OmniReel.Media.Script;

/// <summary>Collects the words that no form explains or that are drawn differently; neighbouring Chinese characters make one phrase.</summary>
/// <remarks>A negated word is not collected: what is not understood is not drawn, so it is absent as it should be.</remarks>
internal sealed class Unexplained(string prompt, List<string> found)
{
    private int _start = -1;
    private int _end;

    /// <param name="loose">Understood by itself, yet of no effect where it stands.</param>
    /// <param name="drawn">Drawn as it is said, though others who do it would not be.</param>
    public void Take(Word word, bool negated, bool loose, bool drawn)
    {
        if (_start >= 0 && word.Start == _end && !negated && EndsNoun(word))
        {
            _end = word.End;
            return;
        }

        if (_start >= 0 && (word.Start != _end || !IsCharacter(word) || negated))
            Finish();
        if (negated || !(word.Unknown || loose || (word.Form is { Near: true } && !drawn)))
            return;
        if (!IsCharacter(word))
        {
            found.Add(prompt.Substring(word.Start, word.Length));
            return;
        }

        if (_start < 0)
            _start = word.Start;
        _end = word.End;
    }

    public void Finish()
    {
        if (_start >= 0)
            found.Add(prompt[_start.._end]);
        _start = -1;
    }

    /// <summary>Characters that also count or say where stand at the end of many nouns: a piece of such a noun would read oddly.</summary>
    private bool EndsNoun(Word word) => word.Length == 1 && word.Is(Slot.Stop) && "场头道座顶层边路".Contains(prompt[word.Start]);

    private bool IsCharacter(Word word) => word.Unknown && word.Length == 1 && WordReader.IsHan(prompt[word.Start]);
}

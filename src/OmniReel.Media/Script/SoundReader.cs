using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads what is to be heard, word by word, and where somebody speaks.</summary>
internal sealed class SoundReader
{
    private readonly string _prompt;
    private readonly SoundFacts _facts;

    public SoundReader(string prompt, SoundFacts facts)
    {
        (_prompt, _facts) = (prompt, facts);
        _facts.Quotes.AddRange(Dialogue.MarksIn(prompt));
    }

    public void Take(Word word, bool negated)
    {
        foreach (var meaning in word.Form?.Meanings ?? [])
            Take(word, meaning, negated || meaning.Absent);
    }

    private void Take(Word word, Meaning meaning, bool denied)
    {
        switch (meaning.Slot)
        {
            case Slot.Sound when denied:
                _facts.Denied.Add((Heard)meaning.Value);
                _facts.Said.Remove((Heard)meaning.Value);
                break;
            case Slot.Sound:
                Say(_facts.Said, (Heard)meaning.Value, word);
                _facts.Denied.Remove((Heard)meaning.Value);
                break;
            case Slot.Music when denied:
                _facts.DeniedMusic.Add((MusicWord)meaning.Value);
                _facts.Music.Remove((MusicWord)meaning.Value);
                break;
            case Slot.Music:
                Say(_facts.Music, (MusicWord)meaning.Value, word);
                _facts.DeniedMusic.Remove((MusicWord)meaning.Value);
                break;
            case Slot.Mood when !denied:
                _facts.Moods.Add((MoodWord)meaning.Value);
                break;
            // Silence that is asked for, or any sound that is not to be.
            case Slot.Hush when denied == meaning.Weak:
                _facts.Hush = true;
                break;
        }
    }

    private void Say<T>(List<T> said, T value, Word word)
    {
        if (!said.Contains(value))
            said.Add(value);
        _facts.Words.Add(_prompt.Substring(word.Start, word.Length));
    }
}

using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>Reads one prompt into facts.</summary>
internal static class FactReader
{
    /// <param name="prompt">As written; what was not understood is quoted from it.</param>
    /// <param name="follows">See <see cref="ShotFacts.Follows"/>.</param>
    public static ShotFacts Read(Vocabulary vocabulary, string prompt, bool follows = false)
    {
        var folded = vocabulary.Fold(prompt);
        var words = WordReader.Read(vocabulary, folded);
        return Read(prompt, folded, words, NegationScope.Of(words), new ShotFacts { Follows = follows }, everythingDenied: false);
    }

    /// <summary>A negative prompt: everything in it is denied, negations inside it too, for people write "no people" there and mean it.</summary>
    public static ShotFacts ReadNegative(Vocabulary vocabulary, string prompt)
    {
        var folded = vocabulary.Fold(prompt);
        var words = WordReader.Read(vocabulary, folded);
        return Read(prompt, folded, words, [.. words.Select(_ => true)], new ShotFacts(), everythingDenied: true);
    }

    private static ShotFacts Read(string prompt, string folded, List<Word> words, bool[] negated, ShotFacts facts, bool everythingDenied)
    {
        var camera = new CameraReader(facts.Camera);
        var cast = new CastReader(folded, words, negated, facts.Cast, everythingDenied);
        var unexplained = new Unexplained(prompt, facts.NotUnderstood);
        for (var i = 0; i < words.Count; i++)
        {
            var (word, isNegated) = (words[i], negated[i]);
            foreach (var meaning in word.Form?.Meanings ?? [])
            {
                Settle(facts, meaning, isNegated);
                if (isNegated)
                    break; // "No snow" denies the snow, not the winter that comes with the word.
            }

            var loose = camera.Take(word, isNegated);
            loose |= cast.Take(i);
            unexplained.Take(word, isNegated, loose);
        }

        cast.Finish();
        unexplained.Finish();
        return facts;
    }

    private static void Settle(ShotFacts facts, Meaning meaning, bool negated)
    {
        if (meaning.Absent && negated)
            return;
        var denied = negated || meaning.Absent;
        switch (meaning.Slot)
        {
            case Slot.Place: Settle(facts.Place, (Place)meaning.Value); break;
            case Slot.Time: Settle(facts.Time, (TimeOfDay)meaning.Value); break;
            case Slot.Weather: Settle(facts.Weather, (Weather)meaning.Value); break;
            case Slot.Season: Settle(facts.Season, (Season)meaning.Value); break;
            case Slot.Size: Settle(facts.Size, (ShotSize)meaning.Value); break;
        }

        void Settle<T>(Claims<T> claims, T value) where T : struct, Enum
        {
            if (denied)
                claims.Deny(value, meaning.Weak);
            else
                claims.Affirm(value, meaning.Weak);
        }
    }
}

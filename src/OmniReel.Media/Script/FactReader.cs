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
        var phrases = new PrintPhrases(folded, WordReader.Read(vocabulary, folded));
        var words = phrases.Joined();
        var facts = new ShotFacts { Follows = follows, Backdrop = phrases.Backdrop };
        return Read(prompt, folded, words, NegationScope.Of(folded, words), facts, everythingDenied: false);
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
        var setting = new SettingReader(words, negated, facts);
        var camera = new CameraReader(facts.Camera, facts.Pace);
        var things = new ThingReader(folded, words, negated, facts.Things);
        things.Read();
        var cast = new CastReader(folded, words, negated, facts.Cast, everythingDenied);
        var sound = new SoundReader(prompt, facts.Sound);
        var loose = new HashSet<int>();
        for (var i = 0; i < words.Count; i++)
        {
            setting.Take(i);
            sound.Take(words[i], negated[i]);
            if (things.Took(i) ? things.IsLoose(i) : camera.Take(i, words[i], negated[i], IsAimedAt(folded, words, i)) | cast.Take(i) | (things.IsLoose(i) && !cast.Spurred(i)))
                loose.Add(i);
        }

        setting.Finish();
        cast.Finish();
        for (var i = 0; i < words.Count; i++)
        {
            if (negated[i] || things.Took(i) || OnlyPlace(words[i]) is not { } only)
                continue;
            // Where no place is said it is that of the shot before.
            if (facts.Place.Said is null)
                facts.OnlyIn.Add((prompt.Substring(words[i].Start, words[i].Length), only));
            else if (facts.Place.Said != only)
                loose.Add(i);
        }

        loose.UnionWith([.. setting.Lost, .. camera.Lost, .. cast.Lost]);
        var unexplained = new Unexplained(prompt, facts.NotUnderstood);
        for (var i = 0; i < words.Count; i++)
            unexplained.Take(words[i], negated[i], loose.Contains(i), things.Took(i));
        unexplained.Finish();
        return facts;
    }

    /// <summary>The one place in which a word is drawn: people swim below the sea, and neon lights cities; null for all other words.</summary>
    private static Place? OnlyPlace(Word word) => word.Form?.In(Slot.Bearing) is { Value: (int)Bearing.Swim } ? Place.Underwater
        : word.Form?.In(Slot.Trait) is not { } trait ? null
        : (Traits)trait.Value switch
        {
            Traits.Neon => Place.City,
            Traits.Smoke or Traits.River or Traits.Mesas => Place.Desert,
            _ => null,
        };

    /// <summary>English only: 在镜头 begins what the camera does.</summary>
    internal static bool IsAimedAt(string folded, List<Word> words, int i)
    {
        var before = i - 1;
        while (before >= 0 && words[before].Is(Slot.Determiner))
            before--;
        return before >= 0 && words[before].Is(Slot.At) && char.IsAscii(folded[words[before].Start]);
    }
}

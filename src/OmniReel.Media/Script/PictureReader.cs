using OmniReel.Media.Plans;

namespace OmniReel.Media.Script;

/// <summary>A word of a prompt that says something moves.</summary>
/// <param name="Text">As written.</param>
/// <param name="Stirs">What it may be: wind is seen in leaves, on water and in the sky.</param>
public sealed record StirWord(string Text, IReadOnlyList<Stir> Stirs);

/// <summary>What a prompt says of a film that shows a picture.</summary>
/// <param name="Camera">Null where it names no move.</param>
/// <param name="Stirs">What it says moves.</param>
/// <param name="Still">What must not move.</param>
/// <param name="NotUnderstood">Words that change nothing of the film, in order and without repeats.</param>
public sealed record PictureReading(CameraMove? Camera, IReadOnlyList<StirWord> Stirs, IReadOnlySet<Stir> Still, IReadOnlyList<string> NotUnderstood);

/// <summary>
/// Reads the prompt of a film that shows a picture: where the camera goes and what moves. Who and what is in the picture is there
/// already, so words for it change nothing and are said to.
/// </summary>
public static class PictureReader
{
    private static readonly ulong Content = Form.Mask(
        Slot.Place, Slot.Time, Slot.Weather, Slot.Season, Slot.Aloft, Slot.Size, Slot.Angle, Slot.Roll, Slot.Sky, Slot.Person, Slot.Kin, Slot.Look, Slot.Thing, Slot.Action,
        Slot.Gaze, Slot.Color, Slot.Garment, Slot.Trim, Slot.Wear, Slot.Accessory);

    private static readonly Form s_nothing = new([], near: false);

    private static readonly Lazy<Vocabulary> StirWords = new(() => Vocabulary.Load("stirs.txt"));

    /// <param name="negative">What must not move, or how the camera must not; may be empty.</param>
    public static PictureReading Read(string prompt, string? negative)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        var camera = new Claims<CameraMove>();
        var (stirs, still, lost) = Read(prompt, camera, everythingDenied: false);
        if (!string.IsNullOrEmpty(negative))
        {
            var denied = new Claims<CameraMove>();
            var (_, alsoStill, _) = Read(negative, denied, everythingDenied: true);
            camera.DenyAll(denied);
            still.UnionWith(alsoStill);
        }

        stirs.RemoveAll(word => word.Stirs.All(still.Contains));
        var notUnderstood = lost.Distinct(StringComparer.OrdinalIgnoreCase).Take(ScriptReader.MostNotUnderstood);
        return new PictureReading(camera.Said, stirs, still, [.. notUnderstood]);
    }

    private static (List<StirWord> Stirs, HashSet<Stir> Still, List<string> Lost) Read(string prompt, Claims<CameraMove> claims, bool everythingDenied)
    {
        var vocabulary = ScriptReader.BuiltIn.Value;
        var folded = vocabulary.Fold(PrintNames.Only(prompt, new HashSet<string>()));
        var words = WordReader.Read(vocabulary, folded);
        var negated = everythingDenied ? [.. words.Select(_ => true)] : NegationScope.Of(folded, words);
        var moving = WordReader.Read(StirWords.Value, folded).Where(word => word.Is(Slot.Stir)).ToList();
        var (stirs, still, lost) = (new List<StirWord>(), new HashSet<Stir>(), new List<string>());
        foreach (var word in moving)
        {
            var meant = word.Form!.Meanings.Select(meaning => (Stir)meaning.Value).ToList();
            var at = words.FindIndex(other => other.Start < word.End && word.Start < other.End);
            if (at >= 0 && negated[at])
                still.UnionWith(meant);
            else
                stirs.Add(new StirWord(prompt.Substring(word.Start, word.Length), meant));
        }

        // "No wind, clouds drift": the wind is not seen in the leaves, the clouds drift all the same.
        still.ExceptWith(stirs.SelectMany(word => word.Stirs));
        var camera = new CameraReader(claims, new Claims<CameraPace>());
        var loose = new HashSet<int>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (camera.Take(i, word, negated[i], FactReader.IsAimedAt(folded, words, i)) || (word.Form is { } form && form.HasAny(Content) && !form.Has(Slot.Camera)))
                loose.Add(i);
        }

        loose.UnionWith(camera.Lost);
        var unexplained = new Unexplained(prompt, lost);
        for (var i = 0; i < words.Count; i++)
        {
            // A word that moves something is no loss; it is taken as one that says nothing.
            var isUsed = moving.Exists(other => other.Start < words[i].End && words[i].Start < other.End);
            unexplained.Take(isUsed ? words[i] with { Form = s_nothing, Number = 0 } : words[i], negated[i], loose.Contains(i) && !isUsed, drawn: false);
        }

        unexplained.Finish();
        return (stirs, still, lost);
    }
}

using OmniReel.Media.Plans;

namespace OmniReel.Media.Editing.Reading;

/// <summary>What was read of an edit prompt.</summary>
/// <param name="Edits">In the order of the prompt; empty where nothing was understood.</param>
/// <param name="NotUnderstood">Words of the prompt that had no effect, each once.</param>
public sealed record EditReading(IReadOnlyList<Edit> Edits, IReadOnlyList<string> NotUnderstood);

/// <summary>Reads edit prompts in Chinese and English. Pure: the same prompt gives the same reading.</summary>
public static class EditReader
{
    /// <summary>As many words as are reported as not understood.</summary>
    public const int MostNotUnderstood = 50;

    private static readonly Lazy<EditVocabulary> s_builtIn = new(EditVocabulary.Load);

    /// <summary>Never throws on any text.</summary>
    /// <param name="negative">What must not be: edits that it names are not made.</param>
    public static EditReading Read(string prompt, string negative = "")
    {
        ArgumentNullException.ThrowIfNull(prompt);
        var vocabulary = s_builtIn.Value;
        var sentences = new EditSentences(prompt);
        sentences.Take(EditWordReader.Read(vocabulary, prompt));
        var unwanted = EditWordReader.Read(vocabulary, negative ?? "").SelectMany(word => word.Form?.Edits ?? []).ToList();
        return new(
            [.. sentences.Edits.Where(edit => !unwanted.Any(other => EditKinds.AreSame(edit, other)))],
            [.. sentences.NotUnderstood.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNotUnderstood)]);
    }
}

/// <summary>Compares edits by what they do, however strongly.</summary>
internal static class EditKinds
{
    public static bool AreSame(Edit one, Edit other) => Weighted(one, Strength.Plain) == Weighted(other, Strength.Plain);

    /// <summary>The edit at a strength, where it has one.</summary>
    public static Edit Weighted(Edit edit, Strength strength) => edit switch
    {
        GradeEdit grade => grade with { Strength = strength },
        TintEdit tint => tint with { Strength = strength },
        WeatherEdit weather => weather with { Strength = strength },
        BlurEdit blur => blur with { Strength = strength },
        FilmLookEdit look => look with { Strength = strength },
        _ => edit,
    };
}

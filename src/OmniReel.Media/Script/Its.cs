using System.Text;
using OmniReel.Media.Things;

namespace OmniReel.Media.Script;

/// <summary>
/// Lets "it" and 它 of a later sentence name the animal of an earlier one, so that each shot of a film can be read by itself:
/// "A fox walks in the forest. At night it sleeps in the snow."
/// </summary>
internal static class Its
{
    /// <summary>What follows an "it" that is the weather or the hour and no animal: "it is", "it rains".</summary>
    private static readonly string[] s_nobody = ["is", "was", "'s", "rains", "snows", "gets", "grows", "becomes", "looks", "seems"];

    /// <param name="texts">Of one film, in order.</param>
    public static IReadOnlyList<string> Name(Vocabulary vocabulary, IReadOnlyList<string> texts)
    {
        string? chinese = null, english = null;
        var named = new List<string>(texts.Count);
        foreach (var text in texts)
        {
            var folded = vocabulary.Fold(text);
            var words = WordReader.Read(vocabulary, folded);
            var written = new StringBuilder();
            var (from, here) = (0, false);
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i];
                if (word.EndsSentence)
                    here = false;
                var said = folded.AsSpan(word.Start, word.Length);
                if (word.Form?.In(Slot.Thing) is { Value: > 0 } thing && ThingCatalog.Instance.Named(thing.Value).IsAnimal)
                {
                    here = true;
                    if (said[0] < 0x80)
                        english = "the " + said.ToString();
                    else
                        chinese = said.ToString();
                }
                else if (word.Form?.In(Slot.Thing) is { Value: > 0 })
                {
                    here = true;
                }

                // In the sentence that names a thing the readers see for themselves what "it" is.
                var name = here ? null : said is "它" or "它们" ? chinese : said is "it" && !IsNobody(folded, word.End) ? english : null;
                if (name is null)
                    continue;
                written.Append(text, from, word.Start - from).Append(name);
                from = word.End;
            }

            named.Add(from == 0 ? text : written.Append(text, from, text.Length - from).ToString());
        }

        return named;
    }

    private static bool IsNobody(string folded, int end)
    {
        var after = folded.AsSpan(end).TrimStart();
        foreach (var word in s_nobody)
        {
            if (after.StartsWith(word, StringComparison.Ordinal) && (after.Length == word.Length || !char.IsLetter(after[word.Length])))
                return true;
        }

        return false;
    }
}

using OmniReel.Media.Editing.Reading;

namespace OmniReel.Media.Tests.Editing;

public sealed class EditVocabularyTests
{
    private static readonly EditVocabulary s_vocabulary = EditVocabulary.Load();

    [Fact]
    public void No_form_is_given_twice() => s_vocabulary.Repeated.ShouldBeEmpty();

    [Fact]
    public void Whatever_can_be_asked_for_in_one_language_can_be_in_the_other()
    {
        var heads = s_vocabulary.All.Where(form => !form.Head.Contains("stop", StringComparison.Ordinal)).ToLookup(form => form.File, form => form.Head);
        heads["edit-chinese.txt"].Distinct().Order(StringComparer.Ordinal).ShouldBe(heads["edit-english.txt"].Distinct().Order(StringComparer.Ordinal));
        Console.WriteLine($"edit vocabulary: {heads["edit-english.txt"].Count()} English and {heads["edit-chinese.txt"].Count()} Chinese forms of {heads["edit-english.txt"].Distinct().Count()} meanings");
    }

    [Fact]
    public void Every_form_of_an_edit_reads_as_what_its_line_says_in_a_sentence_of_its_language()
    {
        var wrong = new List<string>();
        foreach (var (file, head, text) in s_vocabulary.All)
        {
            var form = EditForm.Parse(head);
            if (form.Edits.Count == 0)
                continue;
            var reading = EditReader.Read(file == "edit-chinese.txt" ? $"请把<<<video_1>>>变成{text}的样子。" : $"Please make <<<video_1>>> look like {text}.");
            var meant = form.Edits.Select(edit => EditKinds.Weighted(edit, form.Strength ?? OmniReel.Media.Plans.Strength.Plain));
            if (!reading.Edits.SequenceEqual(meant) || reading.NotUnderstood.Count > 0)
                wrong.Add($"{text}: {string.Join(", ", reading.Edits)}; lost {string.Join(", ", reading.NotUnderstood)}");
        }

        wrong.ShouldBeEmpty();
    }
}

using System.Text.RegularExpressions;
using OmniReel.Media.Editing.Reading;
using OmniReel.Testing;

namespace OmniReel.Media.Tests.Editing;

/// <summary>What the guide says can be asked for is understood.</summary>
public sealed partial class EditingGuideTests
{
    [Theory]
    [InlineData("editing.md", 16)]
    [InlineData("editing.zh-CN.md", 16)]
    public void Every_phrase_of_its_table_is_an_edit_and_nothing_of_it_is_lost(string page, int rows)
    {
        var table = File.ReadLines(Path.Combine(Checkout.Root, "docs", "guide", page)).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        table.Count.ShouldBe(rows);
        foreach (var phrase in table.SelectMany(line => Phrase().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value)))
        {
            var reading = EditReader.Read(phrase);
            reading.Edits.ShouldNotBeEmpty(phrase);
            reading.NotUnderstood.ShouldBeEmpty(phrase);
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Phrase();
}

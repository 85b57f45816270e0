using System.Text.RegularExpressions;

namespace OmniReel.Server.Tests.Architecture;

/// <summary>The words of ARCHITECTURE.md: types are not called by words that say nothing, or that mean something else here. Files stay small.</summary>
public sealed partial class WordTests
{
    // "Run" is left out: a run of pixels is one.
    private static readonly string[] Banned = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Job", "Generation", "Channel", "Relay", "Webhook"];

    [Fact]
    public void Types_are_named_in_the_words_of_the_house()
    {
        var broken = from file in Sources()
                     from Match type in TypeName().Matches(File.ReadAllText(file))
                     let name = type.Groups["name"].Value
                     from Match word in Word().Matches(name)
                     where Banned.Contains(word.Value)
                     select $"{Path.GetFileName(file)}: {name}";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Files_fit_in_the_head()
    {
        var lengths = Sources().Select(file => (File: Path.GetFileName(file), Lines: File.ReadLines(file).Count())).ToList();
        lengths.Where(file => file.Lines > 500).ShouldBeEmpty();
        var large = lengths.Where(file => file.Lines >= 220).ToList();
        (large.Count / (double)lengths.Count).ShouldBeLessThanOrEqualTo(0.05, string.Join(", ", large.Select(file => $"{file.File} {file.Lines}")));
    }

    private static IEnumerable<string> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(ArrowTests.Root(), "src"), "*.cs", SearchOption.AllDirectories)
        let parts = file.Split(Path.DirectorySeparatorChar)
        where !parts.Contains("obj") && !parts.Contains("bin")
        select file;

    [GeneratedRegex(@"\b(?:class|struct|record|enum|interface|record struct|record class)\s+(?<name>[A-Z][A-Za-z0-9]*)")]
    private static partial Regex TypeName();

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}

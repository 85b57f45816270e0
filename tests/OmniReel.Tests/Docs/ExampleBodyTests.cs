using System.Text;
using System.Text.RegularExpressions;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Contract.Rules;

namespace OmniReel.Tests.Docs;

/// <summary>The requests that the README and the guides show would be taken, each at the path it is sent to.</summary>
public sealed partial class ExampleBodyTests
{
    public static TheoryData<string, string, string> Bodies => [.. Pages().SelectMany(page => Found(page)).Select(one => (one.Page, one.Path, one.Body))];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_request_that_is_shown_is_taken(string page, string path, string body)
    {
        var profile = path.StartsWith("/kling/", StringComparison.Ordinal) ? ApiProfile.Relay : ApiProfile.Vendor;
        ReadOutcome read = path.Contains("/general/", StringComparison.Ordinal)
            ? ElementReader.Read(Encoding.UTF8.GetBytes(body), ElementForm.Advanced, Language.English)
            : RequestReader.Read(Encoding.UTF8.GetBytes(body), profile, new ShownElements(), Language.English);
        read.SyntaxError.ShouldBeNull($"{page}, {path}");
        read.Violations.Select(broken => broken.Message).ShouldBeEmpty($"{page}, {path}");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    [InlineData("docs/guide/getting-started.md")]
    [InlineData("docs/guide/getting-started.zh-CN.md")]
    [InlineData("docs/guide/elements.md")]
    [InlineData("docs/guide/editing.md")]
    [InlineData("docs/guide/editing.zh-CN.md")]
    public void The_requests_of_a_page_are_found(string page) => Found(Path.Combine(Checkout.Root, page)).ShouldNotBeEmpty();

    /// <summary>What <c>curl</c> sends with <c>-d</c>, and the blocks that are a film's request by themselves: the vendor's path takes those.</summary>
    private static IEnumerable<(string Page, string Path, string Body)> Found(string page)
    {
        var text = File.ReadAllText(page);
        var name = Path.GetRelativePath(Checkout.Root, page);
        foreach (Match sent in Sent().Matches(text))
            yield return (name, sent.Groups["path"].Value, sent.Groups["body"].Value);
        foreach (Match shown in Shown().Matches(text).Where(block => block.Groups["body"].Value.Contains("\"model_name\"", StringComparison.Ordinal)))
            yield return (name, "/v1/videos/omni-video", shown.Groups["body"].Value);
    }

    private static IEnumerable<string> Pages() => Directory.EnumerateFiles(Checkout.Root, "README*.md")
        .Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs", "guide"), "*.md")).Order(StringComparer.Ordinal);

    [GeneratedRegex("""curl [^`']*?(?<path>(?:/kling)?/v1/[a-z/-]+)(?:(?!```)[\s\S])*?-d '(?<body>[^']*)'""")]
    private static partial Regex Sent();

    [GeneratedRegex(@"```json\n(?<body>\{[\s\S]*?)\n```")]
    private static partial Regex Shown();

    /// <summary>The elements that the pages name are there.</summary>
    private sealed class ShownElements : IElementCatalog
    {
        public ElementKind? Find(string elementId) => ElementKind.MultiImage;
    }
}

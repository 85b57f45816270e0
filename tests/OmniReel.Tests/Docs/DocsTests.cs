using System.Text;
using System.Text.RegularExpressions;
using OmniReel.CommandLine;
using OmniReel.Server.Http.Rules;
using OmniReel.Server.Hosting;
using OmniReel.Verbs;

namespace OmniReel.Tests.Docs;

/// <summary>Prose that can rot is compared with what it speaks of.</summary>
public sealed partial class DocsTests
{
    public static TheoryData<string> Pages => [.. Files("*.md").Select(f => Path.GetRelativePath(Checkout.Root, f))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string page)
    {
        var path = Path.Combine(Checkout.Root, page);
        var broken = Link().Matches(File.ReadAllText(path)).Select(m => m.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0])));
        broken.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Commands_exist(string page)
    {
        foreach (Match match in Command().Matches(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, page), TestContext.Current.CancellationToken)))
        {
            var verb = match.Groups["verb"].Value;
            if (verb is "publish" or "VERB") continue;
            // A word that is no command of the verb's own leaves its page as it is.
            string[] words = match.Groups["sub"].Success ? [verb, match.Groups["sub"].Value, "--help"] : [verb, "--help"];
            var help = await OmniReelProgram.SayAsync(false, words);
            help.Code.ShouldBe(0, $"{page} names ./omnireel {verb}");
            foreach (var option in match.Groups["option"].Captures.Select(c => c.Value).Where(o => o != "--help"))
                help.Output.ShouldContain(option, Case.Sensitive, $"{page}: ./omnireel {verb}");
        }
    }

    [Fact]
    public void The_map_names_every_folder_and_every_verb()
    {
        var map = File.ReadAllText(Path.Combine(Checkout.Root, "ARCHITECTURE.md")).Split("## Arrows")[0];
        foreach (var project in (string[])["OmniReel.Server", "OmniReel.Media"])
        {
            var folders = Directory.GetDirectories(Path.Combine(Checkout.Root, "src", project)).Select(f => Path.GetFileName(f)).Where(f => f is not ("bin" or "obj"));
            folders.Where(folder => !map.Contains($" {folder}/", StringComparison.Ordinal)).ShouldBeEmpty($"of {project}");
        }

        var verbs = map.Split('\n').Single(line => line.Contains("the executable:", StringComparison.Ordinal));
        new Root(Terminal.OfThisProcess()).Subcommands.Select(verb => verb.Name).Where(verb => !verbs.Contains(verb, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("guide")]
    public void The_table_of_contents_names_every_page(string folder)
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs", folder), "*.md").Select(file => Path.GetFileName(file)).Where(name => !name.StartsWith("README", StringComparison.Ordinal)).ToList();
        foreach (var (contents, ending) in new[] { ("README.md", ".md"), ("README.zh-CN.md", ".zh-CN.md") })
        {
            var text = File.ReadAllText(Path.Combine(Checkout.Root, "docs", folder, contents));
            pages.Where(page => page.EndsWith(".zh-CN.md", StringComparison.Ordinal) == (ending == ".zh-CN.md"))
                .Where(page => !text.Contains($"]({page})", StringComparison.Ordinal)).ShouldBeEmpty(contents);
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void The_front_page_is_short(string page) => File.ReadAllLines(Path.Combine(Checkout.Root, page)).Length.ShouldBeLessThan(150);

    [Fact]
    public void Every_setting_is_described()
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "docs/reference/settings.md"));
        Setting().Matches(text).Select(m => m.Groups[1].Value).ShouldBe(ServerSettings.Names, ignoreOrder: true);
    }

    [Fact]
    public void The_page_of_the_rules_is_the_catalogue()
    {
        var page = Path.Combine(Checkout.Root, "docs/reference/rules.md");
        if (Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") is "1")
            File.WriteAllText(page, RulesPage());
        File.ReadAllText(page).ShouldBe(RulesPage());
    }

    private static string RulesPage()
    {
        var text = new StringBuilder(
            """
            # Rules

            Every rule about a request, as `GET /v1/rules` serves them. A body that breaks some is answered with 400, code 1201,
            and all of them in `data.errors`. This page is written from the code: `OMNIREEL_UPDATE_GOLDEN=1 ./test The_page_of_the_rules`.

            | Field | Rule | |
            |---|---|---|

            """);
        foreach (var rule in RuleCatalogue.All)
            text.Append("| `").Append(rule.Field).Append("` | `").Append(rule.Id).Append("` | ").Append(rule.En).Append("<br>").Append(rule.Zh).Append(" |\n");
        return text.ToString();
    }

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Checkout.Root, pattern)
            .Concat(((string[])["docs", "samples"]).Select(folder => Path.Combine(Checkout.Root, folder)).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)).Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal)));

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\./omnireel (?<verb>[a-zA-Z][a-zA-Z-]*)(?: (?<sub>[a-z][a-z-]*)(?=[\s`]))?(?:[^\n`]*?(?<option>--[a-z][a-z-]*))*")]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| `([A-Z][A-Za-z]+(?::[A-Za-z]+)?)` \|", RegexOptions.Multiline)]
    private static partial Regex Setting();
}

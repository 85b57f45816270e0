using System.Text.RegularExpressions;

namespace OmniReel.Server.Tests.Architecture;

/// <summary>The arrows between the projects, as ARCHITECTURE.md draws them. What a project reaches through another is not its own to use.</summary>
public sealed partial class ProjectArrowTests
{
    private const string Executable = "OmniReel";

    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Contract"] = [],
        ["Media"] = [],
        ["Server"] = ["Contract", "Media"],
        ["Client"] = ["Contract"],
        ["Console"] = ["Contract", "Client"],
        [Executable] = ["Server", "Client", "Contract"],
    };

    [Fact]
    public void The_table_is_the_picture()
    {
        var page = File.ReadAllText(Path.Combine(ArrowTests.Root(), "ARCHITECTURE.md"));
        var lines = page[page.IndexOf("OmniReel ──►", StringComparison.Ordinal)..].Split('\n').TakeWhile(line => line.Trim().Length > 0).ToList();
        var trunk = Word().Matches(lines[0]);
        var drawn = new HashSet<(string From, string To)>();
        foreach (var line in lines)
        {
            // A branch grows from the word of the first line that it stands below.
            var branch = Branch().Match(line);
            var from = branch.Success ? trunk.Single(w => w.Index <= branch.Index && branch.Index < w.Index + w.Length).Value : null;
            foreach (Match step in Step().Matches(line))
                drawn.Add((step.Groups["from"].Success ? step.Groups["from"].Value : from.ShouldNotBeNull(), step.Groups["to"].Value));
        }

        drawn.ShouldBe(Arrows.SelectMany(a => a.Value.Select(to => (a.Key, to))), ignoreOrder: true);
    }

    [Fact]
    public void Every_project_stands_in_the_table() =>
        Directory.GetDirectories(Path.Combine(ArrowTests.Root(), "src")).Select(Path.GetFileName).ShouldBe(Arrows.Keys.Select(FullName), ignoreOrder: true);

    [Fact]
    public void Projects_refer_only_to_what_their_arrows_reach()
    {
        foreach (var (project, allowed) in Arrows)
        {
            var file = File.ReadAllText(Path.Combine(ArrowTests.Source(FullName(project)), FullName(project) + ".csproj"));
            var used = ProjectReference().Matches(file).Select(match => match.Groups["name"].Value).ToList();
            used.ShouldBeSubsetOf(allowed.Select(FullName), project);
            used.Count.ShouldBeGreaterThanOrEqualTo(Math.Min(1, allowed.Length), project);
            file.ShouldNotContain("<Using ");
        }
    }

    [Fact]
    public void Code_names_only_what_its_projects_arrows_reach()
    {
        var seen = new HashSet<(string From, string To)>();
        var broken = new List<string>();
        foreach (var (project, allowed) in Arrows)
        {
            foreach (var file in Directory.EnumerateFiles(ArrowTests.Source(FullName(project)), "*.cs", SearchOption.AllDirectories))
            {
                foreach (var used in Used(File.ReadAllText(file)).Where(used => used != project))
                {
                    seen.Add((project, used));
                    if (!allowed.Contains(used))
                        broken.Add($"{file} uses {used}");
                }
            }
        }

        broken.ShouldBeEmpty();
        // The eyes work, and every arrow is needed.
        seen.ShouldBe(Arrows.SelectMany(a => a.Value.Select(to => (a.Key, to))), ignoreOrder: true);
    }

    [Theory]
    [InlineData("using OmniReel.Media.Frames;", "Media")]
    [InlineData("x = new global::OmniReel.Media.Frames.RenderOptions(1);", "Media")]
    [InlineData("namespace OmniReel.Doctor; class A { Media.Frames.RenderOptions B; }", "Media")]
    [InlineData("using static OmniReel.Contract.Errors.ErrorCode;", "Contract")]
    [InlineData("request.Media.Frames", null)]
    [InlineData("MyOmniReel.Media.Frames", null)]
    public void Names_are_seen_written_out_and_relative(string code, string? used) => Used(code).ShouldBe(used is null ? [] : [used]);

    private static IEnumerable<string> Used(string code) => Qualified().Matches(code).Select(m => m.Groups["project"].Value)
        .Concat(Relative().Matches(code).Where(m => Directory.Exists(Path.Combine(ArrowTests.Source(FullName(m.Groups["project"].Value)), m.Groups["folder"].Value))).Select(m => m.Groups["project"].Value))
        .Distinct();

    private static string FullName(string project) => project == Executable ? project : $"{Executable}.{project}";

    [GeneratedRegex(@"(?<![A-Za-z0-9_.])OmniReel\.(?<project>Contract|Media|Server|Client|Console)\b")]
    private static partial Regex Qualified();

    // From inside OmniReel a project may be named without its head; what follows is a folder of it.
    [GeneratedRegex(@"(?<![A-Za-z0-9_.])(?<project>Contract|Media|Server|Client)\.(?<folder>[A-Z]\w*)\.")]
    private static partial Regex Relative();

    [GeneratedRegex(@"[A-Z]\w+")]
    private static partial Regex Word();

    [GeneratedRegex("[└├]─+►")]
    private static partial Regex Branch();

    // Overlapping, since the end of one arrow is the beginning of the next.
    [GeneratedRegex(@"(?=(?:\b(?<from>[A-Z]\w+) |[└├])─+► (?<to>[A-Z]\w+))")]
    private static partial Regex Step();

    [GeneratedRegex("<ProjectReference Include=\"[^\"]*[/\\\\](?<name>[A-Za-z.]+)\\.csproj\"")]
    private static partial Regex ProjectReference();
}

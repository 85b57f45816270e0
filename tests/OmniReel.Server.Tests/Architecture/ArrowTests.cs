using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OmniReel.Server.Tests.Architecture;

/// <summary>The arrows of ARCHITECTURE.md, as a table: which folder may use which. What is not here is forbidden.</summary>
public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> Folders = new()
    {
        ["Http"] = ["Access", "Tasks", "Engines", "Elements", "Inputs", "Artifacts", "Callbacks", "Lab", "StoredBodies"],
        ["Access"] = ["Disk"],
        ["Tasks"] = ["Engines", "StoredBodies"],
        ["Stores"] = ["Tasks", "Engines", "Elements", "Callbacks", "Disk"],
        // An engine is given a task and returns its result.
        ["Engines"] = ["Tasks", "Elements", "Inputs", "Artifacts", "StoredBodies"],
        ["Elements"] = ["Inputs", "Artifacts", "StoredBodies"],
        ["Inputs"] = ["Artifacts", "Disk", "StoredBodies"],
        ["StoredBodies"] = [],
        ["Artifacts"] = ["Disk"],
        ["Lab"] = ["Tasks", "Engines", "Callbacks", "Artifacts", "StoredBodies"],
        ["Disk"] = [],
        ["Callbacks"] = ["Inputs", "Disk"],
        ["Hosting"] = ["Http", "Access", "Tasks", "Stores", "Engines", "Elements", "Inputs", "Artifacts", "Callbacks", "Lab", "Disk", "StoredBodies"],
    };

    private static readonly string[] MediaUsers = ["Engines", "Inputs"];

    [Fact]
    public void Every_folder_of_the_server_stands_in_the_table() =>
        Directory.GetDirectories(Source("OmniReel.Server")).Select(Path.GetFileName).Where(HasCode).ShouldBeSubsetOf(Folders.Keys);

    [Fact]
    public void Folders_use_only_what_their_arrows_reach()
    {
        var broken = new List<string>();
        var seen = new HashSet<(string From, string To)>();
        foreach (var (file, folder, text) in ServerFiles())
        {
            foreach (Match use in ServerNamespace().Matches(text).Concat(RelativeNamespace().Matches(text)))
            {
                var used = use.Groups["folder"].Value;
                seen.Add((folder, used));
                if (used != folder && Folders.ContainsKey(used) && !Folders[folder].Contains(used)) broken.Add($"{file} uses {used}");
            }

            if (text.Contains("OmniReel.Media", StringComparison.Ordinal) && folder != "Hosting" && !MediaUsers.Contains(folder)) broken.Add($"{file} uses OmniReel.Media");
        }

        broken.ShouldBeEmpty();
        // The eyes work: these are there, written out and relative.
        seen.ShouldContain(("Http", "Tasks"));
        seen.ShouldContain(("Tasks", "Engines"));
        seen.ShouldContain(("Stores", "Tasks"));
    }

    [Fact]
    public void Tasks_and_http_know_no_engine_by_name() =>
        ServerFiles().Where(file => file.Folder is "Tasks" or "Http" && file.Text.Contains("Engines.Animatic", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_table_is_the_picture()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "ARCHITECTURE.md"));
        var arrows = page[page.IndexOf("inside Server:", StringComparison.Ordinal)..];
        arrows = arrows[..arrows.IndexOf("```", StringComparison.Ordinal)];
        var drawn = Arrow().Matches(arrows).Select(m => $"{m.Groups["from"].Value} -> {m.Groups["to"].Value}");
        drawn.ShouldBe(Folders.Where(f => f.Key != "Hosting" && f.Value.Length > 0).Select(f => $"{f.Key} -> {string.Join(", ", f.Value)}"), ignoreOrder: true);
        arrows.ShouldContain("nobody knows Hosting");
        page.ShouldContain($"the server uses it in {string.Join(", ", MediaUsers)}, and Hosting");
        Folders.Where(folder => folder.Value.Contains("Hosting")).ShouldBeEmpty();
    }

    private static IEnumerable<(string File, string Folder, string Text)> ServerFiles() =>
        from file in Directory.EnumerateFiles(Source("OmniReel.Server"), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Source("OmniReel.Server"), file)
        let folder = relative.Split(Path.DirectorySeparatorChar)[0]
        where Folders.ContainsKey(folder)
        select (relative, folder, File.ReadAllText(file));

    private static bool HasCode(string? folder) =>
        Directory.EnumerateFiles(Path.Combine(Source("OmniReel.Server"), folder!), "*.cs", SearchOption.AllDirectories).Any() && folder is not ("bin" or "obj");

    internal static string Source(string project) => Path.Combine(Root(), "src", project);

    internal static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"(?<=^|[^A-Za-z.])(?:global::)?OmniReel\.Server\.(?<folder>[A-Z][A-Za-z]*)", RegexOptions.Multiline)]
    private static partial Regex ServerNamespace();

    // From inside OmniReel.Server a folder may be named without its head.
    [GeneratedRegex(@"(?<=^[ \t]*(?:using )?|[(<, :=])(?<folder>Http|Access|Tasks|Stores|Engines|Elements|Inputs|Artifacts|Callbacks|Lab|Disk|Hosting)\.(?=[A-Z]\w*[.(>;, )])(?!Of\b|Count\b|Select\b|Where\b|Any\b|Add\b|Length\b|Find\b|All\b)", RegexOptions.Multiline)]
    private static partial Regex RelativeNamespace();

    [GeneratedRegex(@"(?<from>[A-Z]\w+) ──► (?<to>[A-Z]\w+(, [A-Z]\w+)*)")]
    private static partial Regex Arrow();
}

using System.Globalization;
using System.Text.RegularExpressions;
using OmniReel.Tests.EndToEnd;
using OmniReel.Tests.EndToEnd.Durability;

namespace OmniReel.Tests.Docs;

/// <summary>What <c>docs/reference/reliability.md</c> says of its proofs is compared with them.</summary>
public sealed partial class ReliabilityPageTests
{
    private static readonly string s_page = Blanks().Replace(File.ReadAllText(Path.Combine(Checkout.Root, "docs/reference/reliability.md")), " ");

    /// <summary>Words of the page around a count, and the count.</summary>
    public static TheoryData<string, int> Counts => new()
    {
        { "with # tasks in its file", CrashTests.LongFilled },
        { "by `kill -9` # times", CrashTests.LongKills },
        { "At least # tasks are accepted", CrashTests.LongTasks },
        { "eight callers send # creates", DurableAnswerTests.LongCreates },
        { "each of # lives of a server", 2 * (DiskFaultTests.LongInLog + DiskFaultTests.LongInFile) },
        { "on a disk of # MB", FullDiskTests.Megabytes },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Each_count_is_that_of_its_test(string words, int count) =>
        s_page.ShouldContain(words.Replace("#", count.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal));

    [Fact]
    public void The_tests_that_it_names_are_there()
    {
        // In any project: a filter is a part of a test's full name.
        var sources = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var named = Named().Matches(s_page).Select(match => match.Groups[1].Value).ToList();
        named.Count.ShouldBeGreaterThan(4);
        named.ShouldAllBe(name => sources.Any(source => Regex.IsMatch(source, $@"(class|Task|void) \w*{name}")));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"`\./test (?:--long )?([A-Z]\w+)`")]
    private static partial Regex Named();
}

using System.Globalization;
using System.Text.RegularExpressions;
using OmniReel.Server.Tests.Access;
using OmniReel.Server.Tests.Http;
using OmniReel.Server.Tests.Inputs;
using OmniReel.Server.Tests.Inputs.Hostile;
using OmniReel.Server.Tests.Inputs.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Docs;

/// <summary>What <c>docs/reference/security.md</c> says of the tests is compared with their tables.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string s_page = Blanks().Replace(File.ReadAllText(Path.Combine(Checkout.Root, "docs/reference/security.md")), " ");

    /// <summary>Words of the page around a count, and the count.</summary>
    public static TheoryData<string, int> Counts => new()
    {
        { "# hostile URLs in each of seven fields", HostileUrls.All.Count },
        { "# spellings of the neighbour of an allowed address", HostileUrls.OfTheNeighbour(80).Count() },
        { "# good URLs of many shapes", GoodUrls.All.Length },
        { "# generators of hostile media", HostileMedia.Count },
        { "a table of # tokens", AccessPairTests.Count },
        { "a table of # requests of malformed HTTP", MalformedTests.Table.Count },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Each_count_is_that_of_its_table(string words, int count)
    {
        var said = new Regex(@"\b" + Regex.Escape(words).Replace(@"\#", "([0-9]+)", StringComparison.Ordinal)).Matches(s_page);
        said.ShouldHaveSingleItem().Groups[1].Value.ShouldBe(count.ToString(CultureInfo.InvariantCulture), words);
    }

    [Fact]
    public void The_fields_are_seven_and_every_bare_status_is_named()
    {
        HostileUrlTests.Fields.Length.ShouldBe(7);
        var bare = s_page[s_page.IndexOf("**Without an envelope.**", StringComparison.Ordinal)..];
        foreach (var status in MalformedTests.Table.Select(row => row.Data.Item3).Where(status => status is 408 or 414 or 431 or >= 500).Distinct())
            bare.ShouldContain($"({status})");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

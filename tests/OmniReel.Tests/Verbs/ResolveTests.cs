using System.Text;
using System.Text.RegularExpressions;

namespace OmniReel.Tests.Verbs;

/// <summary>What <c>tasks resolve</c> prints is read by people: kept word for word. OMNIREEL_GOLDEN=write renews the files in the checkout.</summary>
public sealed partial class ResolveTests : IDisposable
{
    private static readonly string s_golden = Path.Combine(Checkout.Root, "tests", "OmniReel.Tests", "Verbs", "Golden");

    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "en")]
    [InlineData(true, "zh")]
    public async Task It_lists_what_waits_and_says_what_was_done(bool chinese, string language)
    {
        await PaidBook.FillAsync(_folder["data"], Stop);
        var all = new StringBuilder();
        foreach (var words in (string[][])[[], ["3", "--adopt"], ["2", "--resubmit"], ["1", "--write-off"], ["1", "--write-off"], ["9", "--adopt", "up-1"], []])
        {
            var said = await OmniReelProgram.SayAsync(chinese, ["tasks", "resolve", .. words, "--data", _folder["data"]]);
            all.Append($"$ omnireel tasks resolve {string.Join(' ', words)}".TrimEnd()).Append('\n').Append(said.Output).Append(said.Error).Append($"[{said.Code}]\n\n");
        }

        var text = Request().Replace(New().Replace(all.ToString(), "NEW-TASK"), "request ID");
        var kept = Path.Combine(s_golden, $"resolve.{language}.txt");
        if (Environment.GetEnvironmentVariable("OMNIREEL_GOLDEN") is "write")
            await File.WriteAllTextAsync(kept, text, Stop);
        text.ShouldBe(await File.ReadAllTextAsync(kept, Stop));
    }

    [Theory]
    [InlineData("ID", "--adopt")]
    [InlineData("--adopt [UPSTREAM_ID]", "17")]
    [InlineData("not several", "17", "--adopt", "up", "--write-off")]
    public async Task What_cannot_be_done_is_said_before_anything_is(string expected, params string[] words)
    {
        var said = await OmniReelProgram.SayAsync(false, ["tasks", "resolve", .. words, "--data", _folder["none"]]);
        said.Code.ShouldBe(2);
        said.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain(expected);
    }

    // The ids of the tasks that were there stand in the file; those of new ones differ each time.
    [GeneratedRegex(@"\b(?!40000000000000000[0-9])[1-9][0-9]{17}\b")]
    private static partial Regex New();

    [GeneratedRegex("request [0-9a-f-]{36}")]
    private static partial Regex Request();
}

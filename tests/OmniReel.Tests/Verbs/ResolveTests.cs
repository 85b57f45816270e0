using System.Text;
using System.Text.RegularExpressions;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Stores;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Tests.Verbs;

/// <summary>What <c>tasks resolve</c> prints is read by people: kept word for word. OMNIREEL_GOLDEN=write renews the files in the checkout.</summary>
public sealed partial class ResolveTests : IDisposable
{
    private const long FirstTask = 400_000_000_000_000_001, SentAt = 1_795_435_200_000;

    private static readonly string s_golden = Path.Combine(Checkout.Root, "tests", "OmniReel.Tests", "Verbs", "Golden");

    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "en")]
    [InlineData(true, "zh")]
    public async Task It_lists_what_waits_and_says_what_was_done(bool chinese, string language)
    {
        await FillAsync();
        var all = new StringBuilder();
        foreach (var words in (string[][])[[], ["3", "--adopt"], ["2", "--resubmit"], ["1", "--write-off"], ["1", "--write-off"], ["9", "--adopt", "up-1"], []])
        {
            var said = await OmniReelProgram.SayAsync(chinese, ["tasks", "resolve", .. words, "--data", _folder["data"]]);
            all.Append($"$ omnireel tasks resolve {string.Join(' ', words)}".TrimEnd()).Append('\n').Append(said.Output).Append(said.Error).Append($"[{said.Code}]\n\n");
        }

        var text = New().Replace(all.ToString(), "NEW-TASK");
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

    /// <summary>Two submits whose outcome is unknown, one orphan, and a film that only the upstream knows.</summary>
    private async Task FillAsync()
    {
        using var folder = DataFolder.Open(_folder["data"]);
        await using var storage = SqliteStorage.Open(folder.Database, new SqliteOptions(), TimeProvider.System, new StoreHealth());
        await using var tasks = new SqliteTaskStore(storage, new TaskSignals());
        var submits = new SqliteSubmitStore(storage);
        for (var n = 0; n < 3; n++)
        {
            await tasks.AcceptAsync(new NewTask(FirstTask + n, "default", null, s_facts, """{"prompt":"a boat"}"""u8.ToArray(), SentAt, null), Stop);
            var lease = (await tasks.LeaseAsync("n1", 1, TimeSpan.FromMinutes(5), Stop)).ShouldHaveSingleItem().Lease;
            var submit = (await submits.IntendAsync(lease, new NewSubmit("kling", "or-5f2a", null, "00ff", 3.5m, SentAt + (n * 60_000), SentAt), Stop)).ShouldNotBeNull();
            await submits.RecordAsync(submit.Id, n == 2 ? SubmitEvent.Accept : SubmitEvent.Lose, n == 2 ? new SubmitNews("up-3") : new SubmitNews(Note: "Timed out."), Stop);
            await submits.RecordAsync(submit.Id, n == 2 ? SubmitEvent.Orphan : SubmitEvent.Abandon, new SubmitNews(Note: n == 2 ? "Its task ended without it." : "No clear answer came from the upstream."), Stop);
            (await tasks.FailAsync(lease, "no", Stop)).ShouldBeTrue();
        }

        await submits.BookStrangerAsync(new StrangeFilm("kling", "up-77", "or-5f2a-1-1", SentAt, SentAt, "succeed"), Stop);
    }

    private static readonly TaskFacts s_facts = new()
    {
        Profile = ApiProfile.Vendor,
        Model = VideoModel.V3Omni,
        Mode = VideoMode.Std,
        Kind = new RequestKind(InputKind.TextToVideo, ShotKind.SingleShot),
        Units = 3.5m,
        Language = "en",
        Engine = "kling",
    };

    // The ids of the tasks that were there stand in the file; those of new ones differ each time.
    [GeneratedRegex(@"\b(?!40000000000000000[0-9])[1-9][0-9]{17}\b")]
    private static partial Regex New();
}

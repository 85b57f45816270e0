using OmniReel.Contract.Requests;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Stores;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Tests;

/// <summary>A data folder with paid submits that wait for a person: two whose outcome is unknown (1 and 2), an orphan (3), and a film that only the upstream knows.</summary>
internal static class PaidBook
{
    /// <summary>The id of the first of the three tasks; the others follow it.</summary>
    public const long FirstTask = 400_000_000_000_000_001;

    private const long SentAt = 1_795_435_200_000;

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

    /// <summary>Writes it into a folder that no server has.</summary>
    public static async Task FillAsync(string path, CancellationToken cancellation)
    {
        using var folder = DataFolder.Open(path);
        await using var storage = SqliteStorage.Open(folder.Database, new SqliteOptions(), TimeProvider.System, new StoreHealth());
        await using var tasks = new SqliteTaskStore(storage, new TaskSignals());
        var submits = new SqliteSubmitStore(storage);
        for (var n = 0; n < 3; n++)
        {
            await tasks.AcceptAsync(new NewTask(FirstTask + n, "default", null, s_facts, """{"prompt":"a boat"}"""u8.ToArray(), SentAt, null), cancellation);
            var lease = (await tasks.LeaseAsync("n1", 1, TimeSpan.FromMinutes(5), cancellation)).ShouldHaveSingleItem().Lease;
            var submit = (await submits.IntendAsync(lease, new NewSubmit("kling", "or-5f2a", null, "00ff", 3.5m, SentAt + (n * 60_000), SentAt), cancellation)).ShouldNotBeNull();
            foreach (var (on, news) in n == 2 ? s_paid : s_lost)
                (await submits.RecordAsync(submit.Id, on, news, cancellation)).ShouldNotBeNull();
            (await tasks.FailAsync(lease, "no", cancellation)).ShouldBeTrue();
        }

        await submits.BookStrangerAsync(new StrangeFilm("kling", "up-77", "or-5f2a-1-1", SentAt, SentAt, "succeed"), cancellation);
    }

    private static readonly (SubmitEvent On, SubmitNews News)[] s_lost =
        [(SubmitEvent.Lose, new(Note: "Timed out.")), (SubmitEvent.Abandon, new(Note: "No clear answer came from the upstream."))];

    private static readonly (SubmitEvent On, SubmitNews News)[] s_paid = [(SubmitEvent.Accept, new("up-3")), (SubmitEvent.Orphan, new(Note: "Its task ended without it."))];
}

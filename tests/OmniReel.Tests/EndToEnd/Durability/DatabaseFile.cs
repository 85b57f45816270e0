using Microsoft.Data.Sqlite;
using OmniReel.Contract.Requests;
using OmniReel.Server.Stores;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Tests.EndToEnd.Durability;

/// <summary>The database of a data folder, while no server owns it.</summary>
internal static class DatabaseFile
{
    /// <summary>What the external ids of the tasks begin with that are put in.</summary>
    public const string Filled = "filled-";

    private static readonly TaskFacts s_facts = new()
    {
        Profile = ApiProfile.Vendor,
        Model = VideoModel.V3Omni,
        Mode = VideoMode.Std,
        Kind = new RequestKind(InputKind.TextToVideo, ShotKind.SingleShot),
        Units = 1.8m,
        Seconds = 3,
        Language = "en",
        Engine = "embedded",
    };

    public static string PathIn(string data) => Path.Combine(data, DataFolder.DatabaseName);

    /// <summary>Makes the folder where it is missing, and puts tasks into its store: canceled ones, or such that wait for a worker.</summary>
    public static async Task FillAsync(string data, int tasks, bool canceled)
    {
        const int together = 500;
        Directory.CreateDirectory(data);
        await using var store = SqliteTaskStore.Open(PathIn(data), new SqliteOptions(), TimeProvider.System, new TaskSignals(), new StoreHealth());
        var ids = new TaskIds(TimeProvider.System, store.NewestId);
        var body = """{"model_name":"kling-v3-omni","prompt":"a boat on the sea at night","mode":"std","aspect_ratio":"16:9","duration":"3"}"""u8.ToArray();
        for (var made = 0; made < tasks; made += together)
        {
            await Task.WhenAll(Enumerable.Range(0, Math.Min(together, tasks - made)).Select(async _ =>
            {
                var id = ids.Next();
                var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
                var outcome = await store.AcceptAsync(new NewTask(id, "default", $"{Filled}{id}", s_facts, body, now, null), CancellationToken.None);
                outcome.ShouldBeOfType<AcceptOutcome.Accepted>();
                if (canceled)
                    (await store.CancelAsync("default", $"{id}", CancellationToken.None)).ShouldBe(CancelOutcome.Canceled);
            }));
        }
    }

    /// <summary>What SQLite's own check says: <c>ok</c> where every page is as it should be.</summary>
    public static string Integrity(string data)
    {
        using var connection = new SqliteConnection($"Data Source={PathIn(data)};Pooling=False");
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        return (string)check.ExecuteScalar()!;
    }
}

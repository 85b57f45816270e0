// Accepts tasks as fast as it can and prints each one once the store has acknowledged it. It is made to be killed.
// Arguments: the database file, a name for this run, the number of producers. (Of "callbacks DATA …" see CallbackCrasher.)
using OmniReel.Contract.Requests;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using OmniReel.StoreCrasher;

if (args[0] == "callbacks")
{
    await CallbackCrasher.RunAsync(args[1], int.Parse(args[2]), int.Parse(args[3]), args[4], args[5..]);
    return;
}

var (path, run, producers) = (args[0], args[1], int.Parse(args[2]));
await using var store = SqliteTaskStore.Open(path, new SqliteOptions(), TimeProvider.System, new TaskSignals(), new StoreHealth());
var ids = new TaskIds(TimeProvider.System, store.NewestId);
var facts = new TaskFacts
{
    Profile = ApiProfile.Relay,
    Model = VideoModel.V3Omni,
    Mode = VideoMode.Std,
    Kind = new RequestKind(InputKind.TextToVideo, ShotKind.SingleShot),
    Units = 1,
    Seconds = 5,
    Language = "en",
    Engine = "embedded",
};
var print = new Lock();
await Task.WhenAll(Enumerable.Range(0, producers).Select(producer => Task.Run(() => ProduceAsync(producer))));

async Task ProduceAsync(int producer)
{
    for (var n = 0; ; n++)
    {
        var name = $"{run}-{producer}-{n}";
        var claim = new IdempotencyClaim(name, new byte[32], name);
        var outcome = await store.AcceptAsync(new NewTask(ids.Next(), "a", name, facts, "{}"u8.ToArray(), 1, claim), CancellationToken.None);
        if (outcome is not AcceptOutcome.Accepted accepted)
            throw new InvalidOperationException($"{name}: {outcome}");
        lock (print)
        {
            Console.Out.WriteLine($"{accepted.Task.Id} {name}.");
            Console.Out.Flush();
        }
    }
}

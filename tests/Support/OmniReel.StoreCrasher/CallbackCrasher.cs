using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Contract.Requests;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Hosting;
using OmniReel.Server.Stores;
using OmniReel.Server.Tasks;

namespace OmniReel.StoreCrasher;

/// <summary>
/// A whole server that tasks come to an end in, at a steady pace, each with a callback. It prints each end once the store has
/// acknowledged it, and is made to be killed. Without a pace it makes what was not delivered due at once, and only delivers.
/// </summary>
internal static class CallbackCrasher
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(string data, int perSecond, int most, string secret, string[] receivers)
    {
        if (perSecond == 0)
            MakeDue(Path.Combine(data, DataFolder.DatabaseName));
        await using var server = OmniReelServer.Create(new ServerOptions
        {
            DataFolder = data,
            Urls = [],
            Workers = 0,
            AllowedNetworks = [new IPNetwork(IPAddress.Loopback, 32)],
            SigningSecrets = [secret],
            HandleSignals = false,
            Console = false,
        },
        // In the last life all is delivered: a machine that stands still for seconds must not put an attempt off to the schedule's hours.
        perSecond > 0 ? null : services => services.AddSingleton(new CallbackOptions { ConnectTime = TimeSpan.FromMinutes(1), AttemptTime = TimeSpan.FromMinutes(2) }));
        await server.StartAsync();
        var deliveries = server.Services.GetRequiredService<IDeliveryStore>();
        if (perSecond == 0)
        {
            await deliveries.ReplayAsync("default", new DeliveryFilter(DeliveryState.Exhausted), CancellationToken.None);
        }

        var store = server.Services.GetRequiredService<ITaskStore>();
        var ids = server.Services.GetRequiredService<TaskIds>();
        await Console.Out.WriteLineAsync("ready.");
        using var timer = new PeriodicTimer(Beat);
        for (var (made, owed) = (0, 0.0); made < most && await timer.WaitForNextTickAsync();)
        {
            owed += perSecond * Beat.TotalSeconds;
            var now = Math.Min((int)owed, most - made);
            await EndAsync(store, ids, [.. Enumerable.Range(made, now).Select(n => receivers[n % receivers.Length])]);
            (made, owed) = (made + now, owed - now);
        }

        await Console.Out.WriteLineAsync("done.");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
    }

    // The last life need not wait for hours of the schedule; yet nobody rings for what waits: the start has to find it.
    private static void MakeDue(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var due = connection.CreateCommand();
        due.CommandText = $"UPDATE deliveries SET due_at = 0 WHERE state = {(int)DeliveryState.Waiting}";
        due.ExecuteNonQuery();
    }

    /// <summary>Tasks accepted together; each third of them is begun as well, so that it has two events.</summary>
    private static async Task EndAsync(ITaskStore store, TaskIds ids, string[] urls)
    {
        var accepted = await Task.WhenAll(urls.Select(async url =>
        {
            var task = new NewTask(ids.Next(), "default", null, Facts(url), "{}"u8.ToArray(), TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(), null);
            return await store.AcceptAsync(task, CancellationToken.None) is AcceptOutcome.Accepted done ? done.Task : throw new InvalidOperationException("not accepted");
        }));
        var leased = await store.LeaseAsync("crasher", accepted.Length / 3, TimeSpan.FromMinutes(5), CancellationToken.None);
        await Task.WhenAll(leased.Select(async one => await store.FailAsync(one.Lease, "no film", CancellationToken.None)));
        await Task.WhenAll(accepted.Select(async task => await store.CancelAsync("default", $"{task.Id}", CancellationToken.None)));
        await Console.Out.WriteAsync(string.Concat(accepted.Select(task => $"{task.Id}.\n")));
    }

    private static TaskFacts Facts(string url) => new()
    {
        Profile = ApiProfile.Relay,
        Model = VideoModel.V3Omni,
        Mode = VideoMode.Std,
        Kind = new RequestKind(InputKind.TextToVideo, ShotKind.SingleShot),
        Units = 1,
        Seconds = 5,
        Language = "en",
        Engine = "embedded",
        CallbackUrl = url,
        LinksBegin = "http://127.0.0.1",
    };
}

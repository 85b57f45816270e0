using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Contract.Requests;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Hosting;
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
        await using var server = OmniReelServer.Create(new ServerOptions
        {
            DataFolder = data,
            Urls = [],
            Workers = 0,
            AllowedNetworks = [new IPNetwork(IPAddress.Loopback, 32)],
            SigningSecrets = [secret],
            HandleSignals = false,
            Console = false,
        });
        await server.StartAsync();
        var deliveries = server.Services.GetRequiredService<IDeliveryStore>();
        if (perSecond == 0)
        {
            foreach (var state in new[] { DeliveryState.Waiting, DeliveryState.Exhausted })
                await deliveries.ReplayAsync("default", new DeliveryFilter(state), CancellationToken.None);
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

using System.Diagnostics;
using System.Globalization;
using OmniReel.Client;
using OmniReel.Contract.Answers;
using OmniReel.Server.Lab.FakeUpstream;

namespace OmniReel.Tests.EndToEnd.Paid;

/// <summary>A server whose upstream is another server of ours: what comes through is what was made there, and what a gateway adds is measured.</summary>
public sealed class RelayTests : IDisposable
{
    private static readonly NewVideo s_wish = new() { ModelName = "kling-v3-omni", Prompt = "A fox runs through the snow.", Mode = "std", AspectRatio = "1:1", Duration = "3", Sound = "on", WatermarkInfo = new NewWatermark(true) };

    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_film_comes_through_byte_for_byte()
    {
        using var maker = await ServeProcess.StartAsync(_folder["maker"]);
        using var gateway = await GatewayAsync(maker.Url, ServeProcess.Key);

        var film = await WaitAsync(gateway.Client, (await gateway.Client.CreateAsync(s_wish, cancellation: Stop)).TaskId);
        film.TaskStatus.ShouldBe("succeed", film.TaskStatusMsg);
        film.OmniReel!.Engine.ShouldBe("kling");
        var made = (await maker.Client.ListAsync(1, 10, Stop)).ShouldHaveSingleItem();
        made.OmniReel!.Engine.ShouldBe("embedded");

        var (there, here) = (made.TaskResult.Videos!.Single(), film.TaskResult.Videos!.Single());
        (await BytesAsync(here.Url)).ShouldBe(await BytesAsync(there.Url));
        (await BytesAsync(here.WatermarkUrl!)).ShouldBe(await BytesAsync(there.WatermarkUrl!));
        (here.Duration, film.FinalUnitDeduction).ShouldBe((there.Duration, made.FinalUnitDeduction));
        // The maker's reference is the gateway's own: never the caller's.
        made.TaskInfo.ExternalTaskId.ShouldNotBeNull().ShouldEndWith($"-{film.TaskId}-1");
    }

    [Fact]
    public async Task What_a_gateway_adds_is_little()
    {
        await using var upstream = await FakeUpstream.StartAsync(new FakeUpstreamOptions { FilmTime = TimeSpan.Zero, Tiny = true }, Stop);
        using var gateway = await GatewayAsync(upstream.Url, upstream.Options.ApiKey);
        using var direct = new OmniReelClient(new OmniReelClientOptions { BaseUrl = new Uri(upstream.Url), Key = upstream.Options.ApiKey, Attempts = 1 });
        var wish = s_wish with { WatermarkInfo = null };
        await gateway.Client.CreateAsync(wish, cancellation: Stop);
        var (through, straight) = (new List<double>(), new List<double>());
        for (var i = 0; i < 20; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var id = (await gateway.Client.CreateAsync(wish, cancellation: Stop)).TaskId;
            while (upstream.Journal().All(entry => entry.Reference?.Contains(id, StringComparison.Ordinal) != true))
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Stop);
            through.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            await direct.CreateAsync(wish, cancellation: Stop);
            straight.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"gateway: from a create to the submit at the upstream, median {Median(through):0.0} ms (accept, intent and a new connection in it); a create straight there {Median(straight):0.0} ms"));
        Median(through).ShouldBeLessThan(2_000);
    }

    private Task<ServeProcess> GatewayAsync(string url, string key) => ServeProcess.StartAsync(
        _folder["gateway"], new Dictionary<string, string?> { ["KLING_BASE_URL"] = url, ["KLING_API_KEY"] = key, ["OMNIREEL_Server__Dev"] = "true" });

    private static async Task<TaskData> WaitAsync(OmniReelClient client, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            if (await client.GetAsync(id, patience.Token) is { TaskStatus: "succeed" or "failed" } ended)
                return ended;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    private static async Task<byte[]> BytesAsync(string url)
    {
        using var http = new HttpClient();
        return await http.GetByteArrayAsync(url, Stop);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}

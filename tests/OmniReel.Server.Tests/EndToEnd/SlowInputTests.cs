using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Server.Hosting;
using OmniReel.Server.Tests.Http.OpenApi;
using OmniReel.Server.Tests.Inputs.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.EndToEnd;

/// <summary>Inputs that come as slowly as they may, the whole way over HTTP, on a server that works on one film at a time.</summary>
public sealed class SlowInputTests : IDisposable
{
    private const string Path = "/kling/v1/videos/omni-video";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Films_of_words_are_made_while_more_videos_trickle_in_than_may_be_waited_for()
    {
        var isOver = new TaskCompletionSource();
        await using var web = ScriptedListener.Raw(async (stream, _, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 200000000\r\n\r\n\0\0\0\u0018ftypmp42\0\0\0\0mp42isom"u8.ToArray(), cancellation);
            var piece = new byte[100 << 10];
            while (await Task.WhenAny(isOver.Task, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellation)) != isOver.Task)
                await stream.WriteAsync(piece, cancellation);
        });
        await using var server = OmniReelServer.Create(new ServerOptions
        {
            DataFolder = _folder.File("data"), Urls = ["http://127.0.0.1:0"], Key = "test-key-0123456789", HandleSignals = false, Console = false, Dev = true, Workers = 1, StopGrace = TimeSpan.Zero,
        },
        // Too slow is by this clock, which stands: here it is about who waits for whom.
        services => services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(new FakeTimeProvider(TimeProvider.System.GetUtcNow())));
        await server.StartAsync(Stop);
        using var client = new HttpClient(new DocumentedAnswers(new SocketsHttpHandler())) { BaseAddress = new Uri(server.Address), Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "test-key-0123456789");

        var slow = new List<string>();
        for (var n = 0; n < 10; n++)
            slow.Add(await CreateAsync(client, $$""" ,"video_list":[{"video_url":"{{web.Url}}/{{n}}.mp4","refer_type":"feature"}] """));
        for (var n = 0; n < 2; n++)
            (await EndAsync(client, await CreateAsync(client, ""))).ShouldBe("succeed", Said());
        foreach (var id in slow)
            (await StatusAsync(client, id, wait: false)).ShouldBeOneOf("submitted", "processing");

        // What has waited is worked on once it is here: cut short, it is no film.
        isOver.SetResult();
        foreach (var id in slow)
            (await EndAsync(client, id)).ShouldBe("failed");
        await server.StopAsync(Stop);
    }

    private static string Said() => TestContext.Current.TestOutputHelper?.Output ?? "";

    private static async Task<string> CreateAsync(HttpClient client, string more)
    {
        using var content = new StringContent($$"""{"model_name":"kling-v3-omni","prompt":"A boat.","mode":"std","aspect_ratio":"16:9","duration":"3"{{more}}}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(Path, content, Stop);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        return json.RootElement.GetProperty("data").GetProperty("task_id").GetString()!;
    }

    private static async Task<string> EndAsync(HttpClient client, string id)
    {
        while (true)
        {
            if (await StatusAsync(client, id, wait: true) is var status and ("failed" or "succeed"))
                return status;
        }
    }

    private static async Task<string> StatusAsync(HttpClient client, string id, bool wait)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"{Path}/{id}");
        if (wait)
            ask.Headers.Add("Prefer", "wait=60");
        using var answer = await client.SendAsync(ask, Stop);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop));
        var data = json.RootElement.GetProperty("data");
        if (data.GetProperty("task_status_msg").GetString() is { Length: > 0 } message)
            TestContext.Current.TestOutputHelper?.WriteLine(message);
        return data.GetProperty("task_status").GetString()!;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OmniReel.Server.Hosting;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Inputs.Hostile;

/// <summary>A sample of the corpus the whole way: a real server fetches it from a real address, and every task ends with a plain message.</summary>
public sealed class HostileServerTests : IAsyncDisposable
{
    private const string Key = "test-key-0123456789";

    // Small files of every kind of attack: text in disguise, references, bombs, cuts, noise, odd words.
    private static readonly int[] s_sample = [1, 3, 10, 15, 19, 20, 23, 24, 26, 32, 35, 37, 38, 47, 50, 52];

    private readonly TemporaryFolder _folder = new();
    private readonly Trap _trap = new();
    private readonly HttpListener _web = new();
    private readonly Dictionary<string, byte[]> _files = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _web.Close();
        _trap.Dispose();
        _folder.Dispose();
        return default;
    }

    [Fact]
    public async Task Every_task_ends_with_a_message_and_the_server_is_healthy()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the sandbox is Linux's");
        var root = Serve();
        await using var server = OmniReelServer.Create(new ServerOptions
        {
            DataFolder = _folder.File("data"), Urls = ["http://127.0.0.1:0"], Key = Key, HandleSignals = false, Console = false, Dev = true, Workers = 2, StopGrace = TimeSpan.Zero,
        });
        await server.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);

        var media = new HostileMedia(_trap, _folder);
        var ids = new List<(string Name, string Id)>();
        foreach (var one in media.All.Where(c => s_sample.Contains(c.Number)))
        {
            foreach (var (at, bytes) in one.Files().Take(3).Index())
            {
                var name = $"{one.Number}-{at}{(one.IsPicture ? "p" : "v")}";
                _files[$"/{name}"] = bytes;
                ids.Add((name, await CreateAsync(client, $"{root}{name}", one.IsPicture)));
            }
        }

        var ended = new Dictionary<string, int>();
        foreach (var (name, id) in ids)
        {
            using var task = JsonDocument.Parse(await EndAsync(client, id));
            var data = task.RootElement.GetProperty("data");
            var (status, message) = (data.GetProperty("task_status").GetString()!, data.GetProperty("task_status_msg").GetString()!);
            ended[status] = ended.GetValueOrDefault(status) + 1;
            message.ShouldNotContain(_trap.Token);
            // A decoder that got nothing of a crowded machine, time and again, is the server's trouble, and it says so.
            if (status == "failed" && !(message == TaskMessages.EngineBroke("en") && Crowd.PerProcessor() > 2))
                (message.Contains("_list[0]", StringComparison.Ordinal) || message.Contains("embedded engine", StringComparison.Ordinal)).ShouldBeTrue($"{name}: {message}");
        }

        (await client.GetAsync("/healthz", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        _trap.WasConnectedTo.ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(_folder.File("data/task-inputs")).ShouldBeEmpty();
        Console.WriteLine($"hostile media through HTTP: {ids.Count} tasks: {string.Join(", ", ended.Select(e => $"{e.Value} {e.Key}"))}; the server healthy");
        await server.StopAsync(Stop);
    }

    private string Serve()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var root = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        _web.Prefixes.Add(root);
        _web.Start();
        _ = AnswerAsync();
        return root;
    }

    private async Task AnswerAsync()
    {
        while (_web.IsListening)
        {
            HttpListenerContext asked;
            try
            {
                asked = await _web.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var answer = asked.Response;
            try
            {
                await answer.OutputStream.WriteAsync(_files[asked.Request.Url!.AbsolutePath], Stop);
            }
            catch (HttpListenerException)
            {
                // The server hung up on what it does not want.
            }
        }
    }

    private static async Task<string> CreateAsync(HttpClient client, string url, bool isPicture)
    {
        var input = isPicture
            ? $$""" "image_list":[{"image_url":"{{url}}","type":"first_frame"}] """
            : $$""" "video_list":[{"video_url":"{{url}}","refer_type":"feature"}],"aspect_ratio":"16:9" """;
        var body = $$"""{"model_name":"kling-v3-omni","prompt":"It moves.","mode":"std","duration":"3",{{input}}}""";
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/kling/v1/videos/omni-video", content, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.GetProperty("data").GetProperty("task_id").GetString()!;
    }

    private static async Task<string> EndAsync(HttpClient client, string id)
    {
        while (true)
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, $"/kling/v1/videos/omni-video/{id}");
            ask.Headers.Add("Prefer", "wait=60");
            using var answer = await client.SendAsync(ask, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            if (text.Contains("\"failed\"", StringComparison.Ordinal) || text.Contains("\"succeed\"", StringComparison.Ordinal))
                return text;
        }
    }
}

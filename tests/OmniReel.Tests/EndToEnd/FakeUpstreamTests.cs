using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OmniReel.Tests.EndToEnd;

/// <summary><c>fake-upstream</c> as a process: a client's whole way, a kill, a signal.</summary>
public sealed class FakeUpstreamTests : IDisposable
{
    private const string Films = "/v1/videos/omni-video";

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_client_goes_its_whole_way_and_a_kill_forgets_nothing_that_was_paid()
    {
        Needed.Programs(("ffmpeg", "ffmpeg"));
        string first;
        using (var fake = await StartAsync("--tiny", "--seconds-per-film", "0.2"))
        {
            using var http = Client(fake);
            first = await CreateAsync(http, "order-1");
            JsonElement task;
            var statuses = new List<string>();
            do
            {
                task = (await GetAsync(http, $"{Films}/{first}")).GetProperty("data");
                statuses.Add(task.GetProperty("task_status").GetString()!);
            }
            while (statuses[^1] is not ("succeed" or "failed"));
            statuses[^1].ShouldBe("succeed");
            var film = await http.GetByteArrayAsync(task.GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString(), Cancellation);
            var served = (await GetAsync(http, "/fake/journal?kind=download")).GetProperty("entries")[0];
            served.GetProperty("film_sum").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(film)));
            // Paid for, and killed before anything else can happen.
            await CreateAsync(http, "order-2");
            fake.Signal(9);
            (await fake.EndAsync()).Code.ShouldBe(137);
        }

        using (var fake = await StartAsync("--tiny", "--seconds-per-film", "0.2"))
        {
            using var http = Client(fake);
            (await GetAsync(http, "/fake/paid")).GetProperty("references").GetRawText().ShouldBe("""{"order-1":1,"order-2":1}""");
            (await GetAsync(http, $"{Films}/order-1")).GetProperty("data").GetProperty("task_id").GetString().ShouldBe(first);
            (await GetAsync(http, Films)).GetProperty("data").GetArrayLength().ShouldBe(2);
            fake.Signal(2);
            var ended = await fake.EndAsync();
            ended.Code.ShouldBe(0, ended.Error);
            ended.Output.ShouldContain("2 films were paid for, 3.6 units; 0 references more than once.");
        }
    }

    [Fact]
    public async Task Killed_under_load_it_knows_every_film_that_it_ever_acknowledged()
    {
        var acknowledged = new ConcurrentQueue<string>();
        var kills = Checkout.Count(2, 20);
        for (var kill = 0; kill < kills; kill++)
        {
            using var fake = await StartAsync("--tiny");
            var until = acknowledged.Count + 100;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async line =>
            {
                using var http = Client(fake);
                try
                {
                    for (var order = 0; ; order++)
                    {
                        await CreateAsync(http, $"order-{kill}-{line}-{order}");
                        acknowledged.Enqueue($"order-{kill}-{line}-{order}");
                        if (acknowledged.Count == until) fake.Signal(9);
                    }
                }
                catch (HttpRequestException)
                {
                    // It is dead.
                }
            }));
            (await fake.EndAsync()).Code.ShouldBe(137);
        }

        using var last = await StartAsync("--tiny");
        using var asking = Client(last);
        var paid = (await GetAsync(asking, "/fake/paid")).GetProperty("references").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetInt32());
        acknowledged.ShouldAllBe(reference => paid.GetValueOrDefault(reference) == 1);
        Console.WriteLine($"fake upstream: {kills} kills, {acknowledged.Count} films acknowledged, {paid.Count} in the journal, 0 lost");
    }

    [Fact]
    public async Task It_says_where_it_is_and_what_to_set_and_quietly_its_address_alone()
    {
        using var fake = await StartAsync();
        var url = Url(fake);
        foreach (var line in (string[])["API key:      sk-fake-upstream-0123456789abcdef", "fake-access-key / fake-secret-key-0123456789abcdef", $"KLING_BASE_URL={url} KLING_API_KEY=sk-fake-upstream-0123456789abcdef", $"{url}/fake/paid"])
            (await fake.SaysAsync(line)).ShouldBeTrue(fake.Output);

        using var quiet = OmniReelProgram.Start(["fake-upstream", "--url", "http://127.0.0.1:0", "--quiet"]);
        (await quiet.SaysAsync("http://127.0.0.1:")).ShouldBeTrue(quiet.Error);
        quiet.Signal(15);
        var ended = await quiet.EndAsync();
        (ended.Code, ended.Output.Trim().Split('\n').Length).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_line()
    {
        using var fake = await StartAsync();
        using var second = OmniReelProgram.Start(["fake-upstream", "--url", Url(fake)]);
        var ended = await second.EndAsync();
        ended.Code.ShouldBe(2);
        ended.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("cannot listen on");
    }

    private async Task<RunningProgram> StartAsync(params string[] more)
    {
        var fake = OmniReelProgram.Start(["fake-upstream", "--url", "http://127.0.0.1:0", "--data", _folder["fake"], .. more]);
        (await fake.SaysAsync("listens on ")).ShouldBeTrue(fake.Error);
        return fake;
    }

    private static string Url(RunningProgram fake) => fake.Output.Split("listens on ")[1].Split('\n')[0].Trim();

    private static HttpClient Client(RunningProgram fake)
    {
        var http = new HttpClient { BaseAddress = new Uri(Url(fake)) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-fake-upstream-0123456789abcdef");
        return http;
    }

    private static async Task<string> CreateAsync(HttpClient http, string reference)
    {
        using var content = new StringContent($$"""{"model_name":"kling-v3-omni","prompt":"a red kite","mode":"std","aspect_ratio":"16:9","duration":"3","external_task_id":"{{reference}}"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(Films, content, Cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return json.RootElement.GetProperty("data").GetProperty("task_id").GetString()!;
    }

    private static async Task<JsonElement> GetAsync(HttpClient http, string path)
    {
        using var json = JsonDocument.Parse(await http.GetStringAsync(path, Cancellation));
        return json.RootElement.Clone();
    }
}

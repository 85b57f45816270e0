using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OmniReel.Tests.EndToEnd;

/// <summary>An identical film over HTTP: from a server that was killed and started again meanwhile, and from one that has no place for work.</summary>
public sealed class RepeatTests : IDisposable
{
    private const int Kill = 9;

    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_there_at_once_also_after_a_kill_and_with_all_that_goes_with_it()
    {
        string first;
        using (var server = await ServeProcess.StartAsync(_folder["data"]))
        {
            var made = await AskAsync(server, "a forest at sunset");
            made.GetProperty("omnireel").TryGetProperty("cached", out _).ShouldBeFalse();
            first = await SumsAsync(server, made);
            server.Program.Signal(Kill);
            await server.Program.EndAsync();
        }

        using var again = await ServeProcess.StartAsync(_folder["data"]);
        await RepeatAsync(again, first, "on a server with nothing else to do");

        var paraphrase = await AskAsync(again, "日落时的森林");
        paraphrase.GetProperty("omnireel").GetProperty("cached").GetBoolean().ShouldBeTrue();
        var fresh = await AskAsync(again, "a forest at sunset", "no-store");
        fresh.GetProperty("omnireel").TryGetProperty("cached", out _).ShouldBeFalse();
        (await SumsAsync(again, fresh)).ShouldBe(first, "drawn anew, and the same");
    }

    [Fact]
    public async Task It_is_there_at_once_also_while_every_place_is_taken_and_of_five_at_once_one_is_drawn()
    {
        using var server = await ServeProcess.StartAsync(_folder["data"]);
        var five = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync(server, "a forest at sunset")));
        five.Count(IsCached).ShouldBe(4);
        var sums = await Task.WhenAll(five.Select(task => SumsAsync(server, task)));
        sums.ShouldAllBe(sum => sum == sums[0]);

        string[] prompts = ["a city in the rain", "a city at night", "a lake in the mist"];
        var long3 = new List<string>();
        foreach (var prompt in prompts)
            long3.Add((await SendAsync(server, prompt, seconds: 15, mode: "pro")).GetProperty("task_id").GetString()!);
        while ((await Task.WhenAll(long3.Select(id => StatusAsync(server, id)))).Count(status => status == "processing") < 2)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
        await RepeatAsync(server, sums[0], "while both places draw long films and a third one waits");
        (await Task.WhenAll(long3.Select(id => StatusAsync(server, id)))).ShouldBe(["processing", "processing", "submitted"], ignoreOrder: true);
    }

    /// <summary>Asks for the film several times; it is drawn none.</summary>
    private static async Task RepeatAsync(ServeProcess server, string sums, string when)
    {
        var times = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var repeat = await AskAsync(server, "a forest at sunset");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            IsCached(repeat).ShouldBeTrue();
            (await SumsAsync(server, repeat)).ShouldBe(sums);
        }

        var usual = times.Order().ElementAt(times.Count / 2);
        Console.WriteLine($"a repeat {when}, from the POST to the answer that it succeeded: median {usual:0} ms of {string.Join(", ", times.Select(t => $"{t:0}"))}");
        usual.ShouldBeLessThan(500, "drawing it takes seconds");
    }

    private static bool IsCached(JsonElement task) => task.GetProperty("omnireel").TryGetProperty("cached", out var cached) && cached.GetBoolean();

    private static async Task<JsonElement> AskAsync(ServeProcess server, string prompt, string? control = null)
    {
        var data = await SendAsync(server, prompt, control, wait: true);
        data.GetProperty("task_status").GetString().ShouldBe("succeed");
        return data;
    }

    private static async Task<string> StatusAsync(ServeProcess server, string id)
    {
        using var http = Http(server);
        var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/v1/videos/omni-video/{id}", UriKind.Relative), Cancellation));
        return answer.RootElement.GetProperty("data").GetProperty("task_status").GetString()!;
    }

    private static async Task<JsonElement> SendAsync(ServeProcess server, string prompt, string? control = null, int seconds = 3, string mode = "std", bool wait = false)
    {
        using var http = Http(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/videos/omni-video")
        {
            Content = new StringContent($$"""{"model_name":"kling-v3-omni","prompt":"{{prompt}}","mode":"{{mode}}","duration":"{{seconds}}"}""", Encoding.UTF8, "application/json"),
        };
        if (wait)
            request.Headers.Add("Prefer", "wait=60");
        if (control is not null)
            request.Headers.CacheControl = CacheControlHeaderValue.Parse(control);
        using var answer = await http.SendAsync(request, Cancellation);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("data");
    }

    /// <summary>Of the film and of each of its pictures.</summary>
    private static async Task<string> SumsAsync(ServeProcess server, JsonElement task)
    {
        using var http = Http(server);
        var own = task.GetProperty("omnireel");
        string[] links = [task.GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString()!, .. new[] { "poster_url", "strip_url", "storyboard_url" }.Select(name => own.GetProperty(name).GetString()!)];
        var sums = await Task.WhenAll(links.Select(async link => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(await http.GetByteArrayAsync(new Uri(link), Cancellation)))));
        return string.Join(' ', sums);
    }

    private static HttpClient Http(ServeProcess server)
    {
        var http = new HttpClient { BaseAddress = new Uri(server.Url), Timeout = TimeSpan.FromSeconds(90) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ServeProcess.Key);
        return http;
    }
}

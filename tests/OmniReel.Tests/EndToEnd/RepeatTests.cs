using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OmniReel.Tests.EndToEnd;

/// <summary>An identical film over HTTP, from a server that was killed and started again meanwhile.</summary>
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
        var times = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var repeat = await AskAsync(again, "a forest at sunset");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            repeat.GetProperty("omnireel").GetProperty("cached").GetBoolean().ShouldBeTrue();
            (await SumsAsync(again, repeat)).ShouldBe(first);
        }

        var usual = times.Order().ElementAt(times.Count / 2);
        Console.WriteLine($"a repeat, from the POST to the answer that it succeeded: median {usual:0} ms of {string.Join(", ", times.Select(t => $"{t:0}"))}");
        usual.ShouldBeLessThan(500, "drawing it takes seconds");

        var paraphrase = await AskAsync(again, "日落时的森林");
        paraphrase.GetProperty("omnireel").GetProperty("cached").GetBoolean().ShouldBeTrue();
        var fresh = await AskAsync(again, "a forest at sunset", "no-store");
        fresh.GetProperty("omnireel").TryGetProperty("cached", out _).ShouldBeFalse();
        (await SumsAsync(again, fresh)).ShouldBe(first, "drawn anew, and the same");
    }

    private static async Task<JsonElement> AskAsync(ServeProcess server, string prompt, string? control = null)
    {
        using var http = Http(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/videos/omni-video")
        {
            Content = new StringContent($$"""{"model_name":"kling-v3-omni","prompt":"{{prompt}}","mode":"std","duration":"3"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Prefer", "wait=60");
        if (control is not null)
            request.Headers.CacheControl = CacheControlHeaderValue.Parse(control);
        using var answer = await http.SendAsync(request, Cancellation);
        var data = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("data");
        data.GetProperty("task_status").GetString().ShouldBe("succeed");
        return data;
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

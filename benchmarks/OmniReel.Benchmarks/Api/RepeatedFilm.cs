using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace OmniReel.Benchmarks.Api;

/// <summary>How soon an identical film is there, for a client that waits for it with its POST on a connection that is open.</summary>
internal static class RepeatedFilm
{
    private const int Rounds = 5;
    private const int Each = 20;

    private const string Body = """{"model_name":"kling-v3-omni","prompt":"a forest at sunset","mode":"std","duration":"3"}""";

    /// <param name="client">Of a server that draws films.</param>
    /// <param name="path">Where requests for films go.</param>
    /// <param name="folder">On the disk of that server's data.</param>
    public static async Task ShowAsync(Report report, HttpClient client, string path, string folder)
    {
        if (await IsCachedAsync(client, path))
            throw new InvalidOperationException("the first film was there before it was asked for");
        List<double> times = [], floors = [];
        for (var i = 0; i < Rounds; i++)
        {
            floors.Add(RawRepeat.Measure(folder, Each));
            for (var j = 0; j < Each; j++)
            {
                var began = Stopwatch.GetTimestamp();
                if (!await IsCachedAsync(client, path))
                    throw new InvalidOperationException("a film was drawn again");
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        var (usual, floor) = (Median.Of(times), Median.Of(floors));
        report.AtMost("an identical film, from its POST to the answer that it succeeded", usual, 50, "ms", $"p99 {Median.Percentile(times, 0.99):0.0} ms");
        report.AtMost("the same / three records and five names made durable by one bare thread", usual / floor, 12, "×", $"{floor:0.0} ms");
    }

    private static async Task<bool> IsCachedAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Prefer", "wait=60");
        using var answer = await client.SendAsync(request);
        var task = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
        if (task.GetProperty("task_status").GetString() is not "succeed" and var status)
            throw new InvalidOperationException($"the film is {status}");
        return task.GetProperty("omnireel").TryGetProperty("cached", out var cached) && cached.GetBoolean();
    }
}

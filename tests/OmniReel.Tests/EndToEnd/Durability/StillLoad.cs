using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using OmniReel.Client;

namespace OmniReel.Tests.EndToEnd.Durability;

/// <summary>
/// Callers that send creates and keep what they were told. Each create has a name of its own, which is its external id and its idempotency
/// key. The film asked for begins with a picture at a port of this machine where nobody listens, so that its task ends at once.
/// </summary>
/// <param name="padding">Blanks behind each request, to make its row as long as one wants.</param>
internal sealed class StillLoad(string kind, int padding = 0) : IDisposable
{
    /// <summary>What the server needs so that such tasks end as they should.</summary>
    public static readonly string[] Reach = ["--allow-network", "127.0.0.1/32"];

    private readonly HttpClient _client = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(30), UseProxy = false }) { Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentDictionary<string, string> _accepted = new();
    private readonly ConcurrentDictionary<string, Refusal> _refused = new();
    private readonly string _blanks = new(' ', padding);
    private int _next;

    /// <summary>Tasks by the names of their creates.</summary>
    public IReadOnlyDictionary<string, string> Accepted => _accepted;

    /// <summary>Creates that were answered with an error, by their names.</summary>
    public IReadOnlyDictionary<string, Refusal> Refused => _refused;

    /// <summary>Creates that were sent.</summary>
    public int Sent => _next;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Several callers, each with one create after another, until the condition holds or no answer comes.</summary>
    public Task SendAsync(ServeProcess server, int callers, Func<bool> until) => Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
    {
        while (!until() && await CreateAsync(server) is not null)
        {
        }
    }));

    /// <summary>So many creates in all.</summary>
    public Task SendAsync(ServeProcess server, int callers, int creates)
    {
        var left = creates;
        return SendAsync(server, callers, () => Interlocked.Decrement(ref left) < 0);
    }

    /// <summary>One create under a new name; null when no answer came.</summary>
    public async Task<HttpStatusCode?> CreateAsync(ServeProcess server)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{kind}-{Interlocked.Increment(ref _next):00000}");
        var body = $$"""{"model_name":"kling-v3-omni","prompt":"<<<image_1>>> sails","mode":"std","aspect_ratio":"16:9","duration":"3","external_task_id":"{{name}}","image_list":[{"image_url":"http://127.0.0.1:1/boat.png"}]}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Url + "/kling/v1/videos/omni-video")
        {
            Content = new StringContent(body + _blanks, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ServeProcess.Key);
        request.Headers.Add("Idempotency-Key", "key-" + name);
        try
        {
            using var answer = await _client.SendAsync(request, Cancellation);
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            if (answer.IsSuccessStatusCode)
                _accepted[name] = said.GetProperty("data").GetProperty("task_id").GetString()!;
            else
                _refused[name] = new Refusal(answer.StatusCode, answer.Headers.RetryAfter?.Delta, said.GetProperty("message").GetString()!);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>
    /// Asks the server for all its tasks: nothing that was acknowledged is missing, no name has two, and, where a refusal says that nothing
    /// was changed, that is so.
    /// </summary>
    public async Task CheckAsync(ServeProcess server)
    {
        var tasks = new Dictionary<string, string>();
        for (var (page, more) = (1, true); more; page++)
        {
            var some = await server.Client.ListAsync(page, 500, Cancellation);
            foreach (var task in some)
                tasks.TryAdd(task.TaskInfo.ExternalTaskId!, task.TaskId).ShouldBeTrue($"{task.TaskInfo.ExternalTaskId} has two tasks");
            more = some.Count == 500;
        }

        Accepted.Where(one => tasks.GetValueOrDefault(one.Key) != one.Value).ShouldBeEmpty("acknowledged, and lost");
        Refused.Where(one => one.Value.Message.Contains("nothing was changed", StringComparison.Ordinal) && tasks.ContainsKey(one.Key)).ShouldBeEmpty("refused, and there");
        tasks.Values.ToHashSet().Count.ShouldBe(tasks.Count, "two names have one task");
    }

    public void Dispose() => _client.Dispose();

    /// <summary>An error that a create was answered with.</summary>
    internal sealed record Refusal(HttpStatusCode Status, TimeSpan? RetryAfter, string Message);
}

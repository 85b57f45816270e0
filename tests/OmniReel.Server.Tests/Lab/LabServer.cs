using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Engines;
using OmniReel.Server.Hosting;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Tests.Http.OpenApi;
using OmniReel.Server.Tests.Http.Support;

namespace OmniReel.Server.Tests.Lab;

/// <summary>A real server with the lab on, on the loopback; its engine makes films in no time. Each test takes a name of its own in it.</summary>
public sealed class LabServer : IAsyncLifetime
{
    public const string Key = "lab-key-0123456789";
    public const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    public const string Videos = "/v1/videos/omni-video";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omnireel-lab-");
    private OmniReelServer? _server;

    /// <summary>Changes the options before the start.</summary>
    internal Func<ServerOptions, ServerOptions> With { get; init; } = options => options;

    /// <summary>Draw films as the embedded engine does.</summary>
    internal bool Draws { get; init; }

    public string Address => _server!.Address;

    internal OmniReelServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        var options = new ServerOptions
        {
            DataFolder = _folder.FullName, Urls = ["http://127.0.0.1:0"], Key = Key, SigningSecrets = [Secret], Lab = true, HandleSignals = false, Console = false, StopGrace = TimeSpan.Zero,
        };
        _server = OmniReelServer.Create(With(options), services =>
        {
            // The tests' machine may stand still for seconds.
            services.AddSingleton(new CallbackOptions { ConnectTime = TimeSpan.FromMinutes(2), AttemptTime = TimeSpan.FromMinutes(5) });
            if (!Draws) services.RemoveAll<IEngine>().AddSingleton<IEngine, QuickEngine>();
        });
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Stops and starts again over the same folder, at another address.</summary>
    internal async Task RestartAsync()
    {
        await StopAsync();
        await InitializeAsync();
    }

    private async Task StopAsync()
    {
        await _server!.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
    }

    /// <summary>A client of a test's own.</summary>
    internal LabClient Client(string test) => new(Address, test);
}

/// <summary>A client as a user's program is one: a base URL, a key, plain HTTP.</summary>
internal sealed class LabClient : IDisposable
{
    private readonly string _test;
    private readonly HttpClient _http;

    public LabClient(string address, string test)
    {
        _test = test;
        _http = new HttpClient(new DocumentedAnswers(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, IsOfLab)) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", LabServer.Key);
    }

    public HttpClient Http => _http;

    // Answers of the API are not held against the document here: to be wrong is what the lab makes them for.
    private static bool IsOfLab(string path) => path == "/lab" || (path.StartsWith("/lab/", StringComparison.Ordinal) && !path.StartsWith(LabDoor.PathPrefix, StringComparison.Ordinal));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string Body(string prompt = "A paper boat.", string more = "") => $$"""{"model_name":"kling-v3-omni","prompt":"{{prompt}}","mode":"std","aspect_ratio":"16:9","duration":"5"{{more}}}""";

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Creates a task; with the faults that are ordered for it.</summary>
    public Task<Answer> PostTaskAsync(string? orders = null, string? body = null, params (string Name, string Value)[] headers) =>
        PostAsync(LabServer.Videos, body ?? Body(), orders is null ? headers : [("X-OmniReel-Lab", orders), .. headers]);

    public async Task<string> CreateAsync(string? orders = null, string? body = null, params (string Name, string Value)[] headers)
    {
        var answer = await PostTaskAsync(orders, body, headers);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Data.GetProperty("task_id").GetString()!;
    }

    public Task<Answer> QueryAsync(string id, params (string Name, string Value)[] headers) => GetAsync($"{LabServer.Videos}/{id}", headers);

    /// <summary>The task once it has ended.</summary>
    public async Task<Answer> EndAsync(string id)
    {
        Answer answer = null!;
        await Eventually.Async(async () =>
        {
            answer = await QueryAsync(id, ("Prefer", "wait=5"));
            return answer.Status == 200 && Status(answer) is "succeed" or "failed";
        });
        return answer;
    }

    /// <summary>Asks until the task says this.</summary>
    public async Task<Answer> UntilAsync(string id, string status)
    {
        Answer answer = null!;
        await Eventually.Async(async () => (Status(answer = await QueryAsync(id)) ?? "") == status);
        return answer;
    }

    public Task<Answer> OrderAsync(params string[] scenarios) =>
        PostAsync("/lab/scenarios", $$"""{"scenarios":[{{string.Join(",", scenarios.Select(one => $"\"{one.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""))}}]}""");

    public Task<Answer> ClockAsync(string pace) => PostAsync($"/lab/clock?pace={pace}", "");

    public Task<Answer> AdvanceAsync(double seconds) => PostAsync(FormattableString.Invariant($"/lab/clock/advance?seconds={seconds}"), "");

    public async Task<JsonRequests> JournalAsync(string query = "") => new((await GetAsync("/lab/journal?" + query)).Data);

    public static string? Status(Answer answer) => answer.Status == 200 ? answer.Data.GetProperty("task_status").GetString() : null;

    public static string Link(Answer task) => task.Data.GetProperty("task_result").GetProperty("videos")[0].GetProperty("url").GetString()!;

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers.Prepend(("X-OmniReel-Test", _test)))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await _http.SendAsync(request, Stop);
        return await Answer.OfAsync(response);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>The journal as a client reads it.</summary>
internal sealed class JsonRequests(System.Text.Json.JsonElement data)
{
    public int Count => data.GetProperty("count").GetInt32();

    public IReadOnlyList<System.Text.Json.JsonElement> All => [.. data.GetProperty("requests").EnumerateArray()];

    public IReadOnlyList<System.Text.Json.JsonElement> Callbacks => [.. data.GetProperty("callbacks").EnumerateArray()];
}

using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Reading;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Hosting;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Http.OpenApi;
using OmniReel.Server.Tests.Inputs.Support;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Http.Support;

/// <summary>
/// A real server on a free port of the loopback, over a folder of its own: real Kestrel, real store, a clock that only the test moves.
/// Its engine and its elements are the real ones, but no worker works on its tasks; the test leases and ends them itself.
/// </summary>
internal sealed class LiveServer : IAsyncDisposable
{
    public const string Key = "test-key-0123456789";
    public const string Relay = "/kling/v1/videos/omni-video";
    public const string Vendor = "/v1/videos/omni-video";
    public const string GoodBody = """{"model_name":"kling-v3-omni","prompt":"A paper boat drifts down a rain gutter.","mode":"std","aspect_ratio":"16:9","duration":"5"}""";

    private readonly DirectoryInfo _folder;
    private readonly OmniReelServer _server;

    private LiveServer(DirectoryInfo folder, OmniReelServer server, FakeTimeProvider time)
    {
        (_folder, _server, Time) = (folder, server, time);
        Client = new HttpClient(new DocumentedAnswers(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })) { BaseAddress = new Uri(server.Address), Timeout = TimeSpan.FromMinutes(5) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public HttpClient Client { get; }

    public FakeTimeProvider Time { get; }

    public OmniReelServer Server => _server;

    public string Folder => _folder.FullName;

    public ITaskStore Store => Service<ITaskStore>();

    public MemoryArtifacts Artifacts => (MemoryArtifacts)Service<IArtifactStore>();

    public int Port => new Uri(_server.Address).Port;

    public static async Task<LiveServer> StartAsync(Func<ServerOptions, ServerOptions>? with = null, Action<IServiceCollection>? adjust = null)
    {
        var folder = Directory.CreateTempSubdirectory("omnireel-http-");
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var options = new ServerOptions { DataFolder = folder.FullName, Urls = ["http://127.0.0.1:0"], Key = Key, HandleSignals = false, Console = false, StopGrace = TimeSpan.Zero };
        var server = OmniReelServer.Create(with?.Invoke(options) ?? options, services =>
        {
            services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(time);
            // The tests' machine may stand still for seconds; what is slow by intent is slow by the clock above.
            // Decoders work by the machine's clock: by one that tests move on while they wait, each would have taken too long.
            services.RemoveAll<Sandbox>().AddSingleton(_ => new Sandbox(new PatientTime(), 2));
            services.AddSingleton(new CallbackOptions { ConnectTime = TimeSpan.FromMinutes(2) });
            services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = null);
            // No name resolves and nothing outside this machine is connected to, unless the test says otherwise.
            var network = new ScriptedNetwork();
            services.RemoveAll<INameResolver>().AddSingleton<INameResolver>(network);
            services.RemoveAll<IDialer>().AddSingleton<IDialer>(network);
            services.RemoveAll<IArtifactStore>().AddSingleton<IArtifactStore, MemoryArtifacts>();
            foreach (var hosted in services.Where(s => s.ImplementationType == typeof(Worker) || s.ImplementationType == typeof(RemoteWorker) || s.ImplementationType == typeof(Rescuer)).ToList())
                services.Remove(hosted);
            adjust?.Invoke(services);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new LiveServer(folder, server, time);
    }

    public T Service<T>()
        where T : notnull => _server.Services.GetRequiredService<T>();

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    public async Task<string> CreateAsync(string body = GoodBody, string path = Relay)
    {
        var answer = await PostAsync(path, body);
        answer.Status.ShouldBe(200, answer.Text);
        return answer.Data.GetProperty("task_id").GetString()!;
    }

    /// <summary>Leases the oldest queued task.</summary>
    public async Task<LeasedTask> LeaseAsync() =>
        (await Store.LeaseAsync("test", 1, TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

    /// <summary>Makes the film of the oldest queued task: an artifact of these bytes.</summary>
    public async Task<TaskResult> FinishAsync(byte[]? film = null)
    {
        var leased = await LeaseAsync();
        var artifact = Artifacts.Put($"{leased.Task.Id}-1", "video/mp4", film ?? [.. Enumerable.Range(0, 1000).Select(i => (byte)i)]);
        var result = new TaskResult { VideoArtifact = artifact.Id, Frames = 121, Width = 1280, Height = 720, Bytes = artifact.Length, Units = leased.Task.Facts.Units, PlanJson = """{"shots":[{"place":"sea"}]}""", NotUnderstood = ["sound"] };
        (await Store.SucceedAsync(leased.Lease, result, TestContext.Current.CancellationToken)).ShouldBeTrue();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(int Status, string Text, HttpResponseMessage Response)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public IReadOnlyList<RuleViolation> Errors => Data.Deserialize(WireContext.Default.ErrorData)!.Errors;

    public int Code => Json.GetProperty("code").GetInt32();

    public string Message => Json.GetProperty("message").GetString()!;

    public string RequestId => Json.GetProperty("request_id").GetString()!;

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);

    public void ShouldBe(int status, int code)
    {
        (Status, Code).ShouldBe((status, code), Text);
        RequestId.ShouldBe(Header("X-Request-Id"));
    }
}

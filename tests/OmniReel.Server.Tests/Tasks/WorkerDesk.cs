using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Elements;
using OmniReel.Server.Tests.Http.Support;
using OmniReel.Server.Tests.Stores;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>A worker over a real store, with an engine and a clock that the tests of it move.</summary>
public abstract class WorkerDesk : IAsyncLifetime
{
    private const string Body = """{"model_name":"kling-v3-omni","mode":"std","aspect_ratio":"16:9","duration":"5","prompt":"a dancer by the sea"}""";

    private readonly TaskSignals _signals = new();

    private protected TemporaryFolder Folder { get; } = new();

    private protected TestClock Clock { get; } = new();

    private protected ScriptedEngine Engine { get; } = new();

    private protected BodyRoom Bodies { get; set; } = new(1 << 20);

    private protected WorkerOptions Options { get; set; } = new()
    {
        Node = "n1",
        Slots = 2,
        RenewEvery = TimeSpan.FromSeconds(1),
        WriteAgainAfter = TimeSpan.Zero,
        TroublePause = TimeSpan.Zero,
        TroubleLimit = 3,
    };

    private SqliteStorage _storage = null!;

    private protected SqliteTaskStore Store { get; private set; } = null!;

    private protected SqliteSubmitStore Submits { get; private set; } = null!;

    private protected StoreWrap Wrap { get; private set; } = null!;

    private protected Worker Worker { get; private set; } = null!;

    private protected RemoteWorker Remote { get; private set; } = null!;

    private protected virtual IEngineRoutes Routes => new EngineRoutes([Engine]);

    private protected TaskAttempt Attempt { get; private set; } = null!;

    private protected TaskFeed Feed { get; private set; } = null!;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _storage = SqliteStorage.Open(Folder.File("t.db"), new SqliteOptions(), Clock, new StoreHealth());
        Store = new SqliteTaskStore(_storage, _signals);
        Submits = new SqliteSubmitStore(_storage);
        Wrap = new StoreWrap(Store);
        Employ();
        return default;
    }

    /// <summary>A worker with the options as they are now; the one before it must not be at work.</summary>
    private protected void Employ()
    {
        var progress = new LiveProgress(_signals, Clock);
        Feed = new TaskFeed(Store, _signals, progress);
        var (routes, requests) = (Routes, new TaskRequests(new PresetCatalogs()));
        Attempt = new TaskAttempt(
            Wrap, routes, requests, Bodies, _signals, progress, new Forecast(Options), Options, Clock, NullLogger<TaskAttempt>.Instance);
        Worker = new Worker(Wrap, Attempt, routes, requests, _signals, Options, Clock, NullLogger<Worker>.Instance);
        Remote = new RemoteWorker(Wrap, Attempt, routes, _signals, Options, Clock, NullLogger<RemoteWorker>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.StopAsync(CancellationToken.None);
        Worker.Dispose();
        await Remote.StopAsync(CancellationToken.None);
        Remote.Dispose();
        await Store.DisposeAsync();
        await _storage.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task AcceptForAsync(int n, string engine) => AcceptAsync(n, Encoding.UTF8.GetBytes(Body), InputKind.TextToVideo, engine: engine);

    private protected Task AcceptAsync(int n, InputKind input = InputKind.TextToVideo) => AcceptAsync(n, Encoding.UTF8.GetBytes(Body), input);

    private protected async Task AcceptAsync(int n, byte[] body, InputKind input, bool fresh = false, string engine = "embedded") => (await Store.AcceptAsync(
        Sample.New(Sample.Id(n)) with { Body = body, Facts = Sample.Facts() with { Kind = new RequestKind(input, ShotKind.SingleShot), Fresh = fresh, Engine = engine } },
        Stop)).ShouldBeOfType<AcceptOutcome.Accepted>();

    private protected async Task<VideoTask> FindAsync(int n) => (await Store.FindAsync("a", $"{Sample.Id(n)}", Stop)).ShouldNotBeNull();

    private protected async Task<VideoTask> EndAsync(int n)
    {
        var task = await FindAsync(n);
        while (!task.IsTerminal)
            task = (await Feed.NextAsync("a", Sample.Id(n), task.Version, Stop)).ShouldNotBeNull();
        return task;
    }
}

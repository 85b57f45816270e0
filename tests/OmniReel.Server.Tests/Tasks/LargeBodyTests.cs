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

/// <summary>Eight tasks with bodies of tens of megabytes at once: what they hold in memory does not add up.</summary>
public sealed class LargeBodyTests : IAsyncLifetime
{
    private const int Tasks = 8;
    private const int Room = 64 << 20;

    private readonly TemporaryFolder _folder = new();
    private readonly TestClock _clock = new();
    private readonly TaskSignals _signals = new();
    private readonly ScriptedEngine _engine = new();
    private readonly BodyRoom _bodies = new(Room);
    private readonly WorkerOptions _options = new() { Node = "n1", Slots = 1, Waiting = Tasks };
    private SqliteTaskStore _store = null!;
    private Worker _worker = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _store = SqliteTaskStore.Open(_folder.File("t.db"), new SqliteOptions(), _clock, _signals, new StoreHealth());
        var attempt = new TaskAttempt(
            _store, new EngineRoutes([_engine]), new TaskRequests(new PresetCatalogs()), _bodies, _signals, new LiveProgress(_signals, _clock),
            new Forecast(_options), _options, _clock, NullLogger<TaskAttempt>.Instance);
        _worker = new Worker(_store, attempt, _signals, _options, _clock, NullLogger<Worker>.Instance);
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Only_as_many_as_there_is_room_for_are_in_memory_and_all_are_made()
    {
        var body = Body();
        for (var n = 1; n <= Tasks; n++)
            await AcceptAsync(n, body);
        var mostAtOnce = Room / body.Length;
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await _worker.StartAsync(Stop);

        var makings = new Queue<ScriptedEngine.Making>();
        await Eventually.Async(() => Task.FromResult(_engine.Waiting >= mostAtOnce));
        for (var n = 0; n < mostAtOnce; n++)
            makings.Enqueue(await _engine.NextAsync());
        // All are leased meanwhile, and none of the others is read.
        await Eventually.Async(async () => (await _store.FindAsync("a", $"{Sample.Id(Tasks)}", Stop))!.Status == VideoTaskStatus.Running);
        _engine.Waiting.ShouldBe(0);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        held.ShouldBeLessThan(Room + (16 << 20));
        Console.WriteLine($"{Tasks} bodies of {body.Length >> 20} MiB: {held >> 20} MiB held at most.");

        for (var n = mostAtOnce; n < Tasks; n++)
        {
            // As an engine does that has the pictures on disk; its film is drawn while the next is read.
            var made = makings.Dequeue();
            made.Attempt.Body.Dispose();
            makings.Enqueue(await _engine.NextAsync());
            _bodies.Held.ShouldBeLessThanOrEqualTo(Room);
            made.Finish(Sample.Result);
        }

        while (makings.TryDequeue(out var last))
            last.Finish(Sample.Result);
        await Eventually.Async(() => Task.FromResult(_bodies.Held == 0));
    }

    [Fact]
    public async Task A_body_without_inline_images_is_let_go_of_before_the_engine_begins()
    {
        await AcceptAsync(1, Encoding.UTF8.GetBytes($$"""{"model_name":"kling-v3-omni","mode":"std","aspect_ratio":"16:9","duration":"5","prompt":"a dancer","note":"{{new string('x', 2 << 20)}}"}"""), InputKind.TextToVideo);
        await _worker.StartAsync(Stop);
        var making = await _engine.NextAsync();
        _bodies.Held.ShouldBe(0);
        making.Finish(Sample.Result);
    }

    private static byte[] Body()
    {
        var picture = "/9j/" + new string('A', (12 << 20) - 4);
        return Encoding.UTF8.GetBytes($$"""
            {"model_name":"kling-v3-omni","mode":"std","aspect_ratio":"16:9","duration":"5","prompt":"<<<image_1>>> walks by the sea","image_list":[{"image_url":"{{picture}}"},{"image_url":"{{picture}}"}]}
            """);
    }

    private async Task AcceptAsync(int n, byte[] body, InputKind input = InputKind.Reference) => (await _store.AcceptAsync(
        Sample.New(Sample.Id(n)) with { Body = body, Facts = Sample.Facts() with { Kind = new RequestKind(input, ShotKind.SingleShot) } },
        Stop)).ShouldBeOfType<AcceptOutcome.Accepted>();
}

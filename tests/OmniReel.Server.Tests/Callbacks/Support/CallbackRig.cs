using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Contract.Requests;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Callbacks.Sending;
using OmniReel.Server.Callbacks.Signing;
using OmniReel.Server.Inputs;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Elements;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;
using OmniReel.Testing;

namespace OmniReel.Server.Tests.Callbacks.Support;

/// <summary>Real stores, a real dispatcher and real HTTP to receivers of the test; a guard that allows everything, unless told otherwise.</summary>
internal sealed class CallbackRig : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TimeProvider _time;
    private readonly CallbackOptions _options;
    private readonly IGuardedHandlers _handlers;
    private SqliteStorage _storage = null!;
    private SqliteTaskStore _tasks = null!;
    private CallbackSender? _sender;
    private CallbackMeters? _meters;
    private int _last;

    private CallbackRig(Receivers receivers, CallbackOptions options, TimeProvider time, IGuardedHandlers? handlers) =>
        (Receivers, _options, _time, _handlers) = (receivers, options, time, handlers ?? new OpenHandlers());

    public Receivers Receivers { get; }

    public SqliteDeliveryStore Deliveries { get; private set; } = null!;

    /// <summary>The same as the dispatcher sees them.</summary>
    public BentStore Bent { get; private set; } = null!;

    public CallbackDispatcher? Dispatcher { get; private set; }

    public SigningSecrets Secrets { get; private set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<CallbackRig> StartAsync(
        Manner[] manners, CallbackOptions? options = null, TimeProvider? time = null, string? secret = null, IGuardedHandlers? handlers = null, bool dispatch = true)
    {
        // By the real clock a crowded machine must not use up an attempt. Tests of these times give their own.
        var asked = options ?? new CallbackOptions();
        if (time is null && asked.AttemptTime == new CallbackOptions().AttemptTime)
            asked = asked with { AttemptTime = TimeSpan.FromMinutes(5) };
        if (asked.ConnectTime == new CallbackOptions().ConnectTime)
            asked = asked with { ConnectTime = TimeSpan.FromMinutes(2) };
        var rig = new CallbackRig(await Receivers.StartAsync(manners), asked, time ?? TimeProvider.System, handlers);
        rig.Secrets = new SigningSecrets(secret is null ? [] : [secret], new NoFile(), rig._time);
        rig.Open();
        if (dispatch) await rig.DispatchAsync();
        return rig;
    }

    /// <summary>Begins to deliver.</summary>
    public async Task DispatchAsync()
    {
        _meters = new CallbackMeters(Deliveries, _time);
        _sender = new CallbackSender(_handlers, new AnyUrl(), Secrets, _options, _time);
        var records = new AttemptRecords(Bent, _meters, _options, _time, NullLogger<AttemptRecords>.Instance);
        Dispatcher = new CallbackDispatcher(Bent, _sender, records, Signals, _options, _time, NullLogger<CallbackDispatcher>.Instance);
        await Dispatcher.StartAsync(Stop);
    }

    public DeliverySignals Signals { get; private set; } = null!;

    /// <summary>Stops delivering as a server does that is told to stop.</summary>
    public async Task RestAsync()
    {
        if (Dispatcher is null) return;
        await Dispatcher.StopAsync(CancellationToken.None);
        Dispatcher.Dispose();
        _sender!.Dispose();
        _meters!.Dispose();
        Dispatcher = null;
    }

    /// <summary>Accepts a task with this callback URL; its number.</summary>
    public async Task<int> AcceptAsync(string url)
    {
        var n = ++_last;
        var task = Sample.New(Sample.Id(n), _time.GetUtcNow().ToUnixTimeMilliseconds());
        (await _tasks.AcceptAsync(task with { Facts = task.Facts with { CallbackUrl = url } }, Stop)).ShouldBeOfType<AcceptOutcome.Accepted>();
        return n;
    }

    /// <summary>A task that has ended: one event waits.</summary>
    public async Task<int> EndAsync(string url)
    {
        var n = await AcceptAsync(url);
        await CancelAsync(n);
        return n;
    }

    public async Task CancelAsync(int n) => await _tasks.CancelAsync("a", $"{Sample.Id(n)}", Stop);

    public async Task LeaseAsync() => (await _tasks.LeaseAsync("n1", 1, TimeSpan.FromMinutes(1), Stop)).ShouldHaveSingleItem();

    public Delivery Of(int n, int sequence = 2) => Deliveries.Find("a", DeliveryId.Of(Sample.Id(n), sequence)).ShouldNotBeNull();

    /// <summary>Waits until the delivery stands so; fails after two minutes with where it stands.</summary>
    public Task<Delivery> StandsAsync(int n, DeliveryState state, int sequence = 2) => UntilAsync(n, d => d.State == state, sequence);

    public async Task<Delivery> UntilAsync(int n, Func<Delivery, bool> holds, int sequence = 2)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var delivery = Of(n, sequence);
            if (holds(delivery)) return delivery;
            if (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMinutes(2)) throw new TimeoutException($"still {delivery}");
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RestAsync();
        await _tasks.DisposeAsync();
        await _storage.DisposeAsync();
        await Receivers.DisposeAsync();
        _folder.Dispose();
    }

    private void Open()
    {
        Signals = new DeliverySignals();
        _storage = SqliteStorage.Open(_folder.File("t.db"), new SqliteOptions(), _time, new StoreHealth());
        _tasks = new SqliteTaskStore(_storage, new TaskSignals(), new SqliteOutbox(_storage, new Notices(), new Notices(), Signals, new CallbackFeed()));
        Deliveries = new SqliteDeliveryStore(_storage, Signals);
        Bent = new BentStore(Deliveries);
    }

    private sealed class Notices : ITaskNotices, IElementNotices
    {
        public ElementNotice Of(Element element) => new($"{element.Status}", Encoding.UTF8.GetBytes($"{element.TaskId}"));

        public TaskNotice Of(VideoTask task) => new($"{task.Status}", Encoding.UTF8.GetBytes($$"""{"task_id":"{{task.Id}}","task_status":"{{task.Status}}"}"""));
    }

    private sealed class NoFile : ISigningSecretFile
    {
        private string? _text;

        public string? Read() => _text;

        public void Keep(string text) => _text = text;
    }

    private sealed class AnyUrl : IUrlCheck
    {
        public UrlComplaint? Complaint(string url, UrlUse use) => null;
    }

    private sealed class OpenHandlers : IGuardedHandlers
    {
        public SocketsHttpHandler Create() => new();
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;
using OmniReel.Server.Tests.Stores;
using OmniReel.Server.Tests.Tasks;

namespace OmniReel.Server.Tests.Engines.Submits;

/// <summary>
/// One task, its book of submits, an upstream that takes money, and processes that die. What happens is decided by a script of numbers,
/// used up one by one; when it is used up nothing goes wrong any more.
/// </summary>
internal sealed class SubmitWorld : IUpstream
{
    private static readonly TimeSpan s_shown = TimeSpan.FromSeconds(90);

    private readonly Queue<int> _script;
    private readonly List<Paid> _paid = [];
    private readonly List<TaskCompletionSource> _held = [];
    private readonly List<Task> _earlier = [];
    private TaskCompletionSource _death = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _epoch;

    public SubmitWorld(UpstreamCapabilities capabilities, IEnumerable<int> script)
    {
        (Capabilities, _script) = (capabilities, new Queue<int>(script));
        Settings = new SubmitSettings { ReferencePrefix = "w" };
        Clock = new HurriedClock(Settings.SubmitTime);
        Store = new MemorySubmitStore(lease => lease.Epoch == _epoch && Ended is null, _ => Ended is not null, Clock) { Before = operation => Step(operation) };
    }

    public sealed record Paid(string UpstreamId, string Reference, DateTimeOffset At);

    public string Connection => "kling";

    public UpstreamCapabilities Capabilities { get; }

    public SubmitSettings Settings { get; }

    public HurriedClock Clock { get; }

    public MemorySubmitStore Store { get; }

    public int Steps { get; private set; }

    public int Deaths { get; private set; }

    /// <summary>What came of the task; null while it goes on.</summary>
    public string? Ended { get; private set; }

    public IReadOnlyList<Paid> AllPaid => _paid;

    /// <summary>POSTs by reference.</summary>
    public Dictionary<string, int> Posts { get; } = [];

    /// <summary>Runs processes one after another until the task has ended; what is still under way then is let go.</summary>
    public async Task RunAsync()
    {
        var task = Sample.Queued(1) with { CreatedAt = Clock.GetUtcNow().ToUnixTimeMilliseconds() };
        for (var processes = 0; Ended is null && processes < 500; processes++)
        {
            var death = _death = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var run = Task.Run(() => AttemptAsync(task));
            await Task.WhenAny(run, death.Task);
            if (!run.IsCompleted)
                _earlier.Add(run);
            // Who held an answer back lets go of it some day, also when nobody waits any more.
            if (Next(3) == 0)
                await LetGoAsync();
        }

        await LetGoAsync();
        var sweep = new OrphanSweep([this], Store, Settings, Clock, NullLogger<OrphanSweep>.Instance);
        _script.Clear();
        for (var i = 0; i < 3; i++)
        {
            Clock.Advance(Settings.SweepEvery);
            await sweep.SweepAsync(this, CancellationToken.None);
        }
    }

    public async Task<SubmitAnswer> SubmitAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        Step("post");
        var reference = Encoding.UTF8.GetString(body.Span);
        lock (Posts)
            Posts[reference] = Posts.GetValueOrDefault(reference) + 1;
        switch (Next(12))
        {
            case 1:
                lock (Posts)
                    Posts[reference]--;
                return new SubmitAnswer.NotSent("no connection");
            case 2:
                return new SubmitAnswer.Lost("reset");
            case 3:
                return new SubmitAnswer.Rejected(RejectKind.Busy, 1303, "parallel task over resource pack limit");
            case 4:
                return new SubmitAnswer.Rejected(RejectKind.Account, 1102, "Account balance not enough");
            case 5:
                Take(reference);
                return new SubmitAnswer.Lost("502");
            case 6:
                Take(reference);
                Die();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
                break;
            case 7:
                Die();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
                break;
            case 8:
                return await LateAsync(reference);
        }

        return Take(reference) is { } id ? new SubmitAnswer.Accepted(id) : new SubmitAnswer.Rejected(RejectKind.Request, 1201, "the reference exists");
    }

    public Task<UpstreamSighting> FindAsync(string reference, CancellationToken cancellation)
    {
        Step("find");
        if (Next(6) == 1)
            return Task.FromResult<UpstreamSighting>(new UpstreamSighting.Unclear("502"));
        return Task.FromResult<UpstreamSighting>(Shown().FirstOrDefault(one => one.Reference == reference) is { } found
            ? new UpstreamSighting.Found(Report(found))
            : new UpstreamSighting.Absent());
    }

    public Task<UpstreamPage> ListAsync(int page, int size, CancellationToken cancellation)
    {
        Step("list");
        return Task.FromResult(Next(6) == 1 ? new UpstreamPage(null, "502") : new UpstreamPage([.. Shown().AsEnumerable().Reverse().Skip((page - 1) * size).Take(size).Select(Report)]));
    }

    public Task<UpstreamReport> PollAsync(string upstreamId, CancellationToken cancellation) => throw new NotSupportedException();

    private async Task AttemptAsync(VideoTask task)
    {
        var lease = new Lease(task.Id, "node", ++_epoch);
        var crash = new Deadly(this);
        var protocol = new SubmitProtocol(
            Store, new SubmitResolver(Store, Settings, crash, Clock, NullLogger<SubmitResolver>.Instance), Settings, crash, Clock, NullLogger<SubmitProtocol>.Instance);
        using var wait = new SubmitWait(new ParallelGate(null, Clock), new SpendBreaker(Store, Settings, Connection, Clock, NullLogger.Instance), Clock);
        using var attempt = new PaidAttempt(
            new EngineAttempt(task, null!, new HeldBody(default), new NoSlot()), new Hold(lease, this), this, _ => Task.FromResult<IPaidOrder>(new ReferenceAlone()));
        try
        {
            var submit = await protocol.SubmitAsync(attempt, wait, CancellationToken.None);
            Step("end");
            if (lease.Epoch == _epoch)
                Ended = submit.UpstreamId;
        }
        catch (EngineRefusedException)
        {
            if (lease.Epoch == _epoch)
                Ended = "failed";
        }
        catch (Exception e) when (e is EngineBusyException or EngineUnavailableException or Killed)
        {
            // The next process goes on.
        }
    }

    // The answer is there, and is read only after the lease was lost to another process.
    private async Task<SubmitAnswer> LateAsync(string reference)
    {
        var id = Take(reference);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_held)
            _held.Add(held);
        _death.TrySetResult();
        await held.Task;
        return id is null ? new SubmitAnswer.Rejected(RejectKind.Request, 1201, "the reference exists") : new SubmitAnswer.Accepted(id);
    }

    private async Task LetGoAsync()
    {
        lock (_held)
        {
            _held.ForEach(held => held.TrySetResult());
            if (_held.Count == 0)
                return;
            _held.Clear();
        }

        // Those that were only late go on to their end now.
        foreach (var run in _earlier)
            await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
    }

    private string? Take(string reference)
    {
        lock (_paid)
        {
            if (Capabilities.RefDedupe && _paid.Exists(one => one.Reference == reference))
                return null;
            var id = $"u{_paid.Count + 1}";
            _paid.Add(new Paid(id, reference, Clock.GetUtcNow()));
            return id;
        }
    }

    // What was taken is shown some time later.
    private List<Paid> Shown()
    {
        lock (_paid)
            return [.. _paid.Where(one => Clock.GetUtcNow() - one.At >= s_shown)];
    }

    private static UpstreamReport Report(Paid paid) => new(UpstreamStatus.Going) { UpstreamId = paid.UpstreamId, Reference = paid.Reference, CreatedAt = paid.At.ToUnixTimeMilliseconds() };

    private int Next(int most)
    {
        lock (_script)
            return _script.TryDequeue(out var next) ? next % most : most - 1;
    }

    private void Step(string operation)
    {
        Steps++;
        if (Next(24) == 1 && operation != "end")
            throw new Killed();
    }

    private void Die()
    {
        Deaths++;
        _death.TrySetResult();
    }

    private sealed class Killed : Exception;

    private sealed class Deadly(SubmitWorld world) : ICrashPoints
    {
        public void Reach(CrashPoint point)
        {
            world.Steps++;
            if (world.Next(20) != 1)
                return;
            world.Deaths++;
            throw new Killed();
        }
    }

    private sealed class Hold(Lease lease, SubmitWorld world) : IHeldLease
    {
        public Lease Lease => lease;

        public TimeSpan Left => world.Next(30) == 1 ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(100);
    }

    private sealed class ReferenceAlone : IPaidOrder
    {
        public ValueTask<PaidBody> WriteAsync(string reference, CancellationToken cancellation)
        {
            var bytes = Encoding.UTF8.GetBytes(reference);
            return new(new PaidBody(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        public void Dispose()
        {
        }
    }
}

using System.Globalization;
using OmniReel.Server.Engines;

namespace OmniReel.Server.Tasks;

/// <summary>
/// Keeps one lease while its attempt runs: renews it, learns at once of a cancel, and fences itself when it cannot renew. The work
/// must stop when <see cref="Lost"/> is cancelled; from then on somebody else may hold the task.
/// </summary>
internal sealed class LeaseHold : IHeldLease, IAsyncDisposable
{
    private readonly ITaskStore _store;
    private readonly TaskSignals _signals;
    private readonly LeasedTask _leased;
    private readonly LeasePace _pace;
    private readonly TimeSpan _again;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _keeping;
    private long _since;

    /// <param name="again">Waited before a write that the store had no room for is tried again.</param>
    public LeaseHold(ITaskStore store, TaskSignals signals, LeasedTask leased, LeasePace pace, TimeSpan again, TimeProvider time)
    {
        (_store, _signals, _leased, _pace, _again, _time) = (store, signals, leased, pace, again, time);
        _since = time.GetTimestamp();
        _lost = new CancellationTokenSource(pace.Fence, time);
        _keeping = Task.WhenAll(RenewAsync(), WatchAsync());
    }

    /// <summary>Cancelled when the lease is gone, or must be taken for gone.</summary>
    public CancellationToken Lost => _lost.Token;

    public Lease Lease => _leased.Lease;

    public TimeSpan Left
    {
        get
        {
            var left = _pace.Fence - _time.GetElapsedTime(Interlocked.Read(ref _since));
            return left > TimeSpan.Zero && !_lost.IsCancellationRequested ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Makes a write of this lease, again and again while the store has no room for it, until the lease is lost.</summary>
    public Task<bool> WriteAsync(Func<Lease, CancellationToken, ValueTask<bool>> write) => WriteAsync(write, Lost);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _lost.Dispose();
        _over.Dispose();
    }

    private async Task<bool> WriteAsync(Func<Lease, CancellationToken, ValueTask<bool>> write, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await write(_leased.Lease, cancellation);
            }
            catch (StoreException e) when (e is StoreBusyException or StoreFullException)
            {
                await Task.Delay(_again, _time, cancellation);
            }
        }
    }

    private async Task RenewAsync()
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, Lost);
        using var timer = new PeriodicTimer(_pace.First(_leased.Task.Id), _time);
        while (await timer.WaitForNextTickAsync(ended.Token))
        {
            if (timer.Period != _pace.Renewal)
                timer.Period = _pace.Renewal;
            var asked = 0L;
            var renewed = await WriteAsync(
                (lease, cancellation) =>
                {
                    // Counted from before the question: the lease runs from when the store wrote it, which is no earlier.
                    asked = _time.GetTimestamp();
                    return _store.RenewAsync(lease, _pace.Time, cancellation);
                },
                ended.Token);
            if (!renewed)
            {
                await _lost.CancelAsync();
                return;
            }

            Interlocked.Exchange(ref _since, asked);
            var left = _pace.Fence - _time.GetElapsedTime(asked);
            _lost.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    private async Task WatchAsync()
    {
        var task = _leased.Task;
        var id = task.Id.ToString(CultureInfo.InvariantCulture);
        while (true)
        {
            using var watch = _signals.Begin(task.Id);
            VideoTask? now;
            try
            {
                now = await _store.FindAsync(task.Tenant, id, _over.Token);
            }
            catch (StoreException e) when (e is not StoreFailedException)
            {
                // A cancel must be seen all the same, when the store can be asked again.
                await Task.Delay(_again, _time, _over.Token);
                continue;
            }

            if (now is not { Status: VideoTaskStatus.Running } || now.Attempts != task.Attempts)
            {
                await _lost.CancelAsync();
                return;
            }

            await watch.Changed.WaitAsync(_over.Token);
        }
    }
}

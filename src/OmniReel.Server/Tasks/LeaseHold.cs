using System.Globalization;

namespace OmniReel.Server.Tasks;

/// <summary>
/// Keeps one lease while its attempt runs: renews it, learns at once of a cancel, and fences itself when it cannot renew. The work
/// must stop when <see cref="Lost"/> is cancelled; from then on somebody else may hold the task.
/// </summary>
internal sealed class LeaseHold : IAsyncDisposable
{
    private readonly ITaskStore _store;
    private readonly TaskSignals _signals;
    private readonly LeasedTask _leased;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _keeping;

    public LeaseHold(ITaskStore store, TaskSignals signals, LeasedTask leased, WorkerOptions options, TimeProvider time)
    {
        (_store, _signals, _leased, _options, _time) = (store, signals, leased, options, time);
        _lost = new CancellationTokenSource(options.FenceAfter, time);
        _keeping = Task.WhenAll(RenewAsync(), WatchAsync());
    }

    /// <summary>Cancelled when the lease is gone, or must be taken for gone.</summary>
    public CancellationToken Lost => _lost.Token;

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
                await Task.Delay(_options.WriteAgainAfter, _time, cancellation);
            }
        }
    }

    private async Task RenewAsync()
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_over.Token, Lost);
        using var timer = new PeriodicTimer(_options.RenewEvery, _time);
        while (await timer.WaitForNextTickAsync(ended.Token))
        {
            var asked = 0L;
            var renewed = await WriteAsync(
                (lease, cancellation) =>
                {
                    // Counted from before the question: the lease runs from when the store wrote it, which is no earlier.
                    asked = _time.GetTimestamp();
                    return _store.RenewAsync(lease, _options.LeaseTime, cancellation);
                },
                ended.Token);
            if (!renewed)
            {
                await _lost.CancelAsync();
                return;
            }

            var left = _options.FenceAfter - _time.GetElapsedTime(asked);
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
                await Task.Delay(_options.WriteAgainAfter, _time, _over.Token);
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

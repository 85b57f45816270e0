using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Callbacks.Sending;

namespace OmniReel.Server.Callbacks;

/// <summary>
/// Delivers what waits: a lane for each receiver that something waits for, so that none waits for another. It remembers nothing that
/// the store does not say; a start reads from there which receivers there are.
/// </summary>
internal sealed partial class CallbackDispatcher : BackgroundService
{
    private readonly IDeliveryStore _store;
    private readonly DeliverySignals _signals;
    private readonly CallbackOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly LaneTools _tools;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ReceiverLane> _lanes = [];
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _cut = new();

    public CallbackDispatcher(
        IDeliveryStore store, ICallbackSender sender, AttemptRecords records, DeliverySignals signals, CallbackOptions options, TimeProvider time, ILogger<CallbackDispatcher> log)
    {
        (_store, _signals, _options, _time, _log) = (store, signals, options, time, log);
        var furthest = options.Schedule.Append(options.LongestRetryAfter).Max() * (1 + options.Jitter);
        _tools = new LaneTools(
            store, sender, records, options, time, new SemaphoreSlim(options.AtOnce), new SemaphoreSlim(options.AtOnce), new ProvenReceivers(), (long)furthest.TotalMilliseconds,
            (e, delivery) => LogBroke(e, delivery.Id), e => LogUnread(e.Message));
    }

    /// <summary>Receivers that something waits for or is under way to.</summary>
    public int Lanes
    {
        get
        {
            lock (_gate) return _lanes.Count;
        }
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _signals.Arrived += Arrived;
        _signals.Replayed += Replayed;
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Starts nothing more; what is under way may end, for <see cref="CallbackOptions.StopTime"/> at most.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _signals.Arrived -= Arrived;
        _signals.Replayed -= Replayed;
        Task[] running;
        lock (_gate)
        {
            _stop.Cancel();
            running = [.. _running];
        }

        using (_time.CreateTimer(_ => _cut.Cancel(), null, _options.StopTime, Timeout.InfiniteTimeSpan))
            await Task.WhenAll(running).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _stop.Dispose();
        _cut.Dispose();
        _tools.Proven.Dispose();
        _tools.Others.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            foreach (var receiver in _store.Receivers()) Arrived(receiver);
        },
        stoppingToken);

    private void Arrived(string receiver) => LaneOf(receiver, static lane => lane.Ring());

    private void Replayed(string receiver) => LaneOf(receiver, static lane => lane.RingAfresh());

    private void LaneOf(string receiver, Action<ReceiverLane> tell)
    {
        lock (_gate)
        {
            if (_stop.IsCancellationRequested) return;
            if (!_lanes.TryGetValue(receiver, out var lane))
            {
                _lanes.Add(receiver, lane = new ReceiverLane(receiver, _tools));
                var running = Task.Run(() => RunAsync(lane));
                _running.Add(running);
                _ = running.ContinueWith(Ended, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }

            tell(lane);
        }
    }

    private void Ended(Task running)
    {
        lock (_gate) _running.Remove(running);
    }

    private async Task RunAsync(ReceiverLane lane)
    {
        try
        {
            await lane.RunAsync(Retire, _stop.Token, _cut.Token);
        }
        catch (Exception e)
        {
            // A fault of ours: the other lanes go on, and the next signal makes this one anew.
            LogLaneBroke(e);
            lock (_gate) _lanes.Remove(lane.Receiver);
            await Task.Delay(_options.WriteAgainAfter, _time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Arrived(lane.Receiver);
        }
    }

    // Under the lock that messages are sent under, so none is sent to a lane that has gone.
    private bool Retire(ReceiverLane lane)
    {
        lock (_gate) return !lane.HasMail && _lanes.Remove(lane.Receiver);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Callback {Id}: the attempt broke.")]
    private partial void LogBroke(Exception cause, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What waits for a receiver could not be read; it is looked again shortly: {Reason}")]
    private partial void LogUnread(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The deliveries to one receiver broke off; they are taken up again.")]
    private partial void LogLaneBroke(Exception cause);
}

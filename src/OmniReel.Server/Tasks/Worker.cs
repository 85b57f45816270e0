using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Engines;

namespace OmniReel.Server.Tasks;

/// <summary>
/// Leases tasks, oldest first, as slots are free, and runs them; one that waits for its inputs leaves its slot to others, and one whose
/// film is there already needs none. At start it first takes up what this node held when it died; at stop it gives back what it has not
/// finished.
/// </summary>
public sealed partial class Worker : BackgroundService
{
    private readonly ITaskStore _store;
    private readonly TaskAttempt _attempt;
    private readonly TaskSignals _signals;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<Worker> _log;
    private readonly WakeUp _wake = new();
    private readonly WorkSlots _slots;
    private readonly QuickLane _quick;
    private readonly QueueLane _lane;

    public Worker(
        ITaskStore store, TaskAttempt attempt, IEngineRoutes routes, TaskRequests requests, TaskSignals signals, WorkerOptions options, TimeProvider time, ILogger<Worker> log)
    {
        (_store, _attempt, _signals, _options, _time, _log) = (store, attempt, signals, options, time, log);
        _slots = new WorkSlots(options.Slots, options.Waiting, time);
        // What is with no engine elsewhere: where it is with none at all, its attempt says so.
        _lane = QueueLane.Without(routes.Remote.Select(engine => engine.Name));
        _quick = new QuickLane(store, routes, requests, _slots, options, log);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var report = await _store.TakeUpAsync(_options.Node, _options.TakeUpLimit, cancellationToken);
        if (report.Requeued.Count + report.Failed.Count > 0)
            LogTakenUp(report.Requeued.Count, report.Failed.Count);
        foreach (var task in report.Tasks)
            _attempt.ForgetEarlier(task);
        _signals.WorkArrived += Hear;
        _slots.Freed += _wake.Ring;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _signals.WorkArrived -= Hear;
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new List<Task>();
        var quick = _quick.RunAsync((leased, slot) => RunAsync(leased, slot, stoppingToken), stoppingToken);
        try
        {
            while (true)
            {
                await FillAsync(running, stoppingToken);
                await _wake.SleepAsync(_options.PollEvery, _time, stoppingToken);
                running.RemoveAll(task => task.IsCompleted);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll([.. running, quick]);
        }
    }

    private void Hear(VideoTask task)
    {
        if (!_lane.Has(task.Engine))
            return;
        _wake.Ring();
        _quick.Offer(task);
    }

    private async Task FillAsync(List<Task> running, CancellationToken stopping)
    {
        try
        {
            await LeaseAsync(running, stopping);
        }
        catch (StoreException e)
        {
            LogNoLease(e.Message);
            await Task.Delay(_options.WriteAgainAfter, _time, stopping);
        }
    }

    private async Task LeaseAsync(List<Task> running, CancellationToken stopping)
    {
        // Taken before the store is asked: who comes back to a slot meanwhile finds it taken, and not promised to two.
        var free = new Queue<WorkSlots.Slot>(_slots.TakeFree());
        try
        {
            if (free.Count == 0)
                return;
            foreach (var leased in await _store.LeaseAsync(_options.Node, new LeaseRoom(free.Count, _slots.RoomForWaiting) { Lane = _lane }, _options.LeaseTime, stopping))
            {
                var slot = free.Dequeue();
                running.Add(Task.Run(() => RunAsync(leased, slot, stopping), CancellationToken.None));
            }
        }
        finally
        {
            foreach (var unused in free)
                WorkSlots.PutBack(unused);
        }
    }

    private async Task RunAsync(LeasedTask leased, WorkSlots.Slot slot, CancellationToken stopping)
    {
        using (slot)
        {
            try
            {
                await _attempt.RunAsync(leased, slot, _options.Here, stopping);
            }
            catch (StoreFailedException)
            {
                // Reported by the store, and the process ends; the next start takes the task up.
            }
            catch (Exception e)
            {
                // A fault of ours must not stop the others; the lease runs out, and the rescuer counts it.
                LogAttemptBroke(e, leased.Task.Id);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Took up {Requeued} tasks that were at work when this node died; {Failed} had died with it too often and failed.")]
    private partial void LogTakenUp(int requeued, int failed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No task could be leased: {Reason}")]
    private partial void LogNoLease(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {TaskId}: the attempt ended without an outcome.")]
    private partial void LogAttemptBroke(Exception cause, long taskId);
}

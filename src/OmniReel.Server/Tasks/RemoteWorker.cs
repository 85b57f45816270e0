using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Engines;

namespace OmniReel.Server.Tasks;

/// <summary>
/// Leases the tasks of engines that work elsewhere, each from its own lane as it has room, and runs them without a place for work here:
/// thousands may wait at once. At stop it gives back what has not ended; what is paid for is taken up by the next start.
/// </summary>
public sealed partial class RemoteWorker(
    ITaskStore store, TaskAttempt attempt, IEngineRoutes routes, TaskSignals signals, WorkerOptions options, TimeProvider time, ILogger<RemoteWorker> log)
    : BackgroundService
{
    /// <summary>Leased in one transaction at most.</summary>
    private const int MostAtOnce = 500;

    private readonly WakeUp _wake = new();
    private readonly Lane[] _lanes = [.. routes.Remote.Select(engine => new Lane(engine))];
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _running;
    private int _stops;

    /// <summary>Attempts that have been begun and have not ended.</summary>
    internal int Running => Volatile.Read(ref _running);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        signals.WorkArrived += Hear;
        foreach (var lane in _lanes)
            lane.Engine.RoomGrew += _wake.Ring;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        signals.WorkArrived -= Hear;
        foreach (var lane in _lanes)
            lane.Engine.RoomGrew -= _wake.Ring;
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_lanes.Length == 0)
            return;
        try
        {
            while (true)
            {
                foreach (var lane in _lanes)
                    await FillAsync(lane, stoppingToken);
                await _wake.SleepAsync(options.PollEvery, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Written before the number is read, and the other way round where an attempt ends: one of the two sees both.
            Interlocked.Exchange(ref _stops, 1);
            if (Running > 0)
                await _over.Task;
        }
    }

    private void Hear(VideoTask task)
    {
        if (Array.Exists(_lanes, lane => lane.Engine.Name == task.Engine))
            _wake.Ring();
    }

    private async Task FillAsync(Lane lane, CancellationToken stopping)
    {
        try
        {
            while (lane.Room is > 0 and var room)
            {
                var wanted = Math.Min(room, MostAtOnce);
                var taken = await store.LeaseAsync(options.Node, new LeaseRoom(wanted, wanted) { Lane = lane.Queue }, options.RemoteLeaseTime, stopping);
                foreach (var leased in taken)
                    Begin(lane, leased, stopping);
                if (taken.Count < wanted)
                    return;
            }
        }
        catch (StoreException e)
        {
            LogNoLease(lane.Engine.Name, e.Message);
            await Task.Delay(options.WriteAgainAfter, time, stopping);
        }
    }

    private void Begin(Lane lane, LeasedTask leased, CancellationToken stopping)
    {
        Interlocked.Increment(ref _running);
        var slot = lane.Begin();
        _ = Task.Run(() => RunAsync(leased, slot, stopping), CancellationToken.None);
    }

    private async Task RunAsync(LeasedTask leased, RemoteSlot slot, CancellationToken stopping)
    {
        try
        {
            using (slot)
                await attempt.RunAsync(leased, slot, options.Elsewhere, stopping);
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
        finally
        {
            // What it had at its engine may be another's now.
            _wake.Ring();
            End();
        }
    }

    private void End()
    {
        if (Interlocked.Decrement(ref _running) == 0 && Volatile.Read(ref _stops) != 0)
            _over.TrySetResult();
    }

    /// <summary>An engine and its part of the queue.</summary>
    private sealed class Lane(IRemoteEngine engine)
    {
        private int _beginning;

        public IRemoteEngine Engine => engine;

        public QueueLane Queue { get; } = QueueLane.Of(engine.Name);

        /// <summary>The engine's room, less those that are on their way to it.</summary>
        public int Room => engine.Room - Volatile.Read(ref _beginning);

        public RemoteSlot Begin()
        {
            Interlocked.Increment(ref _beginning);
            return new RemoteSlot(() => Interlocked.Decrement(ref _beginning));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No task could be leased for the engine \"{Engine}\": {Reason}")]
    private partial void LogNoLease(string engine, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {TaskId}: the attempt ended without an outcome.")]
    private partial void LogAttemptBroke(Exception cause, long taskId);
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Tasks;

/// <summary>Puts back what silent workers hold.</summary>
public sealed partial class Rescuer(ITaskStore store, WorkerOptions options, TimeProvider time, ILogger<Rescuer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.RescueEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await RescueAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    private async Task RescueAsync(CancellationToken stopping)
    {
        try
        {
            var report = await store.RescueAsync(options.RescueLimit, options.RescueGrace, stopping);
            foreach (var id in report.Requeued)
                LogRequeued(id);
            foreach (var id in report.Failed)
                LogFailed(id, options.RescueLimit);
        }
        catch (StoreException e)
        {
            LogMissed(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: its lease ran out; it is back in the queue.")]
    private partial void LogRequeued(long taskId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {TaskId}: failed after {Limit} lost leases.")]
    private partial void LogFailed(long taskId, int limit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lost leases could not be looked for: {Reason}")]
    private partial void LogMissed(string reason);
}

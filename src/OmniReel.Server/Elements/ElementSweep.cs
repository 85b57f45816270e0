using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Elements;

/// <summary>Takes the media of deleted elements away, once no task that was accepted before can need them.</summary>
internal sealed partial class ElementSweep(IElementStore store, ElementMaking making, TimeProvider time, ILogger<ElementSweep> log) : BackgroundService
{
    /// <summary>Time between two sweeps.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await SweepAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        try
        {
            foreach (var leaving in await store.LeavingAsync(stop))
            {
                // In this order: what is forgotten first, and then not deleted, would lie there for ever.
                making.Undo(leaving.Media);
                await store.ForgetMediaAsync(leaving.TaskId, stop);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            LogMissed(e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The media of deleted elements could not be taken away yet: {Reason}")]
    private partial void LogMissed(string reason);
}

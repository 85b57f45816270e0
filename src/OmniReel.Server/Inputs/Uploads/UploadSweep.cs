using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Inputs.Uploads;

/// <summary>Deletes expired uploads once an hour.</summary>
internal sealed partial class UploadSweep(UploadIntake intake, TimeProvider time, ILogger<UploadSweep> log) : BackgroundService
{
    /// <summary>Time between two sweeps.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                if (await intake.SweepAsync(missed => LogMissed(missed.Message), stoppingToken) is var count and > 0) LogSwept(count);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} expired uploads were deleted.")]
    private partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An expired upload could not be deleted: {Reason}")]
    private partial void LogMissed(string reason);
}

using Microsoft.Extensions.Logging;
using OmniReel.Server.Callbacks.Sending;

namespace OmniReel.Server.Callbacks;

/// <summary>Decides what an ended attempt makes of its delivery, and writes it down, again and again while the store has no room.</summary>
internal sealed partial class AttemptRecords(IDeliveryStore store, CallbackMeters meters, CallbackOptions options, TimeProvider time, ILogger<AttemptRecords> log)
{
    private readonly RetrySchedule _schedule = new(options);

    /// <summary>Returns when it is durable, or when it will not be: the store has failed for good, or has no room while the server stops. Throws nothing.</summary>
    /// <param name="gaveUp">The receiver is being left alone: what has waited for it for too long ends here as well.</param>
    /// <param name="stop">The server stops: what cannot be written now is sent again by the next start.</param>
    public async Task WriteAsync(Delivery delivery, SendResult result, bool gaveUp, CancellationToken stop)
    {
        var record = Judge(delivery, result);
        try
        {
            await RetryAsync(() => store.RecordAsync(record, CancellationToken.None), stop);
            meters.Ended(delivery, record.Becomes, time.GetUtcNow());
            if (record.Becomes is DeliveryState.Exhausted) LogExhausted(delivery.Id, delivery.Attempts + 1, record.Reason);
            if (!gaveUp) return;
            var before = (time.GetUtcNow() - options.LongestWait).ToUnixTimeMilliseconds();
            var ended = 0;
            await RetryAsync(async () => ended = await store.GiveUpAsync(Receiver.Of(delivery.Url), before, $"waited for {options.LongestWait.TotalDays:0.#} days", CancellationToken.None), stop);
            meters.GaveUp(ended);
        }
        catch (Exception e)
        {
            LogNotWritten(delivery.Id, e.Message);
        }
    }

    private AttemptRecord Judge(Delivery delivery, SendResult result)
    {
        var (becomes, due) = result.Verdict switch
        {
            SendVerdict.Delivered => (DeliveryState.Delivered, null),
            SendVerdict.Gone => (DeliveryState.Gone, null),
            _ => _schedule.After(delivery.Attempts + 1, delivery.Number, result.RetryAfter) is { } wait
                ? (DeliveryState.Waiting, (time.GetUtcNow() + wait).ToUnixTimeMilliseconds())
                : (DeliveryState.Exhausted, (long?)null),
        };
        return new AttemptRecord(delivery, becomes, due, result.Status, result.Reason, result.Answer);
    }

    private async Task RetryAsync(Func<ValueTask> write, CancellationToken stop)
    {
        for (var left = 60; ; left--)
        {
            // A stop that comes while it is written leaves it one more try.
            var isLast = left == 0 || stop.IsCancellationRequested;
            try
            {
                await write();
                return;
            }
            catch (Exception e) when (!isLast && !store.HasFailed)
            {
                LogAgain(e.Message);
                // A stop ends the wait as well.
                await Task.Delay(options.WriteAgainAfter, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Callback {Id} is a dead letter after {Attempts} attempts: {Reason}.")]
    private partial void LogExhausted(string id, int attempts, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outcome of a callback could not be written yet: {Reason}")]
    private partial void LogAgain(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of callback {Id} was not written; it is sent again: {Reason}")]
    private partial void LogNotWritten(string id, string reason);
}

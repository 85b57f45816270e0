using Microsoft.Extensions.Logging;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;

namespace OmniReel.Server.Tasks;

/// <summary>Works on one leased task, from the stored body to the terminal status.</summary>
public sealed partial class TaskAttempt(
    ITaskStore store,
    IEngineRoutes routes,
    TaskRequests requests,
    BodyRoom bodies,
    TaskSignals signals,
    LiveProgress progress,
    Forecast forecast,
    WorkerOptions options,
    TimeProvider time,
    ILogger<TaskAttempt> log)
{
    private readonly Troubles _troubles = new(signals);
    private readonly Leftovers _leftovers = new(store, routes);

    /// <summary>Tasks that have had trouble and have not ended.</summary>
    internal int Troubled => _troubles.Tasks;

    /// <summary>Runs one attempt. Throws only when the store has failed.</summary>
    /// <param name="drain">The node is stopping: the task goes back to the queue.</param>
    internal async Task RunAsync(LeasedTask leased, WorkSlots.Slot slot, CancellationToken drain)
    {
        var task = leased.Task;

        // Shown until the outcome is written: a watcher must not see the film fall back to 0 just before its end.
        using var account = progress.Begin(task);
        await using var hold = new LeaseHold(store, signals, leased, options, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(hold.Lost, drain);
        try
        {
            await WriteOutcomeAsync(task, hold, await MakeAsync(leased, slot, account, stop.Token, drain));
        }
        catch (OperationCanceledException) when (hold.Lost.IsCancellationRequested)
        {
            _troubles.Forget(task.Id);
            LogLost(task.Id, leased.Lease.Epoch);
        }

        if (await _leftovers.ClearAsync(task) is { } cause)
            LogLeft(cause, task.Id);
    }

    /// <summary>Takes away what a process before this one stored for a task that it held when it died: the film is made anew, or was given up.</summary>
    internal void ForgetEarlier(VideoTask task)
    {
        if (_leftovers.Clear(task) is { } cause)
            LogLeft(cause, task.Id);
    }

    private async Task<Func<Lease, CancellationToken, ValueTask<bool>>> MakeAsync(
        LeasedTask leased, WorkSlots.Slot slot, IProgress<int> percent, CancellationToken stop, CancellationToken drain)
    {
        var task = leased.Task;
        try
        {
            using var body = await BringAsync(leased, slot, stop);
            var request = requests.Read(task, body);
            if (!request.Images.Any(image => image.Inline is not null))
                body.Dispose();
            var attempt = new EngineAttempt(task, request, body, slot);
            var result = await routes.For(task).MakeAsync(attempt, percent, stop);
            routes.Health.Succeeded(task.Facts.Engine);
            // What was not drawn tells nothing about drawing.
            if (!result.IsCached)
                forecast.Learn(task, slot.Held);
            return (lease, cancellation) => store.SucceedAsync(lease, result, cancellation);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (!drain.IsCancellationRequested)
                throw;
            return store.ReleaseAsync;
        }
        catch (EngineRefusedException refused)
        {
            if (refused.InnerException is { } cause)
                LogBroke(cause, task.Id, task.Attempts);
            return (lease, cancellation) => store.FailAsync(lease, refused.Message, cancellation);
        }
        catch (EngineUnavailableException away) when (!stop.IsCancellationRequested)
        {
            routes.Health.Unavailable(task.Facts.Engine);
            LogBusy(task.Id, away.Message);
            await Task.Delay(Pause(1), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return store.ReleaseAsync;
        }
        catch (EngineBusyException busy) when (!stop.IsCancellationRequested)
        {
            LogBusy(task.Id, busy.Message);
            await Task.Delay(Pause(1), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return store.ReleaseAsync;
        }
        catch (StoreFailedException)
        {
            throw;
        }
        catch (Exception trouble) when (
            trouble is EngineTroubleException or StoreException && !stop.IsCancellationRequested && Count(trouble, task) is var times && times < options.TroubleLimit)
        {
            LogTrouble(trouble, task.Id, times, options.TroubleLimit);
            await Task.Delay(Pause(times), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return store.ReleaseAsync;
        }
        catch (Exception broke) when (!stop.IsCancellationRequested)
        {
            LogBroke(broke, task.Id, task.Attempts);
            return (lease, cancellation) => store.FailAsync(lease, TaskMessages.EngineBroke(task.Facts.Language), cancellation);
        }
        catch (Exception) when (drain.IsCancellationRequested)
        {
            // What an engine throws while it is being torn down says nothing about the film.
            return store.ReleaseAsync;
        }
        catch (Exception e)
        {
            throw new OperationCanceledException("The lease was lost while the engine ran.", e, stop);
        }
    }

    // A full disk or a store that is busy is nobody's film's fault, and ends by itself or when somebody makes room: it only waits.
    private int Count(Exception trouble, VideoTask task) =>
        trouble is EngineTroubleException { IsDiskFull: true } or StoreFullException or StoreBusyException ? _troubles.Of(task.Id) : _troubles.Add(task.Id);

    // Room for a large body may be long in coming. Only who may be away leaves the place: of the others, more and more would be begun.
    private async Task<HeldBody> BringAsync(LeasedTask leased, WorkSlots.Slot slot, CancellationToken stop)
    {
        if (leased.BodyLength > BodyRoom.Small && leased.Task.Facts.Kind.Input != InputKind.TextToVideo)
            slot.Leave();
        return await bodies.BringAsync(leased.BodyLength, cancellation => store.ReadBodyAsync(leased.Task, cancellation), stop);
    }

    private TimeSpan Pause(int times) => options.TroublePause * Math.Pow(2, Math.Clamp(times - 1, 0, 6));

    private async Task WriteOutcomeAsync(VideoTask task, LeaseHold hold, Func<Lease, CancellationToken, ValueTask<bool>> write)
    {
        if (await hold.WriteAsync(write))
            return;
        _troubles.Forget(task.Id);
        LogRefused(task.Id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Task {TaskId}: the lease of epoch {Epoch} is no longer ours; the attempt was stopped.")]
    private partial void LogLost(long taskId, long epoch);

    [LoggerMessage(Level = LogLevel.Error, Message = "Task {TaskId}: the engine broke in attempt {Attempt}.")]
    private partial void LogBroke(Exception cause, long taskId, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: trouble in attempt {Attempt} of {Limit} at most; it goes back to the queue.")]
    private partial void LogTrouble(Exception cause, long taskId, int attempt, int limit);

    [LoggerMessage(Level = LogLevel.Information, Message = "Task {TaskId} goes back to the queue: {Reason}")]
    private partial void LogBusy(long taskId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: whether it left files of no film could not be looked after.")]
    private partial void LogLeft(Exception cause, long taskId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Task {TaskId}: ended by somebody else before the attempt did; nothing was written.")]
    private partial void LogRefused(long taskId);
}

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
    /// <param name="pace">How its lease is kept.</param>
    /// <param name="drain">The node is stopping: the task goes back to the queue.</param>
    internal async Task RunAsync(LeasedTask leased, IWorkSlot slot, LeasePace pace, CancellationToken drain)
    {
        var task = leased.Task;

        // Shown until the outcome is written: a watcher must not see the film fall back to 0 just before its end.
        using var account = progress.Begin(task);
        await using var hold = new LeaseHold(store, signals, leased, pace, options.WriteAgainAfter, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(hold.Lost, drain);
        try
        {
            await WriteOutcomeAsync(task, hold, await MakeAsync(leased, hold, slot, account, stop.Token, drain));
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
        LeasedTask leased, IHeldLease hold, IWorkSlot slot, IProgress<int> percent, CancellationToken stop, CancellationToken drain)
    {
        var task = leased.Task;
        VideoRequest? request = null;
        try
        {
            using var body = await BringAsync(leased, slot, stop);
            request = requests.Read(task, body);
            // An engine that works elsewhere forwards it as it was written.
            if (slot is not RemoteSlot && !request.Images.Any(image => image.Inline is not null))
                body.Dispose();
            var attempt = new EngineAttempt(task, request, body, slot) { Hold = hold };
            var making = routes.For(task).MakeAsync(attempt, percent, stop);
            (slot as RemoteSlot)?.Begin();
            var result = await making;
            routes.Health.Succeeded(task.Engine);
            // What was not drawn, or not here, tells nothing about drawing.
            if (!result.IsCached && slot is WorkSlots.Slot place)
                forecast.Learn(task, place.Held);
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
            return (lease, cancellation) => store.FailAsync(lease, new TaskFailure(refused.Message, refused.Submit), cancellation);
        }
        catch (EngineBusyException busy) when (!stop.IsCancellationRequested)
        {
            LogBusy(task.Id, busy.Message);
            await PauseAsync(1, stop);
            return store.ReleaseAsync;
        }
        catch (EngineUnavailableException none) when (!stop.IsCancellationRequested)
        {
            routes.Health.Unavailable(task.Engine);
            return await GoElsewhereAsync(task, request!, none, stop);
        }
        catch (StoreFailedException)
        {
            throw;
        }
        catch (Exception trouble) when (
            trouble is EngineTroubleException or StoreException && !stop.IsCancellationRequested && Count(trouble, task) is var times && times < options.TroubleLimit)
        {
            LogTrouble(trouble, task.Id, times, options.TroubleLimit);
            await PauseAsync(times, stop);
            return store.ReleaseAsync;
        }
        catch (Exception broke) when (!stop.IsCancellationRequested)
        {
            LogBroke(broke, task.Id, task.Attempts);
            if (await IsPaidAsync(task))
            {
                // A fault of ours costs nobody a film that is paid for: it goes on, less and less often, until somebody has mended us.
                await PauseAsync(_troubles.Add(task.Id), stop);
                return store.ReleaseAsync;
            }

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
    private async Task<HeldBody> BringAsync(LeasedTask leased, IWorkSlot slot, CancellationToken stop)
    {
        if (leased.BodyLength > BodyRoom.Small && leased.Task.Facts.Kind.Input != InputKind.TextToVideo)
            slot.Leave();
        return await bodies.BringAsync(leased.BodyLength, cancellation => store.ReadBodyAsync(leased.Task, cancellation), stop);
    }

    // The next engine by the routes; once all were tried, the task waits a while and begins with another than the last.
    private async Task<Func<Lease, CancellationToken, ValueTask<bool>>> GoElsewhereAsync(
        VideoTask task, VideoRequest request, EngineUnavailableException none, CancellationToken stop)
    {
        // A film that is at one upstream is fetched there.
        if (task.Facts.Adopts is not null)
        {
            await PauseAsync(1, stop);
            return store.ReleaseAsync;
        }

        var next = routes.NextFor(task, request, [.. task.Tried, task.Engine]);
        LogUnavailable(task.Id, task.Engine, none.Message, next ?? "the queue");
        if (next is null)
        {
            await PauseAsync(1, stop);
            next = task.Tried.Count > 0 ? routes.NextFor(task, request, [task.Engine]) : null;
        }

        if (next is null)
            return store.ReleaseAsync;
        // Where it may not go, because something of it is paid for, it stays with its engine.
        return async (lease, cancellation) => await store.RerouteAsync(lease, next, cancellation) || await store.ReleaseAsync(lease, cancellation);
    }

    private async ValueTask<bool> IsPaidAsync(VideoTask task)
    {
        try
        {
            return await store.IsPaidAsync(task, CancellationToken.None);
        }
        catch (StoreException e) when (e is not StoreFailedException)
        {
            // Who cannot know does not give up what may be paid for.
            return true;
        }
    }

    private async Task PauseAsync(int times, CancellationToken stop) => await Task.Delay(
        options.TroublePause * Math.Pow(2, Math.Clamp(times - 1, 0, 6)), time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: the engine \"{Engine}\" cannot take it ({Reason}); it goes to {Next}.")]
    private partial void LogUnavailable(long taskId, string engine, string reason, string next);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: whether it left files of no film could not be looked after.")]
    private partial void LogLeft(Exception cause, long taskId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Task {TaskId}: ended by somebody else before the attempt did; nothing was written.")]
    private partial void LogRefused(long taskId);
}

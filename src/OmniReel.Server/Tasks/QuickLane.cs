using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;

namespace OmniReel.Server.Tasks;

/// <summary>
/// Takes tasks out of their turn whose films are there already: they need no place for work, and nobody waits longer for them. Each
/// task is looked at once, when it comes into the queue. A look is a hint: where it fails, is left out or is wrong, the task is worked
/// on in its turn.
/// </summary>
internal sealed partial class QuickLane(
    ITaskStore store, IEngineRoutes routes, TaskRequests requests, WorkSlots slots, WorkerOptions options, ILogger log)
{
    /// <summary>Tasks that are to be looked at; of more than these, the later ones are not.</summary>
    private const int Most = 256;

    /// <summary>While more than these are to be looked at, each is looked at in haste.</summary>
    private const int Few = 4;

    private readonly Channel<VideoTask> _arrived = Channel.CreateBounded<VideoTask>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>A task has come into the queue. Never blocks.</summary>
    public void Offer(VideoTask task)
    {
        if (!task.Facts.Fresh)
            _arrived.Writer.TryWrite(task);
    }

    /// <summary>Looks at what was offered until the node stops, and returns when all that was begun has ended.</summary>
    /// <param name="begin">Runs a leased task's attempt, which begins without a place for work.</param>
    public async Task RunAsync(Func<LeasedTask, WorkSlots.Slot, Task> begin, CancellationToken stopping)
    {
        var running = new List<Task>();
        try
        {
            await foreach (var task in _arrived.Reader.ReadAllAsync(stopping))
            {
                running.RemoveAll(one => one.IsCompleted);
                if (await TakeAsync(task, stopping) is { } taken)
                    running.Add(Task.Run(() => begin(taken.Leased, taken.Slot), CancellationToken.None));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await Task.WhenAll(running);
        }
    }

    private async Task<(LeasedTask Leased, WorkSlots.Slot Slot)?> TakeAsync(VideoTask task, CancellationToken stopping)
    {
        try
        {
            return await IsInLineAsync(task, stopping) && await IsMadeAsync(task, stopping) ? await LeaseAsync(task, stopping) : null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception e)
        {
            LogNotLooked(e, task.Id);
            return null;
        }
    }

    /// <summary>It would have to wait for a place: those who are before it take all that are free.</summary>
    private async ValueTask<bool> IsInLineAsync(VideoTask task, CancellationToken stopping) =>
        await store.QueuePositionAsync(task, stopping) is { } before && before >= slots.Free;

    private async ValueTask<bool> IsMadeAsync(VideoTask task, CancellationToken stopping)
    {
        if (await store.ReadShortBodyAsync(task, BodyRoom.Small, stopping) is not { } bytes)
            return false;
        using var body = new HeldBody(bytes);
        return await routes.For(task).HasAsync(task, requests.Read(task, body), body, _arrived.Reader.Count > Few, stopping);
    }

    private async Task<(LeasedTask, WorkSlots.Slot)?> LeaseAsync(VideoTask task, CancellationToken stopping)
    {
        if (slots.BeginAway() is not { } slot)
            return null;
        try
        {
            if (await store.LeaseOneAsync(options.Node, task, options.LeaseTime, stopping) is { } leased)
                return (leased, slot);
        }
        catch
        {
            WorkSlots.PutBack(slot);
            throw;
        }

        WorkSlots.PutBack(slot);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Task {TaskId}: whether its film is there already could not be seen; it waits for its turn.")]
    private partial void LogNotLooked(Exception cause, long taskId);
}

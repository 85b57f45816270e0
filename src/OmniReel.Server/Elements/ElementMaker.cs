using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Inputs.Checking;

namespace OmniReel.Server.Elements;

/// <summary>
/// Makes the elements that were accepted: those that a server before this one left, then each as it comes, a few at a time. One that
/// is cut off is begun again at the next start; one that the server died with each time is given up.
/// </summary>
internal sealed partial class ElementMaker(ElementLibrary library, IElementStore store, ElementMaking making, TimeProvider time, ILogger<ElementMaker> log) : BackgroundService
{
    /// <summary>Times that an element is begun at most.</summary>
    internal const int MostAttempts = 5;

    /// <summary>Elements made at once: fetching is waiting, mostly.</summary>
    private const int Hands = 4;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(2);

    private readonly Channel<long> _waiting = Channel.CreateUnbounded<long>();

    // One that was accepted while the old ones were read would stand in the line twice.
    private readonly ConcurrentDictionary<long, byte> _known = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        library.Accepted += Add;
        try
        {
            foreach (var left in await store.PendingAsync(stoppingToken))
                Add(left);
            await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => WorkAsync(stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not made yet is pending at the next start.
        }
        finally
        {
            library.Accepted -= Add;
        }
    }

    private void Add(long taskId)
    {
        if (_known.TryAdd(taskId, 0))
            _waiting.Writer.TryWrite(taskId);
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        await foreach (var taskId in _waiting.Reader.ReadAllAsync(stop))
        {
            for (var pause = s_pause; !await TryAsync(taskId, stop); pause = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, s_longestPause.Ticks)))
                await Task.Delay(pause, time, stop);
            _known.TryRemove(taskId, out _);
        }
    }

    /// <summary>False when something on our side failed and trying again may help.</summary>
    private async Task<bool> TryAsync(long taskId, CancellationToken stop)
    {
        try
        {
            if (await store.BeginAsync(taskId, stop) is { } pending)
                await MakeOrGiveBackAsync(pending, stop);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            LogTrouble(e, taskId);
            return false;
        }
    }

    // Only an end of the process in the middle uses up an attempt: a stop in order and trouble around it say nothing of the element.
    private async Task MakeOrGiveBackAsync(PendingElement pending, CancellationToken stop)
    {
        try
        {
            await MakeAsync(pending, stop);
        }
        catch
        {
            await store.GiveBackAsync(pending.Element.TaskId, CancellationToken.None);
            throw;
        }
    }

    private async Task MakeAsync(PendingElement pending, CancellationToken stop)
    {
        var element = pending.Element;
        if (element.Attempts > MostAttempts)
        {
            await library.FailAsync(element.TaskId, ElementMessages.GaveUp(element.Facts.Language, MostAttempts));
            return;
        }

        try
        {
            await library.SucceedAsync(element.TaskId, await making.MakeAsync(pending, stop));
        }
        catch (InputsRefusedException refused)
        {
            await library.FailAsync(element.TaskId, refused.In(element.Facts.Language));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Element task {TaskId}: trouble while it was made; it is tried again.")]
    private partial void LogTrouble(Exception cause, long taskId);
}

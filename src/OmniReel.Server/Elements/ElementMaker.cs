using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.StoredBodies;

namespace OmniReel.Server.Elements;

/// <summary>
/// Makes the elements that were accepted: those that a server before this one left, then each as it comes, a few at a time. One that
/// is cut off is begun again at the next start; one that the server died with each time is given up. One that met trouble of ours
/// waits for its next turn, which keeps no other waiting, and is given up after so many times.
/// </summary>
internal sealed partial class ElementMaker(ElementLibrary library, IElementStore store, ElementMaking making, BodyRoom bodies, TimeProvider time, ILogger<ElementMaker> log) : BackgroundService
{
    /// <summary>Times that an element is begun at most.</summary>
    internal const int MostAttempts = 5;

    /// <summary>Times that the making of an element meets trouble in one life of the server at most; a full disk is not counted.</summary>
    internal const int MostTroubles = 10;

    /// <summary>Elements made at once: fetching is waiting, mostly.</summary>
    private const int Hands = 4;

    private const int NoSpace = 28;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(2);

    private readonly Channel<long> _waiting = Channel.CreateUnbounded<long>();

    // One that was accepted while the old ones were read would stand in the line twice. With each, how often it met trouble.
    private readonly ConcurrentDictionary<long, int> _known = new();

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
            if (await TryAsync(taskId, stop))
                _known.TryRemove(taskId, out _);
            else
                _ = AgainAsync(taskId, stop);
        }
    }

    /// <summary>Puts it back into the line when its turn has come again.</summary>
    private async Task AgainAsync(long taskId, CancellationToken stop)
    {
        var pause = s_pause * Math.Pow(2, Math.Clamp(_known.GetValueOrDefault(taskId) - 1, 0, 8));
        await Task.Delay(pause < s_longestPause ? pause : s_longestPause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _waiting.Writer.TryWrite(taskId);
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

        MadeMedia made;
        try
        {
            using var body = await bodies.BringAsync(pending.BodyLength, cancellation => store.ReadBodyAsync(element.TaskId, cancellation), stop);
            made = await making.MakeAsync(element, body, stop);
        }
        catch (InputsRefusedException refused)
        {
            await library.FailAsync(element.TaskId, refused.In(element.Facts.Language));
            return;
        }
        catch (Exception e) when (!stop.IsCancellationRequested && CountTrouble(element.TaskId, e) >= MostTroubles)
        {
            LogGaveUp(e, element.TaskId, MostTroubles);
            await library.FailAsync(element.TaskId, ElementMessages.TooMuchTrouble(element.Facts.Language, MostTroubles));
            return;
        }

        if (await library.SucceedAsync(element.TaskId, made.Artifacts, made.Bytes))
            return;
        making.Undo(made.Artifacts);
        await library.FailAsync(element.TaskId, library.OverQuota(element.Facts.Form, element.Facts.Kind).In(element.Facts.Language));
    }

    // A full disk, and others that are fetched first, are nobody's element's fault and end some day: it only waits.
    private int CountTrouble(long taskId, Exception trouble) =>
        trouble is InputsBusyException or IOException { HResult: NoSpace } || trouble.Message.Contains("No space left on device", StringComparison.Ordinal)
            ? 0
            : _known.AddOrUpdate(taskId, 1, static (_, times) => times + 1);

    [LoggerMessage(Level = LogLevel.Error, Message = "Element task {TaskId}: trouble while it was made for the {Times}th time; it is given up.")]
    private partial void LogGaveUp(Exception cause, long taskId, int times);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Element task {TaskId}: trouble while it was made; it is tried again.")]
    private partial void LogTrouble(Exception cause, long taskId);
}

using System.Collections.Concurrent;
using OmniReel.Server.Engines.Kling.Orders;
using OmniReel.Server.Engines.Kling.Wire;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Kling.Elements;

/// <summary>
/// The elements of films at one upstream: each is made there once, which is free, and remembered. One that was made and not remembered,
/// because the process died in between, is found by its reference; one that was deleted there is made anew under the next.
/// </summary>
/// <param name="deployment">What references begin with: no other server of the account has it.</param>
internal sealed class UpstreamElements(KlingUpstream upstream, IUpstreamElementStore store, ElementSources sources, string deployment, TimeProvider time) : IDisposable
{
    /// <summary>Editions of one element that are looked for beyond what is known: who deletes more of them behind our back waits for the next task.</summary>
    private const int MostEditions = 8;

    private static readonly TimeSpan s_believed = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _gates = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();

    // The pictures of one are in memory while it is sent.
    private readonly SemaphoreSlim _sending = new(1);

    /// <summary>
    /// What the upstream calls the element, which is there when this returns. Throws <see cref="EngineRefusedException"/> where it takes none
    /// like it, and what <see cref="IPaidWork.PrepareAsync"/> throws for trouble.
    /// </summary>
    /// <param name="at">Which item of the request, from 0.</param>
    public async Task<string> BringAsync(VideoTask task, string digits, int at, CancellationToken cancellation)
    {
        var source = await sources.FindAsync(task, digits, at, cancellation);
        var gate = _gates.GetOrAdd(source.Id, static _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellation);
        try
        {
            var known = await store.FindAsync(upstream.Connection, source.Id, cancellation);
            if (known is not null && await IsThereAsync(known, cancellation))
                return known.UpstreamId;
            var made = await BringAsync(source, known is null ? 1 : known.Edition + 1, task, at, cancellation);
            await store.KeepAsync(made, cancellation);
            _seen[made.Element] = time.GetUtcNow();
            return made.UpstreamId;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        _sending.Dispose();
        foreach (var gate in _gates.Values)
            gate.Dispose();
    }

    /// <summary>False only where the upstream says that it is no more.</summary>
    private async Task<bool> IsThereAsync(UpstreamElement known, CancellationToken cancellation)
    {
        if (_seen.TryGetValue(known.Element, out var at) && time.GetUtcNow() - at < s_believed)
            return true;
        var sight = await LookAsync(known.TaskId, cancellation);
        if (sight.Standing is UpstreamStatus.Absent or UpstreamStatus.Failed)
            return false;
        if (sight.Standing == UpstreamStatus.Succeeded)
            _seen[known.Element] = time.GetUtcNow();
        return true;
    }

    private async Task<UpstreamElement> BringAsync(ElementSource source, int edition, VideoTask task, int at, CancellationToken cancellation)
    {
        // Where nothing can be asked for by a reference none is given: a second try must not stumble over the first.
        var asks = upstream.Capabilities.RefQuery;
        for (var last = edition + MostEditions; asks && edition < last; edition++)
        {
            var sight = await LookAsync(Reference(source, edition), cancellation);
            switch (sight.Standing)
            {
                case UpstreamStatus.Absent:
                    return await MakeAsync(source, edition, Reference(source, edition), task, at, cancellation);
                case UpstreamStatus.Succeeded:
                    return new UpstreamElement(upstream.Connection, source.Id, edition, TaskId(sight, Reference(source, edition)), sight.Id!, Now);
                case UpstreamStatus.Going when await WaitAsync(TaskId(sight, Reference(source, edition)), cancellation) is { Id: { } id } ended:
                    return new UpstreamElement(upstream.Connection, source.Id, edition, TaskId(ended, Reference(source, edition)), id, Now);
                case UpstreamStatus.Going or UpstreamStatus.Failed:
                    continue;
                default:
                    throw Trouble(sight.Told);
            }
        }

        return await MakeAsync(source, edition, null, task, at, cancellation);
    }

    private async Task<UpstreamElement> MakeAsync(ElementSource source, int edition, string? reference, VideoTask task, int at, CancellationToken cancellation)
    {
        var taskId = await SendAsync(source, reference, task, at, cancellation) switch
        {
            SubmitAnswer.Accepted accepted => accepted.UpstreamId,
            SubmitAnswer.Rejected { Kind: RejectKind.Request } refused => throw new EngineRefusedException(OrderMessages.ElementRefused(task.Facts.Language, at, refused.Message)),
            SubmitAnswer.Rejected { Kind: RejectKind.Busy } busy => throw new EngineBusyException($"{upstream.Connection} is too busy for an element: {busy.Message}"),
            SubmitAnswer.Rejected refused => throw new EngineUnavailableException($"{upstream.Connection} makes no element ({refused.Code}): {refused.Message}"),
            SubmitAnswer.NotSent unsent => throw new EngineUnavailableException($"{upstream.Connection} was not reached: {unsent.Reason}"),
            // Elements are free: the next attempt finds this one by its reference, or makes another.
            SubmitAnswer.Lost lost => throw Trouble(lost.Reason),
            _ => throw new InvalidOperationException("There are four answers."),
        };
        var ended = await WaitAsync(taskId, cancellation);
        return ended.Id is { } id
            ? new UpstreamElement(upstream.Connection, source.Id, edition, taskId, id, Now)
            : throw new EngineRefusedException(OrderMessages.ElementRefused(task.Facts.Language, at, ended.Told));
    }

    private async Task<SubmitAnswer> SendAsync(ElementSource source, string? reference, VideoTask task, int at, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            return await upstream.CreateElementAsync(await sources.WriteAsync(source, reference, task, at, cancellation), cancellation);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Until it is made or failed. Throws <see cref="EngineBusyException"/> where that takes too long.</summary>
    private async Task<ElementSight> WaitAsync(string taskId, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        for (var pause = TimeSpan.FromSeconds(1); time.GetElapsedTime(begun) < s_patience; pause = pause * 1.5 < s_longestPause ? pause * 1.5 : s_longestPause)
        {
            var sight = await LookAsync(taskId, cancellation);
            if (sight.Standing is UpstreamStatus.Succeeded or UpstreamStatus.Failed)
                return sight;
            await Task.Delay(pause, time, cancellation);
        }

        throw new EngineBusyException($"{upstream.Connection} has been making an element for {s_patience.TotalMinutes:0} minutes.");
    }

    private Task<ElementSight> LookAsync(string id, CancellationToken cancellation) =>
        upstream.ElementAsync(id, ElementReading.Of, static why => new ElementSight(UpstreamStatus.Unclear, Told: why), cancellation);

    private string Reference(ElementSource source, int edition) => edition == 1 ? $"{deployment}-e{source.Id}" : $"{deployment}-e{source.Id}-{edition}";

    private static string TaskId(ElementSight sight, string otherwise) => sight.TaskId.Length > 0 ? sight.TaskId : otherwise;

    private static EngineTroubleException Trouble(string why) => new("An element could not be made or asked for at the upstream.", new HttpRequestException(why));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();
}

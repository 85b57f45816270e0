using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// Finds what is paid for and that nobody works on: submits that their task left open when it ended, and what an upstream has under a
/// reference of ours that the book does not know. All of it ends in the orphan book, where people see it. At start, and from time to time.
/// </summary>
public sealed partial class OrphanSweep(
    IReadOnlyList<IUpstream> upstreams, ISubmitStore store, SubmitSettings settings, TimeProvider time, ILogger<OrphanSweep> log) : BackgroundService
{
    private const int AtOnce = 100, PageSize = 100, MostPages = 20;

    /// <summary>Listed tasks that are younger may be in the book in a moment.</summary>
    private static readonly TimeSpan s_young = TimeSpan.FromMinutes(15);

    /// <summary>How far back the list is read beyond the sweep before: what it did not show then is seen now.</summary>
    private static readonly TimeSpan s_overlap = TimeSpan.FromHours(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (upstreams.Count == 0)
            return;
        using var timer = new PeriodicTimer(settings.SweepEvery, time);
        try
        {
            do
            {
                foreach (var upstream in upstreams)
                    await SweepAsync(upstream, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    /// <summary>One pass over one connection. Trouble with it ends the pass, and the next one goes on.</summary>
    public async Task SweepAsync(IUpstream upstream, CancellationToken cancellation)
    {
        try
        {
            await CloseLeftAsync(upstream, cancellation);
            if (upstream.Capabilities.List)
                await BookListedAsync(upstream, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogTrouble(e, upstream.Connection);
        }
    }

    private async Task CloseLeftAsync(IUpstream upstream, CancellationToken cancellation)
    {
        var after = 0L;
        while (await store.LeftOpenAsync(upstream.Connection, after, AtOnce, cancellation) is { Count: > 0 } left)
        {
            foreach (var submit in left)
                await CloseAsync(upstream, submit, cancellation);
            after = left[^1].Id;
        }
    }

    private async Task CloseAsync(IUpstream upstream, Submit submit, CancellationToken cancellation)
    {
        if (submit.State == SubmitState.Sending)
            submit = await store.RecordAsync(submit.Id, SubmitEvent.Lose, new SubmitNews(Note: "The work was interrupted while it was sent."), cancellation) ?? submit;
        if (submit.State == SubmitState.Unknown)
        {
            await LookOnceAsync(upstream, submit, cancellation);
            return;
        }

        if (submit.State == SubmitState.Accepted && await store.RecordAsync(submit.Id, SubmitEvent.Orphan, new SubmitNews(Note: "Its task ended without it."), cancellation) is not null)
            LogOrphan(submit.Reference, submit.Connection, submit.UpstreamId ?? "", submit.TaskId);
    }

    // Its task is over, so there is no hurry: what is not clear yet is looked at again by the next sweep.
    private async Task LookOnceAsync(IUpstream upstream, Submit submit, CancellationToken cancellation)
    {
        var isSettled = time.GetUtcNow().ToUnixTimeMilliseconds() >= submit.SettlesAt;
        if (upstream.Capabilities is { RefQuery: false, List: false })
        {
            if (isSettled)
                await store.RecordAsync(submit.Id, SubmitEvent.Abandon, new SubmitNews(Note: "The upstream cannot be asked by reference."), cancellation);
            return;
        }

        switch (await UpstreamSearch.LookAsync(upstream, submit, cancellation))
        {
            case UpstreamSighting.Found found:
                if (await store.RecordAsync(submit.Id, SubmitEvent.Adopt, new SubmitNews(found.Report.UpstreamId), cancellation) is { } adopted)
                    await CloseAsync(upstream, adopted, cancellation);
                break;
            case UpstreamSighting.Absent when isSettled:
                await store.RecordAsync(submit.Id, SubmitEvent.ProveAbsent, new SubmitNews(Note: "The upstream has no such task."), cancellation);
                break;
        }
    }

    private async Task BookListedAsync(IUpstream upstream, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var oldest = (now - s_overlap).ToUnixTimeMilliseconds();
        var youngest = (now - s_young).ToUnixTimeMilliseconds();
        for (var page = 1; page <= MostPages; page++)
        {
            if (await upstream.ListAsync(page, PageSize, cancellation) is not { Items: { } items })
                return;
            foreach (var item in items)
            {
                if (item.Reference?.StartsWith(settings.ReferencePrefix + "-", StringComparison.Ordinal) == true && item.UpstreamId.Length > 0 && item.CreatedAt < youngest)
                    await BookAsync(upstream, item, now.ToUnixTimeMilliseconds(), cancellation);
            }

            if (items.Count < PageSize || items.All(one => one.CreatedAt > 0 && one.CreatedAt < oldest))
                return;
        }
    }

    private async Task BookAsync(IUpstream upstream, UpstreamReport item, long now, CancellationToken cancellation)
    {
        var known = await store.FindAsync(upstream.Connection, item.UpstreamId, cancellation);
        if (known.Count > 0)
            return;
        foreach (var submit in await store.FindAsync(upstream.Connection, item.Reference!, cancellation))
        {
            // Its own task may still find it out by itself.
            if (submit.IsOpen && submit.UpstreamId is null)
                return;
            if (await store.RecordAsync(submit.Id, SubmitEvent.Orphan, new SubmitNews(item.UpstreamId, "The upstream has it after all."), cancellation) is not null)
            {
                LogOrphan(submit.Reference, submit.Connection, item.UpstreamId, submit.TaskId);
                return;
            }
        }

        if (await store.BookStrangerAsync(new StrangeFilm(upstream.Connection, item.UpstreamId, item.Reference!, item.CreatedAt, now, item.Message), cancellation))
            LogStranger(item.Reference!, upstream.Connection, item.UpstreamId);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Submit {Reference} is paid for at {Connection} as {UpstreamId}, and its task {TaskId} does not want it: it stands in the orphan book.")]
    private partial void LogOrphan(string reference, string connection, string upstreamId, long taskId);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} has {UpstreamId} under our reference {Reference}, which this server never sent: it stands in the orphan book.")]
    private partial void LogStranger(string reference, string connection, string upstreamId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is left open at {Connection} could not be looked after; it is tried again.")]
    private partial void LogTrouble(Exception cause, string connection);
}

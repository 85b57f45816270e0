using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Engines.Submits;

/// <summary>What is to be done after an unknown submit was looked after.</summary>
public enum Resolution
{
    /// <summary>It is written what became of it: the task's submits are to be read again.</summary>
    Known,

    /// <summary>The upstream takes a reference once: it may be sent again under its own.</summary>
    Resend,
}

/// <summary>
/// Finds out what became of a submit that nobody had an answer to: asks the upstream by our reference, and by nothing else, until there
/// is an answer that can be believed. That a task is there is believed at once. That it is not is believed when it was said clearly often
/// enough, the last time after the upstream had time to show what it took; an error is no answer.
/// </summary>
public sealed partial class SubmitResolver(ISubmitStore store, SubmitSettings settings, ICrashPoints crash, TimeProvider time, ILogger<SubmitResolver> log)
{
    /// <summary>Returns when it is known, or may be sent again.</summary>
    /// <param name="since">When the first submit under its reference was sent, Unix milliseconds.</param>
    public async Task<Resolution> ResolveAsync(IUpstream upstream, Submit submit, long since, CancellationToken cancellation)
    {
        var can = upstream.Capabilities;
        if (can is { RefQuery: false, List: false })
            return await WithoutQuestionsAsync(can, submit, since, cancellation);

        var negatives = 0;
        for (var times = 0; ; times++)
        {
            var asked = Now;
            var (sighting, isLate) = (await UpstreamSearch.LookAsync(upstream, submit, cancellation), asked >= submit.SettlesAt);
            crash.Reach(CrashPoint.AfterQuestion);
            switch (sighting)
            {
                case UpstreamSighting.Found found:
                    LogFound(submit.Reference, found.Report.UpstreamId);
                    return await WriteAsync(submit, SubmitEvent.Adopt, new SubmitNews(found.Report.UpstreamId, "Found at the upstream."), cancellation);
                case UpstreamSighting.Absent:
                    negatives++;
                    break;
                case UpstreamSighting.Unclear unclear:
                    LogUnclear(submit.Reference, unclear.Reason);
                    break;
            }

            if (negatives >= settings.Negatives && isLate && sighting is UpstreamSighting.Absent)
            {
                if (can.RefDedupe)
                    return Resolution.Resend;
                return await WriteAsync(submit, SubmitEvent.ProveAbsent, new SubmitNews(Note: $"The upstream said {negatives} times that it has no such task."), cancellation);
            }

            if (IsHopeless(since))
                return await AbandonAsync(submit, "No clear answer came from the upstream.", cancellation);
            await Task.Delay(Pause(times), time, cancellation);
        }
    }

    /// <summary>
    /// After a repeat was refused: true when the upstream surely has none under its reference, so that the refusal is about the request.
    /// Otherwise it is written what became of it.
    /// </summary>
    public async Task<bool> IsAbsentAsync(IUpstream upstream, Submit submit, CancellationToken cancellation)
    {
        if (upstream.Capabilities is { RefQuery: false, List: false })
        {
            await AbandonAsync(submit, "A repeat was refused, perhaps as one: the upstream may have the first.", cancellation);
            return false;
        }

        for (var (times, negatives) = (0, 0); negatives < settings.Negatives; times++)
        {
            switch (await UpstreamSearch.LookAsync(upstream, submit, cancellation))
            {
                case UpstreamSighting.Found found:
                    await WriteAsync(submit, SubmitEvent.Adopt, new SubmitNews(found.Report.UpstreamId, "Found at the upstream after a repeat was refused."), cancellation);
                    return false;
                case UpstreamSighting.Absent when ++negatives == settings.Negatives:
                    return true;
            }

            if (IsHopeless(submit.SentAt))
            {
                await AbandonAsync(submit, "A repeat was refused, and no clear answer came from the upstream.", cancellation);
                return false;
            }

            await Task.Delay(Pause(times), time, cancellation);
        }

        return true;
    }

    // Nothing can be asked: the time that others would need to answer is waited for all the same, since an answer may come late.
    private async Task<Resolution> WithoutQuestionsAsync(UpstreamCapabilities can, Submit submit, long since, CancellationToken cancellation)
    {
        if (submit.SettlesAt - Now is var left and > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(left), time, cancellation);
        crash.Reach(CrashPoint.AfterQuestion);
        return can.RefDedupe && !IsHopeless(since)
            ? Resolution.Resend
            : await AbandonAsync(submit, "The upstream cannot be asked by reference.", cancellation);
    }

    private Task<Resolution> AbandonAsync(Submit submit, string why, CancellationToken cancellation)
    {
        LogAbandoned(submit.Reference, submit.TaskId, why);
        return WriteAsync(submit, SubmitEvent.Abandon, new SubmitNews(Note: why), cancellation);
    }

    private async Task<Resolution> WriteAsync(Submit submit, SubmitEvent on, SubmitNews news, CancellationToken cancellation)
    {
        await store.RecordAsync(submit.Id, on, news, cancellation);
        crash.Reach(CrashPoint.AfterFinding);
        return Resolution.Known;
    }

    private bool IsHopeless(long since) => Now - since > settings.MostUnknown.TotalMilliseconds;

    private TimeSpan Pause(int times) => settings.AskAgain * Math.Pow(2, Math.Clamp(times, 0, 4));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(Level = LogLevel.Information, Message = "Submit {Reference}, whose answer was lost, was found at the upstream as {UpstreamId}.")]
    private partial void LogFound(string reference, string upstreamId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Submit {Reference}: the upstream gave no clear answer: {Reason}")]
    private partial void LogUnclear(string reference, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Submit {Reference} of task {TaskId}: what became of it cannot be found out. {Why} Settle it with omnireel tasks resolve.")]
    private partial void LogAbandoned(string reference, long taskId, string why);
}

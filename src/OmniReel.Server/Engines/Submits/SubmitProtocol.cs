using System.Globalization;
using Microsoft.Extensions.Logging;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// Has a task submitted once, whatever happened to it before. The intent is durable before the first byte; one intent is one POST; what
/// became of it is written before anything else is done; and what nobody knows is asked for (<see cref="SubmitResolver"/>) and never
/// guessed. The picture is <c>docs/architecture/paid-submits.md</c>.
/// </summary>
public sealed partial class SubmitProtocol(
    ISubmitStore store, SubmitResolver resolver, SubmitSettings settings, ICrashPoints crash, TimeProvider time, ILogger<SubmitProtocol> log)
{
    /// <summary>Submits that may fail before their first byte, one after another, before another engine is asked.</summary>
    private const int MostNotSent = 3;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Returns the submit that the upstream has: the one that was accepted before, or after as many tries as are proven to be safe.
    /// Throws <see cref="EngineRefusedException"/> when no film will come, <see cref="EngineUnavailableException"/> when another engine
    /// may be asked, and <see cref="EngineBusyException"/> when this attempt may not go on.
    /// </summary>
    /// <param name="wait">Entered before a new submit, by which it waits for a place at the upstream; left by whoever holds the result.</param>
    public async Task<Submit> SubmitAsync(PaidAttempt attempt, SubmitWait wait, CancellationToken cancellation)
    {
        var notSent = 0;
        while (true)
        {
            var all = await store.OfTaskAsync(attempt.Task.Id, cancellation);
            var last = all.Count > 0 ? all[^1] : null;
            if (attempt.Task.Facts.Adopts is { } given && last?.State is null or SubmitState.Sending or SubmitState.Unknown)
            {
                await AdoptAsync(attempt, last, given, cancellation);
                continue;
            }

            switch (last?.State)
            {
                case SubmitState.Accepted:
                    return last;
                case SubmitState.Sending:
                    // Whoever sent it is gone, or answers too late for anybody to wait for.
                    await store.RecordAsync(last.Id, SubmitEvent.Lose, new SubmitNews(Note: "The work was interrupted while it was sent."), cancellation);
                    continue;
                case SubmitState.Unknown:
                    wait.Leave();
                    if (await resolver.ResolveAsync(attempt.Upstream, last, all.First(one => one.Reference == last.Reference).SentAt, cancellation) == Resolution.Resend)
                        await RepeatAsync(attempt, wait, last, cancellation);
                    continue;
                case SubmitState.Abandoned or SubmitState.Orphaned or SubmitState.Settled:
                    throw new EngineRefusedException(SubmitMessages.OutcomeUnknown(attempt.Language, last.Reference));
                case SubmitState.FailedThere:
                    throw new EngineRefusedException(SubmitMessages.FailedThere(attempt.Language, last.Note));
                case SubmitState.Delivered:
                    throw new InvalidOperationException($"Submit {last.Id} was delivered, and its task {attempt.Task.Id} is worked on.");
            }

            var (_, answer) = await SendAsync(attempt, wait, (last?.Sequence ?? 0) + 1, null, cancellation);
            switch (answer)
            {
                case SubmitAnswer.Rejected rejected:
                    Refuse(attempt, wait, rejected);
                    break;
                case SubmitAnswer.NotSent failed:
                    wait.Leave();
                    if (++notSent >= MostNotSent)
                        throw new EngineUnavailableException($"The upstream {attempt.Upstream.Connection} cannot be reached: {failed.Reason}");
                    await Task.Delay(s_pause * notSent, time, cancellation);
                    break;
            }
        }
    }

    /// <summary>What is refused for sure is over, unless it was only too early.</summary>
    private void Refuse(PaidAttempt attempt, SubmitWait wait, SubmitAnswer.Rejected rejected)
    {
        switch (rejected.Kind)
        {
            case RejectKind.Busy:
                wait.Refused(rejected.Code);
                return;
            case RejectKind.Request:
                throw new EngineRefusedException(SubmitMessages.RefusedThere(attempt.Language, rejected.Message));
            default:
                if (time.GetUtcNow().ToUnixTimeMilliseconds() - attempt.Task.CreatedAt > settings.MostAccountTrouble.TotalMilliseconds)
                    throw new EngineRefusedException(SubmitMessages.AccountTrouble(attempt.Language, rejected.Message));
                throw new EngineUnavailableException($"The account of {attempt.Upstream.Connection} cannot be used ({rejected.Code}): {rejected.Message}");
        }
    }

    // The upstream takes a reference once, so this is safe even where the first one is there. For the same reason no answer but an
    // acceptance says that nothing is there: a repeat that is refused may be refused as one, and it stays unknown.
    private async Task RepeatAsync(PaidAttempt attempt, SubmitWait wait, Submit first, CancellationToken cancellation)
    {
        var (submit, answer) = await SendAsync(attempt, wait, first.Sequence + 1, first, cancellation);
        switch (answer)
        {
            case SubmitAnswer.Rejected { Kind: RejectKind.Busy } busy:
                wait.Refused(busy.Code);
                return;
            case SubmitAnswer.Rejected { Kind: RejectKind.Request } rejected when await resolver.IsAbsentAsync(attempt.Upstream, submit, cancellation):
                await store.RecordAsync(submit.Id, SubmitEvent.Reject, new SubmitNews(Note: Words(rejected)), cancellation);
                throw new EngineRefusedException(SubmitMessages.RefusedThere(attempt.Language, rejected.Message));
            case SubmitAnswer.Rejected { Kind: RejectKind.Account } rejected:
                throw new EngineBusyException($"The account of {attempt.Upstream.Connection} cannot be used ({rejected.Code}): {rejected.Message}");
            case SubmitAnswer.NotSent:
                await Task.Delay(s_pause, time, cancellation);
                return;
        }
    }

    // A person says that the upstream has it: it is written into the book as if it had been sent, and nothing is.
    private async Task AdoptAsync(PaidAttempt attempt, Submit? last, string upstreamId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var intent = new NewSubmit(attempt.Upstream.Connection, settings.ReferencePrefix, null, "", attempt.Task.Facts.Units, now, now);
        if (last is null && await store.OwnerAsync(intent.Connection, upstreamId, cancellation) is { } owner)
            throw new EngineRefusedException(SubmitMessages.FilmIsTaken(attempt.Language, upstreamId, owner.TaskId));
        var submit = last ?? await store.IntendAsync(attempt.Hold.Lease, intent, cancellation) ?? throw new EngineBusyException("The task is held by somebody else.");
        if (await store.RecordAsync(submit.Id, SubmitEvent.Accept, new SubmitNews(upstreamId, "Adopted by a person."), cancellation) is null)
            throw new EngineBusyException("The task is worked on by somebody else.");
    }

    /// <param name="again">The unknown submit that is sent once more under its own reference; null for one of a new reference.</param>
    private async Task<(Submit Submit, SubmitAnswer Answer)> SendAsync(PaidAttempt attempt, SubmitWait wait, int sequence, Submit? again, CancellationToken cancellation)
    {
        var order = await attempt.OrderAsync(cancellation);
        await wait.EnterAsync(cancellation);
        var upstream = attempt.Upstream;
        var reference = again?.Reference ?? string.Create(CultureInfo.InvariantCulture, $"{settings.ReferencePrefix}-{attempt.Task.Id}-{sequence}");
        using var body = await order.WriteAsync(reference, cancellation);

        crash.Reach(CrashPoint.BeforeIntent);
        var now = time.GetUtcNow();
        var intent = new NewSubmit(
            upstream.Connection, settings.ReferencePrefix, reference, body.Sum, attempt.Task.Facts.Units, now.ToUnixTimeMilliseconds(),
            (now + settings.Settle).ToUnixTimeMilliseconds(), again?.Id ?? 0);
        // Nobody else may hold the task before the answer is here: a second holder would begin to ask while it is still under way.
        if (attempt.Hold.Left < settings.SubmitTime + settings.LeaseMargin)
            throw new EngineBusyException("Too little is left of the lease for a submit.");
        if (await store.IntendAsync(attempt.Hold.Lease, intent, cancellation) is not { } submit)
            throw new EngineBusyException("The task is held by somebody else, or has a submit that is open.");
        crash.Reach(CrashPoint.AfterIntent);

        var answer = await PostAsync(upstream, body);
        crash.Reach(CrashPoint.AfterAnswer);
        await WriteAsync(submit, answer, isRepeat: again is not null);
        crash.Reach(CrashPoint.AfterRecord);
        return (submit, answer);
    }

    // Not cancelled with its attempt: to cut it off would make an unknown outcome of what may be a clear one.
    private async Task<SubmitAnswer> PostAsync(IUpstream upstream, PaidBody body)
    {
        using var patience = new CancellationTokenSource(settings.SubmitTime, time);
        try
        {
            return await upstream.SubmitAsync(body.Bytes, patience.Token);
        }
        catch (Exception e)
        {
            LogBroke(e, upstream.Connection);
            return new SubmitAnswer.Lost("The sending broke: " + e.Message);
        }
    }

    private async Task WriteAsync(Submit submit, SubmitAnswer answer, bool isRepeat)
    {
        var (on, news) = answer switch
        {
            SubmitAnswer.Accepted accepted => (SubmitEvent.Accept, new SubmitNews(accepted.UpstreamId)),
            SubmitAnswer.Rejected rejected => (isRepeat ? SubmitEvent.Lose : SubmitEvent.Reject, new SubmitNews(Note: Words(rejected))),
            SubmitAnswer.NotSent failed => (isRepeat ? SubmitEvent.Lose : SubmitEvent.NotSend, new SubmitNews(Note: failed.Reason)),
            SubmitAnswer.Lost lost => (SubmitEvent.Lose, new SubmitNews(Note: lost.Reason)),
            _ => throw new InvalidOperationException(),
        };
        LogAnswered(submit.Reference, submit.Connection, submit.TaskId, on, news.UpstreamId ?? news.Note ?? "");
        if (await RecordAsync(submit.Id, on, news) is null && on == SubmitEvent.Accept)
            await BookLateAsync(submit, news);
    }

    // An answer after everybody had given up on it. Where a repeat under the same reference was answered with the same film, that one has it.
    private async Task BookLateAsync(Submit submit, SubmitNews news)
    {
        var known = await store.FindAsync(submit.Connection, news.UpstreamId!, CancellationToken.None);
        if (known.Count == 0 && await RecordAsync(submit.Id, SubmitEvent.Orphan, news) is not null)
            LogLate(submit.Reference, news.UpstreamId!);
    }

    // What is known of money is written, however long the store has no room for it: the process may die of it, and then it is unknown.
    private async Task<Submit?> RecordAsync(long submitId, SubmitEvent on, SubmitNews news)
    {
        while (true)
        {
            try
            {
                return await store.RecordAsync(submitId, on, news, CancellationToken.None);
            }
            catch (StoreException e) when (e is StoreBusyException or StoreFullException)
            {
                await Task.Delay(s_pause, time, CancellationToken.None);
            }
        }
    }

    private static string Words(SubmitAnswer.Rejected rejected) => string.Create(CultureInfo.InvariantCulture, $"{rejected.Code}: {rejected.Message}");

    [LoggerMessage(Level = LogLevel.Information, Message = "Submit {Reference} to {Connection} for task {TaskId}: {Event} {News}")]
    private partial void LogAnswered(string reference, string connection, long taskId, SubmitEvent @event, string news);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sending to {Connection} broke; whether anything left is unknown.")]
    private partial void LogBroke(Exception cause, string connection);

    [LoggerMessage(Level = LogLevel.Error, Message = "Submit {Reference} was accepted as {UpstreamId} after it was given up; it stands in the orphan book.")]
    private partial void LogLate(string reference, string upstreamId);
}

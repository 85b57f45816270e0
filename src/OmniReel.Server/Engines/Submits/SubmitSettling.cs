using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Submits;

/// <summary>
/// People settle what the protocol cannot find out. A task that has ended stays as it is: what goes on is a new task of the same request.
/// It is durable before the submit is written off for it, under a key of the submit's: a crash between the two, an answer that got lost
/// and two people at once make one task.
/// </summary>
public sealed class SubmitSettling(ISubmitStore submits, ITaskStore tasks, IEngineRoutes routes, WorkerOptions worker, TaskIds ids, TimeProvider time)
{
    /// <summary>The states in which a person decides.</summary>
    public static IReadOnlyList<SubmitState> Undecided { get; } = [.. SubmitLifecycle.Sources(SubmitEvent.Settle)];

    /// <summary>Settles one. Not to be cancelled: what it does is worth keeping when whoever asked is gone.</summary>
    /// <param name="tenant">Whose it has to be.</param>
    /// <param name="submitId">Which.</param>
    /// <param name="wish">What to do.</param>
    /// <param name="by">Who decides, for the note.</param>
    public async Task<SettleOutcome> SettleAsync(string tenant, long submitId, SettleWish wish, string by)
    {
        if (await submits.FindAsync(submitId, default) is not { } submit || submit.Tenant != tenant)
            return new SettleOutcome.NotFound();
        if (await MadeForAsync(submit) is { } made)
            return await GoesOnAsAsync(submit, made, wish, by);
        if (!Undecided.Contains(submit.State))
            return new SettleOutcome.NotOpen(submit);
        if (wish is SettleWish.WriteOff)
            return await WriteOffAsync(submit, by);

        var adopts = (wish as SettleWish.Adopt)?.UpstreamId ?? (wish is SettleWish.Adopt ? submit.UpstreamId : null);
        if (wish is SettleWish.Adopt && await WhyNotAsync(submit, adopts) is { } refusal)
            return refusal;
        // A server that works on nothing leaves it to the one that will.
        if (worker.Slots > 0 && routes.Remote.All(engine => engine.Name != submit.Connection))
            return new SettleOutcome.NoConnection(submit.Connection);
        if (await tasks.FindAsync(tenant, submit.TaskId.ToString(CultureInfo.InvariantCulture), default) is not { } task)
            return new SettleOutcome.TaskIsGone();
        return await GoesOnAsAsync(submit, await AcceptAsync(submit, task, adopts), wish, by);
    }

    private async Task<SettleOutcome?> WhyNotAsync(Submit submit, string? upstreamId)
    {
        if (upstreamId is null)
            return new SettleOutcome.NoUpstreamId();
        return await submits.OwnerAsync(submit.Connection, upstreamId) is { } other ? new SettleOutcome.FilmIsTaken(other) : null;
    }

    private async Task<VideoTask> AcceptAsync(Submit submit, VideoTask task, string? adopts)
    {
        var facts = task.Facts with { Engine = submit.Connection, Adopts = adopts };
        var body = await tasks.ReadBodyAsync(task, default);
        var again = new NewTask(ids.Next(), task.Tenant, null, facts, body, time.GetUtcNow().ToUnixTimeMilliseconds(), Claim(submit, submit.UpstreamId));
        return await tasks.AcceptAsync(again, default) switch
        {
            AcceptOutcome.Accepted accepted => accepted.Task,
            AcceptOutcome.Replayed replayed => replayed.Task,
            var other => throw new InvalidOperationException($"A task for submit {submit.Id} was not accepted: {other.GetType().Name}."),
        };
    }

    /// <summary>The task that was made for it before; null for none. A submit may be decided about twice: unknown first, and again when the upstream shows that it has it.</summary>
    private async Task<VideoTask?> MadeForAsync(Submit submit)
    {
        if (await FindAsync(submit.UpstreamId) is { } now)
            return now;
        return submit.State == SubmitState.Settled && submit.UpstreamId is not null ? await FindAsync(null) : null;

        async Task<VideoTask?> FindAsync(string? upstreamId) =>
            (await tasks.FindRepeatAsync(submit.Tenant, Claim(submit, upstreamId), default) as AcceptOutcome.Replayed)?.Task;
    }

    // Nobody else's: the keys that callers give hold no blank.
    private static IdempotencyClaim Claim(Submit submit, string? upstreamId)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"settle {submit.Id} {upstreamId}");
        return new IdempotencyClaim(key, SHA256.HashData(Encoding.UTF8.GetBytes(key)), "");
    }

    private async Task<SettleOutcome> GoesOnAsAsync(Submit submit, VideoTask task, SettleWish wish, string by)
    {
        var adopts = task.Facts.Adopts;
        var note = string.Create(CultureInfo.InvariantCulture, $"{(adopts is null ? "Resubmitted" : $"Adopted as {adopts}")} by {by}: task {task.Id}.");
        var now = submit;
        if (Undecided.Contains(submit.State))
            now = await CloseAsync(submit, adopts, note) ?? await AlsoAsync(submit, task, note);
        var isAsWished = wish switch
        {
            SettleWish.Resubmit => adopts is null,
            SettleWish.Adopt given => adopts is not null && (given.UpstreamId ?? adopts) == adopts,
            _ => false,
        };
        return isAsWished ? new SettleOutcome.Settled(now, task) : new SettleOutcome.NotOpen(now);
    }

    private async Task<SettleOutcome> WriteOffAsync(Submit submit, string by) =>
        await CloseAsync(submit, null, $"Written off by {by}.") is { } done
            ? new SettleOutcome.Settled(done, null)
            : new SettleOutcome.NotOpen(await submits.FindAsync(submit.Id, default) ?? submit);

    /// <summary>Null: it was closed by somebody else in the meantime.</summary>
    private async Task<Submit?> CloseAsync(Submit submit, string? adopts, string note)
    {
        // The adopted film's id stands here too, so that a sweep which finds the film before its new task does knows whose it is.
        var news = new SubmitNews(adopts, Notes(submit, note));
        var closed = await submits.RecordAsync(submit.Id, SubmitEvent.Settle, news, default)
            ?? await submits.RecordAsync(submit.Id, SubmitEvent.Settle, news with { UpstreamId = null }, default);
        if (closed is null)
            return null;

        // Found at the upstream while it was decided about: that is to be decided about anew.
        if (submit.UpstreamId is null && closed.UpstreamId is { } found && found != adopts)
            return await submits.RecordAsync(submit.Id, SubmitEvent.Orphan, new SubmitNews(found), default) ?? closed;
        return closed;
    }

    // It was written off at the same time, and its task is there all the same: the book says both.
    private async Task<Submit> AlsoAsync(Submit submit, VideoTask task, string note)
    {
        var now = await submits.FindAsync(submit.Id, default) ?? submit;
        if (now.Note.Contains(task.Id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            return now;
        await submits.NoteAsync(submit.Id, new SubmitNews(Note: Notes(now, note)), default);
        return await submits.FindAsync(submit.Id, default) ?? now;
    }

    private static string Notes(Submit submit, string note) => submit.Note.Length == 0 ? note : $"{submit.Note} {note}";
}

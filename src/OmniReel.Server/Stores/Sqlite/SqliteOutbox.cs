using OmniReel.Server.Callbacks;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// Writes the deliveries of a change into the change's own transaction: whatever path a task comes to a status by, its callback is
/// durable with it, or neither is. After the commit it says so.
/// </summary>
public sealed class SqliteOutbox
{
    /// <summary>The event that a worker took the task, and the one that it has ended; there are no others.</summary>
    private const int Begun = 1, Ended = 2;

    private readonly ITaskNotices _notices;
    private readonly DeliverySignals _signals;
    private readonly CallbackFeed _feed;
    private readonly SqliteStatement _add;
    private readonly SqliteStatement _skip;

    public SqliteOutbox(SqliteStorage storage, ITaskNotices notices, DeliverySignals signals, CallbackFeed feed)
    {
        (_notices, _signals, _feed) = (notices, signals, feed);
        _add = storage.Database.Prepare($"""
            INSERT INTO deliveries (task_id, sequence, tenant, event, url, receiver, body, created_at, waits_since, state, due_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, {(int)DeliveryState.Waiting}, ?8) ON CONFLICT (task_id, sequence) DO NOTHING
            """);
        _skip = storage.Database.Prepare($"""
            UPDATE deliveries SET state = {(int)DeliveryState.Skipped}, due_at = NULL
            WHERE task_id = ?1 AND sequence < ?2 AND state = {(int)DeliveryState.Waiting}
            """);
    }

    /// <summary>Inside the transaction, on the writer's thread.</summary>
    internal void Write(ChangeSet changes)
    {
        foreach (var task in changes.Tasks)
        {
            if (SequenceOf(task) is not { } sequence) continue;
            var url = task.Facts.CallbackUrl;
            if (url is null && !_feed.IsListenedTo(task.Tenant)) continue;

            var notice = _notices.Of(task);
            changes.Add(task.Tenant, new HappenedCallback(DeliveryId.Of(task.Id, sequence), task.Id, notice.Event, notice.Body, url));
            if (url is null) continue;
            if (task.IsTerminal) _skip.Bind(0, task.Id).Bind(1, sequence).Run();
            _add.Bind(0, task.Id).Bind(1, sequence).Bind(2, task.Tenant).Bind(3, notice.Event).Bind(4, url).Bind(5, Receiver.Of(url))
                .BindBlob(6, notice.Body.Span).Bind(7, task.UpdatedAt).Run();
        }
    }

    /// <summary>After the commit, on the writer's thread.</summary>
    internal void Publish(ChangeSet changes)
    {
        foreach (var (tenant, callback) in changes.Callbacks)
        {
            if (callback.Url is { } url) _signals.Arrive(Receiver.Of(url));
            _feed.Tell(tenant, callback);
        }
    }

    // Only the first lease is news: one after a restart or a rescue tells nobody anything.
    private static int? SequenceOf(VideoTask task) => task.IsTerminal ? Ended : task is { Status: VideoTaskStatus.Running, Attempts: 1 } ? Begun : null;
}

using OmniReel.Server.Callbacks;
using OmniReel.Server.Elements;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// Writes the deliveries of a change into the change's own transaction: whatever path a task or an element comes to a status by, its callback is
/// durable with it, or neither is. After the commit it says so.
/// </summary>
public sealed class SqliteOutbox
{
    /// <summary>The event that a worker took the task, and the one that it has ended; there are no others.</summary>
    private const int Begun = 1, Ended = 2;

    private readonly ITaskNotices _notices;
    private readonly IElementNotices _elements;
    private readonly DeliverySignals _signals;
    private readonly CallbackFeed _feed;
    private readonly SqliteStatement _add;
    private readonly SqliteStatement _skip;

    public SqliteOutbox(SqliteStorage storage, ITaskNotices notices, IElementNotices elements, DeliverySignals signals, CallbackFeed feed)
    {
        (_notices, _elements, _signals, _feed) = (notices, elements, signals, feed);
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
            var url = task.Facts.CallbackUrl;
            if (SequenceOf(task) is not { } sequence || !IsAwaited(task.Tenant, url)) continue;
            var notice = _notices.Of(task);
            Write(changes, new News(task.Id, sequence, task.Tenant, notice.Event, notice.Body, url, task.UpdatedAt));
        }
    }

    /// <summary>The same of an element, whose id is of the same family as those of tasks.</summary>
    internal void Write(ChangeSet changes, Element element)
    {
        var url = element.Facts.CallbackUrl;
        if (SequenceOf(element) is not { } sequence || !IsAwaited(element.Tenant, url)) return;
        var notice = _elements.Of(element);
        Write(changes, new News(element.TaskId, sequence, element.Tenant, notice.Event, notice.Body, url, element.UpdatedAt));
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

    private bool IsAwaited(string tenant, string? url) => url is not null || _feed.IsListenedTo(tenant);

    private void Write(ChangeSet changes, in News news)
    {
        changes.Add(news.Tenant, new HappenedCallback(DeliveryId.Of(news.TaskId, news.Sequence), news.TaskId, news.Event, news.Body, news.Url));
        if (news.Url is not { } url) return;
        if (news.Sequence == Ended) _skip.Bind(0, news.TaskId).Bind(1, news.Sequence).Run();
        _add.Bind(0, news.TaskId).Bind(1, news.Sequence).Bind(2, news.Tenant).Bind(3, news.Event).Bind(4, url).Bind(5, Receiver.Of(url))
            .BindBlob(6, news.Body.Span).Bind(7, news.At).Run();
    }

    // Only the first lease is news: one after a restart or a rescue tells nobody anything.
    private static int? SequenceOf(VideoTask task) => task.IsTerminal ? Ended : task is { Status: VideoTaskStatus.Running, Attempts: 1 } ? Begun : null;

    private static int? SequenceOf(Element element) => element.IsTerminal ? Ended : element is { Status: ElementStatus.Running, Attempts: 1 } ? Begun : null;

    private readonly record struct News(long TaskId, int Sequence, string Tenant, string Event, ReadOnlyMemory<byte> Body, string? Url, long At);
}

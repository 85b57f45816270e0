using System.Threading.Channels;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>
/// The only writer of the file: one thread that takes what has gathered while it committed the last group, and commits that as one
/// transaction. So many callers share one fsync, and none is answered before it.
/// </summary>
/// <remarks>
/// A command that throws does not harm its neighbours: the group is rolled back, and each command runs again in a transaction of
/// its own. That costs nothing while all is well, which savepoints would.
/// </remarks>
internal sealed class GroupWriter : IAsyncDisposable
{
    private readonly WriteLanes _lanes;
    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly LogFold _fold;
    private readonly SqliteOptions _options;
    private readonly TimeProvider _time;
    private readonly StoreHealth _health;
    private readonly Action<ChangeSet> _committed;
    private readonly Action<int, TimeSpan>? _measured;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _commits;

    /// <param name="committed">Called on the writer's thread after each commit, before the caller is answered.</param>
    /// <param name="measured">Told of each commit: its writes, and the time from its begin to the end of its fsync.</param>
    public GroupWriter(
        SqliteDatabase database, SqliteOptions options, TimeProvider time, StoreHealth health, Action<ChangeSet> committed,
        Action<int, TimeSpan>? measured = null)
    {
        (_database, _options, _time, _health, _committed, _measured) = (database, options, time, health, committed, measured);
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _rollback = database.Prepare("ROLLBACK");
        _fold = new LogFold(database);
        _lanes = new WriteLanes(options.QueueLength);
        new Thread(Run) { IsBackground = true, Name = "store writer" }.Start();
    }

    /// <summary>Transactions committed so far.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>The file has failed under a write, and nothing more is written.</summary>
    public bool HasFailed => _health.Cause is not null;

    /// <summary>Writes; the answer comes after the commit. A write that has its place in the queue is not taken back.</summary>
    public async Task<T> WriteAsync<T>(Func<ChangeSet, T> body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_health.Cause is { } cause)
            throw Failed(cause);
        var command = new WriteCommand<T>(body);
        if (!_lanes.TryAdd(command))
            await WaitForPlaceAsync(command, cancellation);
        return await command.Done;
    }

    /// <summary>
    /// A worker's write, to take a lease or under one: it always has a place, and shares the very next commit. There are few of them,
    /// and a film must not be lost because many others are being asked for. Among themselves they keep their order: a lease that a
    /// stopping worker has asked for must not be served after the release that follows it.
    /// </summary>
    public async Task<T> WriteLeasedAsync<T>(Func<ChangeSet, T> body, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_health.Cause is { } cause)
            throw Failed(cause);
        var command = new WriteCommand<T>(body);
        if (!_lanes.TryAddLeased(command))
            throw Closed();
        return await command.Done;
    }

    /// <summary>Writes what is queued and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        _lanes.Close();
        await _ended.Task;
        _lanes.Dispose();
    }

    private async Task WaitForPlaceAsync(WriteCommand command, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(_options.QueueWait, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            await _lanes.AddAsync(command, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreBusyException($"The store has {_options.QueueLength} writes waiting. Try again in a second.");
        }
        catch (ChannelClosedException)
        {
            throw Closed();
        }
    }

    private void Run()
    {
        // A list of its own for each group: it leaves with the group's answers.
        for (List<WriteCommand> group = []; _lanes.Take(group, _options.GroupSize); group = [])
            CommitUnlessFailed(group);

        _ended.SetResult();
    }

    // Asked before every transaction: after a fatal fault nothing more may be committed, let alone acknowledged.
    private void CommitUnlessFailed(List<WriteCommand> group)
    {
        if (_health.Cause is { } cause)
            FailAll(group, Failed(cause));
        else
            Commit(group);
    }

    private void Commit(List<WriteCommand> group)
    {
        var start = _time.GetTimestamp();
        try
        {
            _begin.Run();
            foreach (var command in group)
                command.Execute();
            _commit.Run();
        }
        catch (Exception e)
        {
            RollBack();
            if (e is SqliteFault { IsFatal: true } fault)
            {
                End(fault);
                FailAll(group, Failed(fault));
            }
            else if (group.Count == 1 || e is SqliteFault { IsBusy: true })
                FailAll(group, Translate(e));
            else
                group.ForEach(command => CommitUnlessFailed([command]));
            return;
        }

        Interlocked.Increment(ref _commits);
        _measured?.Invoke(group.Count, _time.GetElapsedTime(start));
        foreach (var command in group)
            _committed(command.Changes);
        HandOff(group, static command => command.Complete());
        FoldLog();
    }

    private void FoldLog()
    {
        try
        {
            _fold.FoldIfLong();
        }
        catch (SqliteFault fault)
        {
            End(fault);
        }
    }

    private void RollBack()
    {
        try
        {
            _database.ResetStatements();
            if (!_database.IsIdle)
                _rollback.Run();
        }
        catch (SqliteFault)
        {
            // The failure that led here is the one to report; a transaction that cannot be rolled back fails the next BEGIN.
        }
    }

    private void End(SqliteFault cause)
    {
        _health.Report(cause);
        _lanes.Close();
    }

    private static void FailAll(List<WriteCommand> group, Exception failure) => HandOff(group, command => command.Fail(failure));

    // One hand-off for the whole group: waking each caller from here would keep the next group waiting. Whoever is handed the group
    // goes on with its last caller, who is most often the only one, and leaves the others to others.
    private static void HandOff(List<WriteCommand> group, Action<WriteCommand> answer) => ThreadPool.UnsafeQueueUserWorkItem(
        static handed =>
        {
            var (group, answer) = handed;
            for (var i = 0; i < group.Count - 1; i++)
                ThreadPool.UnsafeQueueUserWorkItem(answer, group[i], preferLocal: true);
            answer(group[^1]);
        },
        (group, answer), preferLocal: false);

    internal static Exception Translate(Exception e) => e switch
    {
        SqliteFault { IsFull: true } => new StoreFullException("The disk of the data folder is full; nothing was written. Make room, and it goes on by itself.", e),
        SqliteFault { IsBusy: true } => new StoreBusyException("Another program holds the database for longer than 5 s. Close it.", e),
        SqliteFault { IsShort: true } => new StoreBusyException("The machine has no memory or no open files left for the database. Try again in a second.", e),
        SqliteFault { IsFatal: true } => Failed(e),
        SqliteFault => new StoreRefusedException("The database refused the write; nothing was written.", e),
        _ => e,
    };

    private StoreException Closed() => _health.Cause is { } cause ? Failed(cause) : new StoreBusyException("The store is closing.");

    private static StoreFailedException Failed(Exception cause) =>
        new("The disk or the database file failed under a write. The server must be started again; it then recovers by itself.", cause);
}

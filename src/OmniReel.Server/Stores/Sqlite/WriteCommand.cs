using OmniReel.Server.Callbacks;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>What one command changed; told to the rest of the process only after the commit.</summary>
internal sealed class ChangeSet
{
    private readonly List<VideoTask> _tasks = new(1);
    private List<(string Tenant, HappenedCallback Callback)>? _callbacks;

    public IReadOnlyList<VideoTask> Tasks => _tasks;

    public IReadOnlyList<(string Tenant, HappenedCallback Callback)> Callbacks => _callbacks ?? [];

    public void Add(VideoTask task) => _tasks.Add(task);

    public void Add(string tenant, HappenedCallback callback) => (_callbacks ??= []).Add((tenant, callback));

    public void Clear()
    {
        _tasks.Clear();
        _callbacks?.Clear();
    }
}

/// <summary>
/// One caller's write. It runs on the writer's thread inside a transaction that it shares with others, and may run a second time
/// when that transaction was rolled back: it must touch nothing but the database and its <see cref="ChangeSet"/>.
/// </summary>
internal abstract class WriteCommand
{
    public ChangeSet Changes { get; } = new();

    /// <summary>Runs inside the transaction.</summary>
    public abstract void Execute();

    /// <summary>The commit has returned: the caller may know. Never on the writer's thread, which goes on with the next group: the caller goes on with its own work here.</summary>
    public abstract void Complete();

    /// <summary>Nothing was written, or nobody knows (<see cref="StoreFailedException"/>). As <see cref="Complete"/>, never on the writer's thread.</summary>
    public abstract void Fail(Exception cause);
}

/// <summary>A command with an answer.</summary>
internal sealed class WriteCommand<T>(Func<ChangeSet, T> body) : WriteCommand
{
    // What waits for it goes on at once, on the thread that tells it.
    private readonly TaskCompletionSource<T> _done = new();
    private T? _answer;

    public Task<T> Done => _done.Task;

    public override void Execute()
    {
        Changes.Clear();
        _answer = body(Changes);
    }

    public override void Complete() => _done.TrySetResult(_answer!);

    public override void Fail(Exception cause) => _done.TrySetException(cause);
}

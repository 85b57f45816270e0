using System.Threading.Channels;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>An engine elsewhere, with as much room as the test gives it, that does what the test says.</summary>
internal sealed class ScriptedRemote(string name) : IRemoteEngine
{
    private readonly Channel<ScriptedEngine.Making> _makings = Channel.CreateUnbounded<ScriptedEngine.Making>();
    private int _most;
    private int _atWork;

    public string Name => name;

    public int Room => Math.Max(0, Volatile.Read(ref _most) - AtWork);

    /// <summary>Attempts that are with it now.</summary>
    public int AtWork => Volatile.Read(ref _atWork);

    /// <summary>The most that were with it at once.</summary>
    public int Peak { get; private set; }

    public event Action? RoomGrew;

    /// <summary>Takes so many at once from now on.</summary>
    /// <param name="tells">Says that there is more room.</param>
    public void Give(int most, bool tells = true)
    {
        Volatile.Write(ref _most, most);
        if (tells)
            RoomGrew?.Invoke();
    }

    /// <summary>The next film that was begun; a test waits a minute for it at most.</summary>
    public Task<ScriptedEngine.Making> NextAsync() =>
        _makings.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public async Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        lock (_makings)
            Peak = Math.Max(Peak, Interlocked.Increment(ref _atWork));
        try
        {
            var making = new ScriptedEngine.Making(attempt, percent, cancellation);
            _makings.Writer.TryWrite(making).ShouldBeTrue();
            return await making.Outcome.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref _atWork);
            RoomGrew?.Invoke();
        }
    }

    public ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation) => new(false);

    public void Forget(VideoTask task)
    {
    }
}

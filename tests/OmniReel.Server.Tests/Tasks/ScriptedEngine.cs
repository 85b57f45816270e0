using System.Collections.Concurrent;
using System.Threading.Channels;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Tests.Tasks;

/// <summary>An engine that does what the test says, when it says so.</summary>
internal sealed class ScriptedEngine : IEngine
{
    private readonly Channel<Making> _makings = Channel.CreateUnbounded<Making>();

    public string Name => "embedded";

    public int Waiting => _makings.Reader.Count;

    /// <summary>The next film that was begun; a test waits a minute for it at most.</summary>
    public Task<Making> NextAsync() =>
        _makings.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    /// <summary>Whether the film of a task is there; may throw.</summary>
    public Func<VideoTask, ValueTask<bool>> Has { get; set; } = _ => new(false);

    /// <summary>The tasks whose films were asked for so, each with whether it was in haste, in order.</summary>
    public ConcurrentQueue<(long Id, bool InHaste)> Asked { get; } = new();

    public ValueTask<bool> HasAsync(VideoTask task, VideoRequest request, HeldBody body, bool inHaste, CancellationToken cancellation)
    {
        Asked.Enqueue((task.Id, inHaste));
        return new(Has(task).AsTask().WaitAsync(cancellation));
    }

    public async Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
    {
        var making = new Making(attempt, percent, cancellation);
        await _makings.Writer.WriteAsync(making, CancellationToken.None);
        return await making.Outcome.WaitAsync(cancellation);
    }

    /// <summary>The tasks whose files were to be taken away, in order.</summary>
    public ConcurrentQueue<long> Forgotten { get; } = new();

    public void Forget(VideoTask task) => Forgotten.Enqueue(task.Id);

    internal sealed class Making
    {
        private readonly TaskCompletionSource<TaskResult> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Making(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation)
        {
            (Attempt, Percent) = (attempt, percent);
            cancellation.Register(() => _stopped.TrySetResult());
        }

        public EngineAttempt Attempt { get; }

        public IProgress<int> Percent { get; }

        public Task<TaskResult> Outcome => _outcome.Task;

        /// <summary>Completes when the engine was told to stop.</summary>
        public Task Stopped => _stopped.Task;

        public void Finish(TaskResult result) => _outcome.SetResult(result);

        public void Break(Exception cause) => _outcome.SetException(cause);
    }
}

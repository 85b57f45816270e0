using OmniReel.Contract.Requests;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines;

/// <summary>Makes films. One attempt is one call; the same attempt may be made again after a crash.</summary>
public interface IEngine
{
    /// <summary>As in <c>X-OmniReel-Engine</c>.</summary>
    string Name { get; }

    /// <summary>Makes the film and stores it as an artifact. Throws <see cref="EngineRefusedException"/> for what it cannot do.</summary>
    Task<TaskResult> MakeAsync(EngineAttempt attempt, IProgress<int> percent, CancellationToken cancellation);
}

/// <summary>What an engine is given: the task and its request, read again from the stored body.</summary>
public sealed record EngineAttempt(VideoTask Task, VideoRequest Request);

/// <summary>The engine cannot or will not make this film; the message is for the task's creator, in their language.</summary>
public sealed class EngineRefusedException(string message) : Exception(message);

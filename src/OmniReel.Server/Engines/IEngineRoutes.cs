using OmniReel.Contract.Requests;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines;

/// <summary>Which engine makes which film.</summary>
public interface IEngineRoutes
{
    /// <summary>Name of the engine that is tried first for such a request; written into the task at accept.</summary>
    string FirstFor(VideoRequest request);

    /// <summary>The engine of a task. Throws <see cref="EngineRefusedException"/> when its engine is no longer configured.</summary>
    IEngine For(VideoTask task);

    /// <summary>Name of the engine to try after those that could not take the task; null when there is none.</summary>
    string? NextFor(VideoTask task, VideoRequest request, IReadOnlyCollection<string> tried);

    /// <summary>The engines that work elsewhere, each with a queue of its own.</summary>
    IReadOnlyList<IRemoteEngine> Remote { get; }
}

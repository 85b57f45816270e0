using OmniReel.Contract.Requests;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines;

/// <summary>Which engine makes which film.</summary>
public interface IEngineRoutes
{
    /// <summary>
    /// Chooses the engine that is tried first for a request, at accept: its name is written into the task. None, and what each lacks, where
    /// no engine that the request is routed to can do it. Nothing is refused for its engine's health. The same task gets the same answer
    /// while the engines' health is the same.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="taskId">The id that its task will have.</param>
    /// <param name="language">Of what engines lack.</param>
    RouteChoice FirstFor(VideoRequest request, long taskId, Language language);

    /// <summary>All that <see cref="FirstFor"/> would look at, as it is now. Chooses nothing.</summary>
    RouteAccount Explain(VideoRequest request, Language language);

    /// <summary>The engine of a task. Throws <see cref="EngineRefusedException"/> when its engine is no longer configured.</summary>
    IEngine For(VideoTask task);

    /// <summary>
    /// Name of the engine to try after those that could not take the task: the rest of their step by weight, then the next steps; one that
    /// rests only where no other is left. Null when all were tried.
    /// </summary>
    string? NextFor(VideoTask task, VideoRequest request, IReadOnlyCollection<string> tried);

    /// <summary>The engines that work elsewhere, each with a queue of its own.</summary>
    IReadOnlyList<IRemoteEngine> Remote { get; }

    /// <summary>How the engines are. Whoever makes attempts tells it how they went.</summary>
    IEngineHealth Health { get; }

    /// <summary>The routes in use.</summary>
    RouteBook Book { get; }
}

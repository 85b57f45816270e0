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
}

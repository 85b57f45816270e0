using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Faults;

/// <summary>The routes of engines, each engine with the lab around it.</summary>
public sealed class LabRoutes(IEngineRoutes inner, LabRooms rooms) : IEngineRoutes
{
    public IReadOnlyList<IRemoteEngine> Remote => inner.Remote;

    public IEngineHealth Health => inner.Health;

    public RouteBook Book => inner.Book;

    public RouteChoice FirstFor(VideoRequest request, long taskId, Language language) => inner.FirstFor(request, taskId, language);

    public RouteAccount Explain(VideoRequest request, Language language) => inner.Explain(request, language);

    public string? NextFor(VideoTask task, VideoRequest request, IReadOnlyCollection<string> tried) => inner.NextFor(task, request, tried);

    public IEngine For(VideoTask task) => new LabEngine(inner.For(task), rooms);
}

using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Faults;

/// <summary>The routes of engines, each engine with the lab around it.</summary>
public sealed class LabRoutes(IEngineRoutes inner, LabRooms rooms) : IEngineRoutes
{
    public string FirstFor(VideoRequest request) => inner.FirstFor(request);

    public IReadOnlyList<IRemoteEngine> Remote => inner.Remote;

    public string? NextFor(VideoTask task, VideoRequest request, IReadOnlyCollection<string> tried) => inner.NextFor(task, request, tried);

    public IEngine For(VideoTask task) => new LabEngine(inner.For(task), rooms);
}

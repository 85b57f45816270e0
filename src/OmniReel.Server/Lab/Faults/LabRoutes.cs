using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Lab.Faults;

/// <summary>The routes of engines, each engine with the lab around it.</summary>
public sealed class LabRoutes(IEngineRoutes inner, LabRooms rooms) : IEngineRoutes
{
    public string FirstFor(VideoRequest request) => inner.FirstFor(request);

    public IEngine For(VideoTask task) => new LabEngine(inner.For(task), rooms);
}

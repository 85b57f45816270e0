using OmniReel.Contract.Requests;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines;

/// <summary>Every request goes to the first engine that is configured.</summary>
public sealed class EngineRoutes : IEngineRoutes
{
    private readonly Dictionary<string, IEngine> _byName;
    private readonly string _first;

    public EngineRoutes(IEnumerable<IEngine> engines)
    {
        IEngine[] all = [.. engines];
        _first = all.Length > 0 ? all[0].Name : throw new ArgumentException("A server needs at least one engine.", nameof(engines));
        _byName = all.ToDictionary(engine => engine.Name);
    }

    public IReadOnlyList<IRemoteEngine> Remote => [.. _byName.Values.OfType<IRemoteEngine>()];

    public string? NextFor(VideoTask task, VideoRequest request, IReadOnlyCollection<string> tried) => null;

    public string FirstFor(VideoRequest request) => _first;

    public IEngine For(VideoTask task) => _byName.TryGetValue(task.Engine, out var engine)
        ? engine
        : throw new EngineRefusedException(task.Facts.Language == "zh"
            ? $"该任务由引擎 \"{task.Engine}\" 接受，但服务器现在没有这个引擎。"
            : $"This task was accepted for the engine \"{task.Engine}\", which this server no longer has.");
}

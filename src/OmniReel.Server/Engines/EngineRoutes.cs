using OmniReel.Contract.Requests;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines;

/// <summary>Sends requests to engines as the configured routes say, past those that cannot do them or rest.</summary>
public sealed class EngineRoutes : IEngineRoutes
{
    private readonly Dictionary<string, IEngine> _byName;
    private readonly Router _router;
    private readonly EngineHealth _health;

    /// <summary>Takes the engines that there are; their names differ.</summary>
    /// <exception cref="RouteException">The routes name an engine that is not there.</exception>
    public EngineRoutes(IEnumerable<IEngine> engines, RouteSettings? settings = null, TimeProvider? time = null)
    {
        IEngine[] all = [.. engines];
        _byName = all.ToDictionary(engine => engine.Name);
        _router = new Router(settings?.Book, [.. all.Select(engine => new RoutedEngine(engine.Name, engine.Lacks))]);
        _health = new EngineHealth(all.Select(engine => engine.Name), time ?? TimeProvider.System, settings?.Seed ?? "");
    }

    public IReadOnlyList<IRemoteEngine> Remote => [.. _byName.Values.OfType<IRemoteEngine>()];

    public IEngineHealth Health => _health;

    public RouteBook Book => _router.Book;

    public RouteAccount Explain(VideoRequest request, Language language) => _router.Explain(request, language, _health);

    public RouteChoice FirstFor(VideoRequest request, long taskId, Language language)
    {
        var gaps = new List<EngineGap>();
        return new RouteChoice(Choose(request, taskId, language, [], gaps), gaps);
    }

    public string? NextFor(VideoTask task, VideoRequest request, IReadOnlyCollection<string> tried) => Choose(request, task.Id, Language.English, tried, []);

    public IEngine For(VideoTask task) => _byName.TryGetValue(task.Engine, out var engine)
        ? engine
        : throw new EngineRefusedException(task.Facts.Language == "zh"
            ? $"该任务由引擎 \"{task.Engine}\" 接受，但服务器现在没有这个引擎。"
            : $"This task was accepted for the engine \"{task.Engine}\", which this server no longer has.");

    private string? Choose(VideoRequest request, long taskId, Language language, IReadOnlyCollection<string> tried, List<EngineGap> gaps)
    {
        if (_router.Book.For(request) is not { } line) return null;
        string? rests = null;
        foreach (var engine in RouteOrder.Of(line, taskId))
        {
            if (tried.Contains(engine)) continue;
            if (_router.Lacks(engine, request, language) is { Count: > 0 } lacks) gaps.Add(new EngineGap(engine, lacks));
            else if (_health.TryTake(engine)) return engine;
            else rests ??= engine;
        }

        return rests;
    }
}

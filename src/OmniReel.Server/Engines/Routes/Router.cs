using OmniReel.Contract.Requests;

namespace OmniReel.Server.Engines.Routes;

/// <summary>The routes over the engines that there are.</summary>
public sealed class Router
{
    /// <summary>The name of the engine that draws here.</summary>
    public const string Embedded = "embedded";

    /// <summary>The name of the first connection to a paid upstream.</summary>
    public const string FirstConnection = "kling";

    private readonly Dictionary<string, RoutedEngine> _engines;

    /// <summary>Takes the routes; null for the usual ones: everything to <c>kling</c>, else to the first that is not <c>embedded</c>, else to that.</summary>
    /// <exception cref="RouteException">A line names an engine that is not there.</exception>
    public Router(RouteBook? book, IReadOnlyList<RoutedEngine> engines)
    {
        _engines = engines.ToDictionary(engine => engine.Name);
        IsUsual = book is null;
        Book = book ?? RouteBook.AllTo(Usual(engines));
        for (var i = 0; i < Book.Lines.Count; i++)
        {
            if (Book.Lines[i].Shares.FirstOrDefault(share => !_engines.ContainsKey(share.Engine)) is { } gone)
                throw new RouteException($"line {i + 1}, \"{Book.Lines[i]}\", names {gone.Engine}, and there is no such engine{RouteReader.Meant(gone.Engine, _engines.Keys)}; there are {string.Join(", ", _engines.Keys)}");
        }
    }

    /// <summary>The routes in use.</summary>
    public RouteBook Book { get; }

    /// <summary>Nobody configured any.</summary>
    public bool IsUsual { get; }

    /// <summary>The names of all engines, routed or not.</summary>
    public IReadOnlyCollection<string> Names => _engines.Keys;

    /// <summary>What an engine lacks for a request.</summary>
    public IReadOnlyList<string> Lacks(string engine, VideoRequest request, Language language) => _engines[engine].Lacks(request, language);

    /// <summary>Everything that decides about a request, as it is now; changes nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="language">Of what engines lack.</param>
    /// <param name="health">How the engines are; null where nobody knows.</param>
    public RouteAccount Explain(VideoRequest request, Language language, IEngineHealth? health)
    {
        var stops = new List<RouteStop>();
        var line = Book.For(request);
        for (var step = 0; step < (line?.Steps.Count ?? 0); step++)
        {
            foreach (var share in line!.Steps[step].Shares)
                stops.Add(new RouteStop(step + 1, share, Lacks(share.Engine, request, language), health?.Of(share.Engine)));
        }

        return new RouteAccount(line, Book.Lines.Count(other => other.Match.IsFor(request)), IsUsual, WithChances(stops));
    }

    // Those that rest are passed over while another can; when all rest, the first step's are taken.
    private static List<RouteStop> WithChances(List<RouteStop> stops)
    {
        var able = stops.Where(stop => stop.Lacks.Count == 0).ToList();
        var fit = able.Exists(stop => stop.MayBeTried) ? able.FindAll(stop => stop.MayBeTried) : able;
        var first = fit.FindAll(stop => stop.Step == fit[0].Step);
        var weights = first.Sum(stop => stop.Share.Weight);
        return stops.ConvertAll(stop => first.Contains(stop) ? stop with { Chance = (double)stop.Share.Weight / weights } : stop);
    }

    private static string Usual(IReadOnlyList<RoutedEngine> engines) =>
        engines.FirstOrDefault(engine => engine.Name == FirstConnection)?.Name ?? engines.FirstOrDefault(engine => engine.Name != Embedded)?.Name
        ?? (engines.Count > 0 ? engines[0].Name : throw new ArgumentException("A server needs at least one engine.", nameof(engines)));
}

namespace OmniReel.Server.Engines.Routes;

/// <summary>What the routes say of one request.</summary>
/// <param name="Line">The line that is taken; null when none is for it.</param>
/// <param name="Matching">How many lines are for it.</param>
/// <param name="IsUsual">Nobody configured routes.</param>
/// <param name="Stops">The engines of the line in the order of its steps.</param>
public sealed record RouteAccount(RouteLine? Line, int Matching, bool IsUsual, IReadOnlyList<RouteStop> Stops)
{
    /// <summary>What each engine lacks; as many as there are stops where none can do it.</summary>
    public IReadOnlyList<EngineGap> Gaps => [.. Stops.Where(stop => stop.Lacks.Count > 0).Select(stop => new EngineGap(stop.Share.Engine, stop.Lacks))];

    /// <summary>An engine that the request is routed to can do it.</summary>
    public bool IsAccepted => Stops.Any(stop => stop.Lacks.Count == 0);
}

/// <summary>One engine of a line.</summary>
/// <param name="Step">Its step, from 1.</param>
/// <param name="Share">The engine and its weight.</param>
/// <param name="Lacks">What it cannot do of the request; empty when it can do all.</param>
/// <param name="Condition">How it is; null where nobody knows.</param>
/// <param name="Chance">The share of such requests that would try it first now, 0 to 1.</param>
public sealed record RouteStop(int Step, RouteShare Share, IReadOnlyList<string> Lacks, EngineCondition? Condition, double Chance = 0)
{
    /// <summary>Nothing is known that speaks against it.</summary>
    public bool MayBeTried => Condition is null or { State: EngineState.Well or EngineState.Due };
}

namespace OmniReel.Server.Engines.Routes;

/// <summary>One line of the routes: which engines make such films, in which order.</summary>
/// <param name="Match">For which requests.</param>
/// <param name="Steps">Those of the first are tried first; never empty.</param>
public sealed record RouteLine(RouteMatch Match, IReadOnlyList<RouteStep> Steps)
{
    /// <summary>Every engine, the first step's first.</summary>
    public IEnumerable<RouteShare> Shares => Steps.SelectMany(step => step.Shares);

    /// <summary>As it is written: <c>kling-v3-omni 4k = kling:3, relay-a:1 > embedded</c>.</summary>
    public override string ToString() => $"{Match} = {string.Join(" > ", Steps)}";
}

/// <summary>Engines that share films by their weights; never empty.</summary>
public sealed record RouteStep(IReadOnlyList<RouteShare> Shares)
{
    /// <summary>Weights are written where any is not 1.</summary>
    public override string ToString() =>
        string.Join(", ", Shares.Any(share => share.Weight != 1) ? Shares.Select(share => $"{share.Engine}:{share.Weight}") : Shares.Select(share => share.Engine));
}

/// <summary>An engine in a step.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="Weight">1 to <see cref="RouteReader.MostWeight"/>: its share of the step's films is its share of the sum.</param>
public sealed record RouteShare(string Engine, int Weight);

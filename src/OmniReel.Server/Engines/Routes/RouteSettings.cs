namespace OmniReel.Server.Engines.Routes;

/// <summary>What routes must be told by whoever puts the server together.</summary>
public sealed record RouteSettings
{
    /// <summary>The configured routes; null for the usual ones.</summary>
    public RouteBook? Book { get; init; }

    /// <summary>Spreads the rests of engines: another for each server.</summary>
    public string Seed { get; init; } = "";
}

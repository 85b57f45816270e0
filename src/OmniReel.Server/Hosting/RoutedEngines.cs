using OmniReel.Server.Engines.Routes;

namespace OmniReel.Server.Hosting;

/// <summary>The engines that a server of these options has, for whoever looks at routes where none runs.</summary>
public static class RoutedEngines
{
    /// <summary>All of them, the embedded one first.</summary>
    public static IReadOnlyList<RoutedEngine> Of(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [new(Router.Embedded, static (_, _) => []), .. options.Connections.Select(connection => new RoutedEngine(connection.Name, connection.Limits.Lacks))];
    }
}

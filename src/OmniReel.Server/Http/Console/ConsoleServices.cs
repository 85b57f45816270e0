using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Access;

namespace OmniReel.Server.Http.Console;

/// <summary>What serves the console, and lets it in.</summary>
internal static class ConsoleServices
{
    public static void AddConsole(this IServiceCollection services)
    {
        services.AddSingleton<ConsoleSessions>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<SameOrigin>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<ConsoleDoor>();
        services.AddSingleton<ConsolePolicy>();
        services.AddSingleton<IEndpoints, ConsoleEndpoints>();
        services.AddSingleton<IEndpoints, SessionEndpoints>();
        services.AddSingleton<IEndpoints, AboutEndpoint>();
    }
}

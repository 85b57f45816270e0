using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using OmniReel.Client;
using OmniReel.Console.Access;
using OmniReel.Console.Api;
using OmniReel.Console.Browser;
using OmniReel.Console.Create;
using OmniReel.Console.Create.Files;
using OmniReel.Console.Look;
using OmniReel.Console.Words;

namespace OmniReel.Console;

/// <summary>What the pages are given.</summary>
public static class Composition
{
    /// <summary>Adds everything. Every request goes to <paramref name="server"/>, through one handler that knows the session and the language.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, Uri server)
    {
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.PreventDuplicates = true;
            mud.SnackbarConfiguration.VisibleStateDuration = 3000;
            mud.SnackbarConfiguration.MaximumOpacity = 100;
        });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BrowserPage>();
        services.AddSingleton<Speech>();
        services.AddSingleton<Appearance>();
        services.AddSingleton<Session>();
        services.AddSingleton<ServerLink>();
        services.AddSingleton(provider => new SessionHandler(
            provider.GetRequiredService<Session>(), provider.GetRequiredService<ServerLink>(), provider.GetRequiredService<Speech>()) { InnerHandler = new HttpClientHandler() });
        services.AddSingleton(provider => new Calls(new HttpClient(provider.GetRequiredService<SessionHandler>(), disposeHandler: false) { BaseAddress = server }));
        services.AddSingleton(provider => new OmniReelClient(
            new OmniReelClientOptions { BaseUrl = server, Attempts = 2, Time = provider.GetRequiredService<TimeProvider>() }, provider.GetRequiredService<SessionHandler>()));
        services.AddSingleton<SignIn>();
        services.AddSingleton<ConsoleApi>();
        services.AddSingleton<FileDesk>();
        services.AddSingleton<Desk>();
        return services;
    }
}

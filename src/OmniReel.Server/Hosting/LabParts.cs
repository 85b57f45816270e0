using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Callbacks.Sending;
using OmniReel.Server.Engines;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Http.Videos;
using OmniReel.Server.Lab.Faults;
using OmniReel.Server.Lab.Rooms;
using OmniReel.Server.Lab.Scenarios;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Hosting;

/// <summary>The fault lab: wraps around the parts that it bends. Without it none of this is there, and nobody asks for it.</summary>
internal static class LabParts
{
    /// <summary>Tasks that may wait beside those that are worked on: in a lab most only wait, for a clock.</summary>
    public const int Waiting = 10_000;

    /// <summary>Refuses a lab that others than this machine could reach.</summary>
    /// <exception cref="ConfigurationException">One line.</exception>
    public static void Check(ServerOptions options)
    {
        if (!options.Lab || options.LabAnywhere || options.Urls.FirstOrDefault(url => !IsLoopback(url)) is not { } open) return;
        throw new ConfigurationException(
            $"Server:Urls has {open}, and the fault lab (--lab) is for this machine alone: whoever reaches it can make every task fail. Listen on http://127.0.0.1:8080, or set Lab:Anywhere (--lab-anywhere) if nobody else can come there.");
    }

    /// <summary>Puts the lab around what was added before.</summary>
    public static void Add(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(provider => new LabRooms(options.LabScenarios, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LabLinks>();
        services.AddSingleton<ILinkClocks>(provider => provider.GetRequiredService<LabLinks>());
        services.AddSingleton<ITaskStore>(provider => Store(provider, shows: true));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TaskAttempt>(provider, Store(provider, shows: false)));
        services.AddSingleton<TaskNotices>();
        services.AddSingleton<ITaskNotices>(provider => new LabNotices(provider.GetRequiredService<TaskNotices>(), provider.GetRequiredService<LabRooms>()));
        services.AddSingleton<EngineRoutes>();
        services.AddSingleton<IEngineRoutes>(provider => new LabRoutes(provider.GetRequiredService<EngineRoutes>(), provider.GetRequiredService<LabRooms>()));
        services.AddSingleton<ICallbackSender, LabCallbacks>();
        services.AddLabSurface();
    }

    private static LabTaskStore Store(IServiceProvider provider, bool shows) => new(provider.GetRequiredService<SqliteTaskStore>(), provider.GetRequiredService<LabRooms>(), shows);

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Host is "localhost" || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && IPAddress.IsLoopback(address)));
}

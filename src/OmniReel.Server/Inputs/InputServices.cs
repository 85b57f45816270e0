using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OmniReel.Contract.Requests;
using OmniReel.Server.Inputs.Fetching;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.Inputs.Uploads;

namespace OmniReel.Server.Inputs;

/// <summary>Registers the address guard and what goes through it.</summary>
public static class InputServices
{
    /// <summary>Adds the guard, its handlers, the fetcher, the policy for URLs in bodies, and uploads.</summary>
    public static IServiceCollection AddInputs(this IServiceCollection services, GuardSettings guard, UploadSettings uploads)
    {
        services.TryAddSingleton<INameResolver, SystemResolver>();
        services.TryAddSingleton<IDialer, SocketDialer>();
        services.TryAddSingleton<IOwnAddresses, MachineAddresses>();
        services.AddSingleton(guard);
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<GuardedConnector>();
        services.AddSingleton<IGuardedHandlers, GuardedHandlers>();
        services.AddSingleton<UrlCheck>();
        services.AddSingleton<IUrlCheck>(provider => provider.GetRequiredService<UrlCheck>());
        services.AddSingleton<IUrlPolicy>(provider => provider.GetRequiredService<UrlCheck>());
        services.AddSingleton<FetchSlots>();
        services.AddSingleton<WebFetch>();
        services.AddSingleton(uploads);
        services.AddSingleton<UploadIndex>();
        services.AddSingleton<UploadIntake>();
        services.AddSingleton<BackgroundService, UploadSweep>();
        return services.AddSingleton<IInputFetcher, InputFetcher>();
    }
}

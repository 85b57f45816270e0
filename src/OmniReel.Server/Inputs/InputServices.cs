using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniReel.Contract.Requests;
using OmniReel.Server.Inputs.Fetching;
using OmniReel.Server.Inputs.Guard;

namespace OmniReel.Server.Inputs;

/// <summary>Registers the address guard and what goes through it.</summary>
public static class InputServices
{
    /// <summary>Adds the guard, its handlers, the fetcher and the policy for URLs in bodies.</summary>
    public static IServiceCollection AddInputs(this IServiceCollection services, GuardSettings guard)
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
        return services.AddSingleton<IInputFetcher, InputFetcher>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OmniReel.Server.Callbacks.Sending;
using OmniReel.Server.Callbacks.Signing;

namespace OmniReel.Server.Callbacks;

/// <summary>Registers callbacks. What they need from elsewhere: an <see cref="IDeliveryStore"/>, the address guard, and the file of secrets.</summary>
public static class CallbackServices
{
    /// <summary>Adds signing, feed and signals, and with <paramref name="deliver"/> what makes the deliveries.</summary>
    public static IServiceCollection AddCallbacks(this IServiceCollection services, CallbackOptions options, Func<IServiceProvider, SigningSecrets> secrets, bool deliver)
    {
        services.AddSingleton(options);
        services.AddSingleton(secrets);
        services.AddSingleton<DeliverySignals>();
        services.AddSingleton<CallbackFeed>();
        services.AddSingleton<CallbackMeters>();
        services.AddSingleton<CallbackSender>();
        services.AddSingleton<ICallbackSender>(provider => provider.GetRequiredService<CallbackSender>());
        services.AddSingleton<AttemptRecords>();
        // As all work on tasks: begun once the server listens.
        if (deliver) services.AddSingleton<BackgroundService, CallbackDispatcher>();
        return services;
    }
}

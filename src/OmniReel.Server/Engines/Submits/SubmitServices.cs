using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OmniReel.Server.Engines.Submits;

/// <summary>Registers the protocol of paid submits. What it needs from elsewhere: the book (<see cref="ISubmitStore"/>) and upstreams.</summary>
public static class SubmitServices
{
    /// <summary>Adds what all connections share.</summary>
    public static IServiceCollection AddSubmits(this IServiceCollection services, SubmitSettings settings)
    {
        services.TryAddSingleton<ICrashPoints, NoCrashPoints>();
        services.AddSingleton(settings);
        services.AddSingleton<SubmitResolver>();
        services.AddSingleton<SubmitProtocol>();
        services.AddSingleton(Wheel);
        services.AddSingleton<PaidParts>();
        return services;
    }

    private static PollWheel Wheel(IServiceProvider provider)
    {
        var wheel = new PollWheel(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PollWheel>>());
        provider.GetRequiredService<IUpstreamHints>().Hinted += wheel.Hint;
        return wheel;
    }

    /// <summary>Adds the sweep of what nobody works on, over these connections. Only where tasks are worked on.</summary>
    public static IServiceCollection AddOrphanSweep(this IServiceCollection services, Func<IServiceProvider, IReadOnlyList<IUpstream>> upstreams) =>
        services.AddSingleton<BackgroundService>(provider => new OrphanSweep(
            upstreams(provider), provider.GetRequiredService<ISubmitStore>(), provider.GetRequiredService<SubmitSettings>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OrphanSweep>>()));
}

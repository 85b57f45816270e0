using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OmniReel.Contract.Requests;
using OmniReel.Server.Inputs.Uploads;

namespace OmniReel.Server.Elements;

/// <summary>Registers the elements. What they need from elsewhere: an <see cref="IElementStore"/>, a fetcher of inputs, artifacts, and pictures of the presets.</summary>
public static class ElementServices
{
    /// <summary>Adds the library, the presets, and, where <paramref name="makes"/>, what makes elements: a process that only looks into the folder begins none.</summary>
    public static IServiceCollection AddElements(this IServiceCollection services, ElementSettings settings, bool makes)
    {
        services.AddSingleton(settings);
        services.AddSingleton<PresetElements>();
        services.AddSingleton<ElementLibrary>();
        services.AddSingleton<IElementCatalogs>(provider => provider.GetRequiredService<ElementLibrary>());
        services.AddSingleton<ElementMaking>();
        services.AddSingleton<IUnfinishedWork>(provider => provider.GetRequiredService<IElementStore>());
        if (!makes) return services;
        services.AddSingleton<BackgroundService, ElementMaker>();
        services.AddSingleton<BackgroundService, ElementSweep>();
        return services;
    }
}

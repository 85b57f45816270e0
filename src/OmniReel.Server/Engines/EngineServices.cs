using Microsoft.Extensions.DependencyInjection;
using OmniReel.Contract.Requests;
using OmniReel.Media.Frames;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Animatic;

namespace OmniReel.Server.Engines;

/// <summary>Registers the engines, their routes, and the elements that come with the server.</summary>
public static class EngineServices
{
    /// <summary>Adds the embedded engine, which draws as <paramref name="rendering"/> says.</summary>
    public static IServiceCollection AddEngines(this IServiceCollection services, RenderOptions rendering)
    {
        services.AddSingleton<PresetElements>();
        services.AddSingleton<IElementCatalog>(provider => provider.GetRequiredService<PresetElements>());
        services.AddSingleton(_ => new FilmRenderer(rendering));
        services.AddSingleton<IEngine, AnimaticEngine>();
        services.AddSingleton<IEngineRoutes, EngineRoutes>();
        return services;
    }
}

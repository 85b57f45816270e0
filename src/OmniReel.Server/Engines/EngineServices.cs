using Microsoft.Extensions.DependencyInjection;
using OmniReel.Media.Audio;
using OmniReel.Media.Editing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Media.References;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Animatic;
using OmniReel.Server.Engines.Routes;

namespace OmniReel.Server.Engines;

/// <summary>Registers the engines, their routes, and the pictures of the presets.</summary>
public static class EngineServices
{
    /// <summary>Adds the embedded engine, which draws as <paramref name="rendering"/> says, and the routes to it and to those that are added besides.</summary>
    public static IServiceCollection AddEngines(this IServiceCollection services, RenderOptions rendering, RouteSettings routes)
    {
        services.AddSingleton(_ => new FilmRenderer(rendering));
        services.AddSingleton<FilmFlights>();
        services.AddSingleton<FilmShelf>();
        services.AddSingleton<FilmWishes>();
        services.AddSingleton(provider => new SoundStudio(provider.GetRequiredService<Sandbox>()));
        services.AddSingleton(provider => new FilmEditor(rendering, provider.GetRequiredService<Sandbox>()));
        services.AddSingleton<FilmEdits>();
        services.AddSingleton(provider => new ReferenceReader(provider.GetRequiredService<Sandbox>(), rendering.Ffmpeg));
        services.AddSingleton<DrivenFilms>();
        services.AddSingleton<ReferencePictures>();
        services.AddSingleton<IEngine, AnimaticEngine>();
        services.AddSingleton<IPresetPictures, PresetPictures>();
        services.AddSingleton(routes);
        services.AddSingleton<IEngineRoutes, EngineRoutes>();
        return services;
    }
}

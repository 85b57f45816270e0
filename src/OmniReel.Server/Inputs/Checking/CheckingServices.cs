using Microsoft.Extensions.DependencyInjection;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Remaking;
using OmniReel.Media.Encoding.Sandboxes;

namespace OmniReel.Server.Inputs.Checking;

/// <summary>Registers the sandbox and what looks at inputs in it. What it needs from elsewhere: an <see cref="IInputFetcher"/>.</summary>
public static class CheckingServices
{
    /// <summary>Decoders at the same time, whatever the machine: each may fill half a gigabyte.</summary>
    private const int MostDecoders = 4;

    /// <param name="folder">Where inputs lie while they are worked on.</param>
    public static IServiceCollection AddInputChecks(this IServiceCollection services, string folder, InputPolicy policy)
    {
        services.AddSingleton(policy);
        services.AddSingleton(provider => new Sandbox(provider.GetRequiredService<TimeProvider>(), Math.Clamp(Environment.ProcessorCount, 2, MostDecoders)));
        services.AddSingleton(provider => new FilmProbe(provider.GetRequiredService<Sandbox>()));
        services.AddSingleton(provider => new PictureDecoder(provider.GetRequiredService<Sandbox>()));
        services.AddSingleton(provider => new MediaRemaker(provider.GetRequiredService<Sandbox>()));
        services.AddSingleton<MediaCheck>();
        services.AddSingleton<MediaRemake>();
        services.AddSingleton(_ => new InputFolders(folder));
        return services.AddSingleton<TaskInputs>();
    }
}

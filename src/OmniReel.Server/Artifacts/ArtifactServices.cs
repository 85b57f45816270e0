using Microsoft.Extensions.DependencyInjection;

namespace OmniReel.Server.Artifacts;

/// <summary>Registers the artifact store and the links to what is in it.</summary>
public static class ArtifactServices
{
    /// <param name="folder">Where artifacts are kept.</param>
    /// <param name="drafts">Where they are made, in the same file system; emptied at start.</param>
    /// <param name="linkKey">The secret that signs links to artifacts.</param>
    public static IServiceCollection AddArtifacts(this IServiceCollection services, string folder, string drafts, byte[] linkKey)
    {
        services.AddSingleton<IArtifactStore>(_ => new DiskArtifactStore(folder, drafts));
        return services.AddSingleton(provider => new SignedLinks(linkKey, provider.GetRequiredService<TimeProvider>(), provider.GetService<ILinkClocks>()));
    }
}

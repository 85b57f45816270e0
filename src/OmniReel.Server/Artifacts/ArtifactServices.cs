using Microsoft.Extensions.DependencyInjection;

namespace OmniReel.Server.Artifacts;

/// <summary>Registers the artifact store.</summary>
public static class ArtifactServices
{
    /// <param name="folder">Where artifacts are kept.</param>
    /// <param name="drafts">Where they are made, in the same file system; emptied at start.</param>
    public static IServiceCollection AddArtifacts(this IServiceCollection services, string folder, string drafts) =>
        services.AddSingleton<IArtifactStore>(_ => new DiskArtifactStore(folder, drafts));
}

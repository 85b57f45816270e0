using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OmniReel.Media.Encoding.Probing;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Stills;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Kling.Elements;
using OmniReel.Server.Engines.Kling.Films;
using OmniReel.Server.Engines.Kling.Orders;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Engines.Kling;

/// <summary>Registers the connections to the vendor and its relays.</summary>
public static class KlingServices
{
    /// <summary>Bytes that the bodies being sent may hold in memory together; one of any size always has room.</summary>
    private const long RoomForBodies = 128L << 20;

    /// <summary>
    /// Adds one <see cref="KlingAccount"/> for each connection, in their order, and the <see cref="IUpstreamHints"/> that they share. What
    /// they need from elsewhere: inputs, artifacts, elements, and an <see cref="IUpstreamElementStore"/>.
    /// </summary>
    public static IServiceCollection AddKling(this IServiceCollection services, IReadOnlyList<KlingConnection> connections, KlingHome home)
    {
        services.TryAddSingleton<ICrashPoints, NoCrashPoints>();
        services.AddSingleton(home);
        services.AddSingleton<UpstreamHints>();
        services.AddSingleton<IUpstreamHints>(provider => provider.GetRequiredService<UpstreamHints>());
        services.AddSingleton(provider => new MomentStills(provider.GetRequiredService<PictureDecoder>()));
        var room = new BodyRoom(RoomForBodies);
        foreach (var connection in connections)
            services.AddSingleton(provider => Account(provider, connection, home, room));
        return services;
    }

    private static KlingAccount Account(IServiceProvider parts, KlingConnection connection, KlingHome home, BodyRoom room)
    {
        var time = Of<TimeProvider>();
        var artifacts = Of<IArtifactStore>();
        var upstream = new KlingUpstream(connection, time);
        var reach = new UpstreamReach(connection, home.PublicUrl, Of<SignedLinks>(), Of<AddressGuard>(), Of<INameResolver>());
        var sources = new ElementSources(Of<IElementStore>(), Of<PresetElements>(), Of<IPresetPictures>(), artifacts, reach);
        var elements = new UpstreamElements(upstream, Of<IUpstreamElementStore>(), sources, home.Deployment, time);
        var orders = new KlingOrders(Of<TaskInputs>(), elements, reach, artifacts, Of<IUpstreamHints>(), Of<ITaskStore>().ReadBodyAsync, room);
        var film = new KlingFilm(
            new FilmFetch(Of<IGuardedHandlers>(), Of<IUrlCheck>(), connection, time), Of<FilmProbe>(), Of<MomentStills>(), Of<Sandbox>(), Of<InputPolicy>(), artifacts,
            Of<ICrashPoints>(), Of<ILogger<KlingFilm>>());
        return new KlingAccount(connection, upstream, new KlingWork(connection, orders, film), elements, upstream);

        T Of<T>()
            where T : notnull => parts.GetRequiredService<T>();
    }
}

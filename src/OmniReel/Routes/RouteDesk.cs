using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Explain;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Hosting;
using OmniReel.Server.Http.Routes;

namespace OmniReel.Routes;

/// <summary>The routes of a data folder: its server is asked when one answers; otherwise they are as they are configured, and nobody knows how the engines are.</summary>
internal sealed class RouteDesk : IAsyncDisposable
{
    private readonly HttpMessageHandler? _handler;
    private readonly Router? _router;
    private readonly Speech _speech;

    private RouteDesk(HttpMessageHandler? handler, Router? router, Speech speech) => (_handler, _router, _speech) = (handler, router, speech);

    /// <summary>A server answers.</summary>
    public bool IsAsked => _handler is not null;

    /// <param name="folder">The data folder; it need not be there.</param>
    /// <param name="configured">The options of a server over it.</param>
    /// <param name="asks">Whether a server of the folder is asked at all.</param>
    /// <param name="speech">The language of the answers.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<RouteDesk> OpenAsync(string folder, Func<ServerOptions> configured, bool asks, Speech speech, CancellationToken cancellation)
    {
        var socket = OmniReelServer.AdminSocketPath(folder);
        if (asks && await OwnServer.AnswersAsync(socket, cancellation)) return new RouteDesk(UnixSocket.Handler(socket), null, speech);
        try
        {
            var options = configured();
            return new RouteDesk(null, new Router(options.Routes, RoutedEngines.Of(options)), speech);
        }
        catch (RouteException wrong)
        {
            throw new BadInputException($"Routes: {wrong.Message}.");
        }
    }

    /// <summary>All routes and engines. Without a server no engine has a state.</summary>
    public async Task<RoutesData> ListAsync(CancellationToken cancellation)
    {
        if (_router is { } router)
            return new() { Routes = [.. router.Book.Lines.Select(line => line.ToString())], Engines = [.. router.Names.Select(name => new EngineHealthData { Engine = name, State = "", Unavailable = 0, RestMs = 0 })] };
        using var client = Client(ApiProfile.Vendor);
        return await client.RoutesAsync(cancellation);
    }

    /// <summary>What becomes of a body.</summary>
    public async Task<RouteAccountData> ExplainAsync(byte[] body, ApiProfile profile, CancellationToken cancellation)
    {
        if (_router is { } router)
        {
            var language = _speech.IsChinese ? Language.Chinese : Language.English;
            return RouteShape.Of(RequestReader.Read(body, profile, new AnyElement(), language), (request, of) => router.Explain(request, of, health: null), language);
        }

        using var client = Client(profile);
        return await client.ExplainRouteAsync(body, cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _handler?.Dispose();
        return default;
    }

    private OmniReelClient Client(ApiProfile profile) =>
        new(new OmniReelClientOptions { BaseUrl = UnixSocket.Address, Profile = profile, Language = _speech.Tag, Attempts = 1 }, _handler);
}

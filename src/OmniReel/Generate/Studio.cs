using System.Net;
using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Server.Hosting;
using OmniReel.Server.Stores;

namespace OmniReel.Generate;

/// <summary>Where a film is made: a server elsewhere, or a whole one inside this process that leaves nothing behind.</summary>
internal sealed class Studio : IAsyncDisposable
{
    private static readonly IPNetwork[] s_ownNetworks =
        [.. new[] { "127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16" }.Select(network => IPNetwork.Parse(network))];

    private readonly HttpMessageHandler? _handler;
    private readonly OmniReelServer? _server;
    private readonly string? _folder;

    private Studio(OmniReelClientOptions options, HttpMessageHandler? handler = null, OmniReelServer? server = null, string? folder = null)
    {
        (_handler, _server, _folder) = (handler, server, folder);
        Client = new OmniReelClient(options, handler);
    }

    public OmniReelClient Client { get; }

    public static Studio At(Uri server, string? key, string? lab, Speech speech) =>
        new(new OmniReelClientOptions { BaseUrl = server, Key = key, Language = speech.Tag, Lab = lab });

    public static async Task<Studio> HereAsync(string? lab, Speech speech, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("omnireel-").FullName;
        OmniReelServer? server = null;
        try
        {
            server = OmniReelServer.Create(new ServerOptions
            {
                DataFolder = folder,
                Urls = [],
                // Whoever asks here could fetch it themselves: their own machine and network are theirs to name. Not link-local
                // addresses, at which clouds serve their metadata: the request may be somebody else's file.
                AllowedNetworks = s_ownNetworks,
                HandleSignals = false,
                Console = false,
                DrainTime = TimeSpan.FromSeconds(2),
                StopGrace = TimeSpan.Zero,
            });
            await server.StartAsync(cancellation);
            var handler = UnixSocket.Handler(server.AdminSocket!);
            return new Studio(new OmniReelClientOptions { BaseUrl = UnixSocket.Address, Language = speech.Tag, Lab = lab }, handler, server, folder);
        }
        catch (Exception refused)
        {
            if (server is not null)
                await server.DisposeAsync();
            Directory.Delete(folder, recursive: true);
            throw refused is ConfigurationException or DataFolderException ? new FailedException(refused.Message) : refused;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler?.Dispose();
        if (_server is not null)
        {
            await _server.StopAsync();
            await _server.DisposeAsync();
        }

        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}

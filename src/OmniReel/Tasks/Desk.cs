using OmniReel.Client;
using OmniReel.CommandLine;
using OmniReel.Server.Hosting;
using OmniReel.Server.Stores;

namespace OmniReel.Tasks;

/// <summary>
/// A way to the tasks of a data folder: its server's admin socket when one answers; otherwise a server that works on nothing, in
/// this process, under the folder's lock.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly HttpMessageHandler _handler;
    private readonly OmniReelServer? _server;

    private Desk(string socket, Speech speech, OmniReelServer? server)
    {
        _server = server;
        _handler = UnixSocket.Handler(socket);
        Client = new OmniReelClient(new OmniReelClientOptions { BaseUrl = UnixSocket.Address, Language = speech.Tag, Attempts = 1 }, _handler);
    }

    public OmniReelClient Client { get; }

    /// <summary>A server works on the tasks now; otherwise they wait for one.</summary>
    public bool IsServed => _server is null;

    public static async Task<Desk> OpenAsync(string folder, Speech speech, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            throw new BadInputException(speech[$"there is no data folder {folder}; name it with --data DIR", $"没有数据目录 {folder}；请用 --data DIR 指定"]);
        if (!File.Exists(Path.Combine(folder, DataFolder.DatabaseName)))
            throw new BadInputException(speech[$"{folder} is no data folder: no server has worked in it yet; name another with --data DIR", $"{folder} 不是数据目录：尚无服务器在其中运行过；请用 --data DIR 指定"]);
        var socket = OmniReelServer.AdminSocketPath(folder);
        if (await OwnServer.AnswersAsync(socket, cancellation))
            return new Desk(socket, speech, null);
        OmniReelServer? server = null;
        try
        {
            // As it is configured, but nobody is served and nothing is worked on; nor is anything routed to engines whose keys this shell may lack.
            var options = ServerConfiguration.Load(folder, Environment.GetEnvironmentVariables(), []);
            server = OmniReelServer.Create(options with { Urls = [], Routes = null, Workers = 0, MakeElements = false, DeliverCallbacks = false, HandleSignals = false, Console = false, StopGrace = TimeSpan.Zero });
            await server.StartAsync(cancellation);
            return new Desk(socket, speech, server);
        }
        catch (Exception refused)
        {
            if (server is not null)
                await server.DisposeAsync();
            throw refused is ConfigurationException or DataFolderException ? new FailedException(refused.Message) : refused;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        if (_server is null)
            return;
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}

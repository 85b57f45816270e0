using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OmniReel.Server.Access;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Http;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Stores;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Hosting;

/// <summary>
/// A whole server over one data folder: the same for <c>serve</c>, for <c>generate</c> inside its own process, and for tests.
/// It owns the folder from <see cref="Create"/> until it is disposed of.
/// </summary>
public sealed class OmniReelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DataFolder _folder;
    private readonly OwnAddress _address;
    private readonly ServerOptions _options;

    private OmniReelServer(WebApplication app, DataFolder folder, OwnAddress address, ServerOptions options, string keyHint, string? mintedKey) =>
        (_app, _folder, _address, _options, KeyHint, MintedKey) = (app, folder, address, options, keyHint, mintedKey);

    /// <summary>The first address it listens on, as <c>http://HOST:PORT</c>; empty before the start or without one.</summary>
    public string Address => _address.Value;

    /// <summary>How to recognise the key; empty for a server without addresses, which asks for none.</summary>
    public string KeyHint { get; }

    /// <summary>The key, if this start made it: show it once the start has succeeded, it is kept nowhere. Null otherwise.</summary>
    public string? MintedKey { get; }

    /// <summary>The socket that needs no key; null without one.</summary>
    public string? AdminSocket => _options.AdminSocket ? AdminSocketPath(_options.DataFolder) : null;

    /// <summary>The server's parts, for programs that it runs inside of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Bytes of the longest path that a socket may have: 108 on Linux and 104 elsewhere, the closing zero included.</summary>
    public static int LongestSocketPath { get; } = OperatingSystem.IsLinux() ? 107 : 103;

    /// <summary>Where the admin socket of a data folder is.</summary>
    public static string AdminSocketPath(string dataFolder) => Path.Combine(dataFolder, "admin.sock");

    /// <summary>Takes the data folder and puts a server together. <paramref name="adjust"/> may replace parts, last word wins.</summary>
    /// <exception cref="ConfigurationException">The options cannot be used.</exception>
    /// <exception cref="DataFolderException">The folder cannot be used, or another server owns it.</exception>
    public static OmniReelServer Create(ServerOptions options, Action<IServiceCollection>? adjust = null)
    {
        LabParts.Check(options);
        var folder = DataFolder.Open(options.DataFolder);
        try
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
            {
                ApplicationName = "omnireel",
                EnvironmentName = Environments.Production,
                ContentRootPath = folder.Path,
            });
            var address = new OwnAddress();
            var (keys, minted) = Secrets.Keys(options, folder);

            ServerParts.Add(builder.Services, options, folder, keys, address);
            ServerLog.Add(builder.Logging, options);
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => KestrelSetup.Apply(kestrel, options));
            adjust?.Invoke(builder.Services);

            var app = builder.Build();
            app.UseHttpSurface();
            return new OmniReelServer(app, folder, address, options, keys.Hint, minted);
        }
        catch (RouteException wrong)
        {
            folder.Dispose();
            throw new ConfigurationException($"Routes: {wrong.Message}.");
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts to listen and to work; when it returns, the server is ready.</summary>
    /// <exception cref="ConfigurationException">An address cannot be listened on.</exception>
    /// <exception cref="DataFolderException">The new key cannot be kept.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        var health = _app.Services.GetRequiredService<StoreHealth>();
        health.Failed.Register(static app => ((WebApplication)app!).Lifetime.StopApplication(), _app);
        try
        {
            if (AdminSocket is { } stale) File.Delete(stale);
            await _app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            throw new ConfigurationException($"Cannot listen on {string.Join(", ", _options.Urls)}: {e.Message} Choose another address with --urls.");
        }

        if (AdminSocket is { } socket && !OperatingSystem.IsWindows()) File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _address.Found(_app.Urls);
        await KeepKeyAsync();
        _app.Services.GetRequiredService<Readiness>().Started();
    }

    /// <summary>Starts, says where it is, serves until it is told to stop, and drains. The result is the process's exit code: 0, or 1 after a failed store.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        await StartAsync(cancellation);
        if (_options.Console) Console.Out.WriteLine(Greeting.Of(this, _options));
        // What only the start needed goes back to the system: an idle server is a small one.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await _app.WaitForShutdownAsync(cancellation);

        var cause = _app.Services.GetRequiredService<StoreHealth>().Cause;
        if (cause is null && _app.Services.GetRequiredService<Duty>().Fault is { } fault)
        {
            if (_options.Console) await Console.Error.WriteLineAsync($"omnireel: the work on tasks broke, and the server stopped: {fault.Message} Every accepted task is on the disk; start again to go on.");
            return 1;
        }

        if (cause is null) return 0;
        if (_options.Console) await Console.Error.WriteLineAsync($"omnireel: the store failed, and the server stopped: {cause.Message} What was acknowledged is on the disk; start again to recover.");
        return 1;
    }

    /// <summary>Drains and stops listening.</summary>
    public Task StopAsync(CancellationToken cancellation = default) => _app.StopAsync(cancellation);

    // Last, because a start that fails shows no key, and nobody could open a folder whose key nobody has seen.
    private async Task KeepKeyAsync()
    {
        if (MintedKey is null) return;
        try
        {
            KeyFile.Keep(_folder.Path, MintedKey);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await _app.StopAsync(CancellationToken.None);
            throw new DataFolderException($"The new key cannot be kept in {KeyFile.PathIn(_folder.Path)}: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (AdminSocket is { } socket) File.Delete(socket);
        _folder.Dispose();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OmniReel.Media.Encoding.Sandboxes;
using OmniReel.Media.Frames;
using OmniReel.Server.Access;
using OmniReel.Server.Artifacts;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Http;
using OmniReel.Server.Inputs;
using OmniReel.Server.Inputs.Checking;
using OmniReel.Server.Inputs.Guard;
using OmniReel.Server.Inputs.Uploads;
using OmniReel.Server.StoredBodies;
using OmniReel.Server.Stores;
using OmniReel.Server.Stores.Sqlite;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Hosting;

/// <summary>Which concrete part stands behind which interface: the one place that knows them all.</summary>
internal static class ServerParts
{
    public static void Add(IServiceCollection services, ServerOptions options, DataFolder folder, KeyRing keys, OwnAddress address)
    {
        services.AddSingleton(options);
        services.AddSingleton(folder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Identities(keys, options.Pair, provider.GetRequiredService<TimeProvider>()));

        services.AddHttpSurface(provider => new HttpSettings
        {
            PublicUrl = options.PublicUrl,
            TrustedProxies = options.TrustedProxies,
            OwnAddress = () => address.Value,
            Console = options.Site,
            Node = folder.Node,
            KeyIsGiven = options.Key is not null,
            DataFolder = folder.Path,
            UpstreamCalled = token => provider.GetRequiredService<UpstreamHints>().Take(token),
        });

        services.AddSingleton(new BodyRoom(128L << 20));
        var worker = new WorkerOptions { Node = folder.Node, Slots = options.Workers };
        services.AddTasks(options.Lab ? worker with { Waiting = LabParts.Waiting } : worker);
        services.AddSqliteStore(folder);
        services.AddArtifacts(folder.Combine("artifacts"), folder.Combine("drafts"), Secrets.LinkKey(folder));
        services.AddInputs(
            new GuardSettings { AllowedNetworks = options.Dev || options.Lab ? [.. options.AllowedNetworks, .. GuardSettings.Loopback] : options.AllowedNetworks },
            new UploadSettings { Folder = folder.Combine("uploads"), Quota = options.UploadQuota, Life = options.UploadLife });
        services.AddCallbacks(new CallbackOptions(), provider => Secrets.Webhooks(options, folder, provider.GetRequiredService<TimeProvider>()), options.DeliverCallbacks);
        services.AddElements(new ElementSettings(options.ElementQuota), makes: options.MakeElements);
        services.AddInputChecks(folder.Combine("task-inputs"), new InputPolicy(options.SandboxRequired));
        if (options.Console)
            services.AddSingleton<BackgroundService>(provider => new SandboxNotice(
                provider.GetRequiredService<Sandbox>().ReportAsync, provider.GetRequiredService<InputPolicy>(), provider.GetRequiredService<ILogger<SandboxNotice>>()));
        services.AddEngines(RenderOptions.Sharing(options.Workers), new RouteSettings { Book = options.Routes, Seed = folder.Node });
        UpstreamParts.Add(services, options, folder);
        if (options.Lab) LabParts.Add(services, options);
        services.AddSingleton(Prices.Load(options));
        services.AddSingleton<Duty>();
        services.AddHostedService(provider => provider.GetRequiredService<Duty>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTime + options.StopGrace + TimeSpan.FromSeconds(4));
        services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        if (!options.HandleSignals) services.AddSingleton<IHostLifetime, NoLifetime>();
    }

    /// <summary>For a server inside another program: that program handles the signals.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

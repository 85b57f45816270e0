using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Kling;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Stores;

namespace OmniReel.Server.Hosting;

/// <summary>The engines that have films made for money: one for each connection.</summary>
internal static class UpstreamParts
{
    private const string SettleVariable = "OMNIREEL_SETTLE_SECONDS", CrashVariable = "OMNIREEL_CRASH_AT";

    /// <summary>Adds them, and where upstreams may tell us something.</summary>
    public static void Add(IServiceCollection services, ServerOptions options, DataFolder folder)
    {
        services.AddKling(options.Connections, new KlingHome(folder.Node, options.PublicUrl, Secrets.LinkKey(folder)));
        if (options.Connections.Count == 0) return;
        if (options.Lab && Environment.GetEnvironmentVariable(CrashVariable) is { Length: > 0 } point)
            services.Replace(ServiceDescriptor.Singleton<ICrashPoints>(DeadlyCrashPoints.Of(point) ?? throw new ConfigurationException($"{CrashVariable} cannot be \"{point}\": it is one of {string.Join(", ", Enum.GetNames<CrashPoint>())}, or such a name with the time that it counts, as AfterIntent:3.")));

        services.AddSubmits(Settings(options, folder));
        foreach (var connection in options.Connections)
        {
            services.AddSingleton<IEngine>(provider =>
            {
                var account = provider.GetServices<KlingAccount>().Single(one => one.Name == connection.Name);
                return new PaidEngine(account.Upstream, account.Work, connection.MaxParallel, provider.GetRequiredService<PaidParts>()) { Limits = connection.Limits };
            });
        }

        if (options.Workers > 0) services.AddOrphanSweep(provider => [.. provider.GetServices<KlingAccount>().Select(account => account.Upstream)]);
    }

    private static SubmitSettings Settings(ServerOptions options, DataFolder folder)
    {
        var settings = new SubmitSettings { ReferencePrefix = folder.Node, MostLostPerHour = options.MaxUnknownPerHour };
        if (Environment.GetEnvironmentVariable(SettleVariable) is not { Length: > 0 } text) return settings;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds is < 0.1 or > 86_400)
            throw new ConfigurationException($"{SettleVariable} cannot be \"{text}\": it is a number of seconds from 0.1 to 86400, the whole wait after a submit began before an upstream's \"no such task\" is believed.");
        var settle = TimeSpan.FromSeconds(seconds);
        return settings with { Settle = settle, AskAgain = settle / 4 < settings.AskAgain ? settle / 4 : settings.AskAgain };
    }
}

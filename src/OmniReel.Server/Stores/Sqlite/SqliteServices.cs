using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Callbacks;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Kling.Elements;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Stores.Sqlite;

/// <summary>Registers the embedded store.</summary>
public static class SqliteServices
{
    /// <summary>Everything durable in the database of a data folder whose lock the caller holds, and goes on to hold until the services are disposed of.</summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, DataFolder folder, SqliteOptions? options = null)
    {
        services.AddSingleton(provider => SqliteStorage.Open(
            folder.Database,
            options ?? new SqliteOptions(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<StoreHealth>()));
        services.AddSingleton<SqliteOutbox>();
        services.AddSingleton<IDeliveryStore, SqliteDeliveryStore>();
        services.AddSingleton(provider => new SqliteTaskStore(
            provider.GetRequiredService<SqliteStorage>(), provider.GetRequiredService<TaskSignals>(), provider.GetRequiredService<SqliteOutbox>()));
        services.AddSingleton<ITaskStore>(provider => provider.GetRequiredService<SqliteTaskStore>());
        services.AddSingleton<IFilmIndex>(provider => provider.GetRequiredService<ITaskStore>());
        services.AddSingleton(provider => new SqliteElementStore(
            provider.GetRequiredService<SqliteStorage>(), provider.GetRequiredService<SqliteOutbox>()));
        services.AddSingleton<IElementStore>(provider => provider.GetRequiredService<SqliteElementStore>());
        services.AddSingleton<ISubmitStore, SqliteSubmitStore>();
        services.AddSingleton<IUpstreamElementStore, SqliteUpstreamElementStore>();
        services.AddSingleton(provider => new TaskIds(
            provider.GetRequiredService<TimeProvider>(),
            Math.Max(provider.GetRequiredService<SqliteTaskStore>().NewestId, provider.GetRequiredService<SqliteElementStore>().NewestId)));
        return services;
    }
}

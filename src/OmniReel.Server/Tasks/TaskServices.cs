using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace OmniReel.Server.Tasks;

/// <summary>Registers the life of tasks. What it needs from elsewhere: an <see cref="ITaskStore"/>, engines, and an element catalogue.</summary>
public static class TaskServices
{
    /// <summary>Adds feed, forecast and signals, and with at least one slot the workers and the rescuer.</summary>
    public static IServiceCollection AddTasks(this IServiceCollection services, WorkerOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<TaskSignals>();
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<LiveProgress>();
        services.AddSingleton<ITaskFeed, TaskFeed>();
        services.AddSingleton<Forecast>();
        services.AddSingleton<IForecast>(provider => provider.GetRequiredService<Forecast>());
        services.AddSingleton<TaskRequests>();
        services.AddSingleton<TaskAttempt>();
        if (options.Slots == 0)
            return services;
        // Not hosted services: a host would start them before it listens, and a start that fails must have touched no task.
        services.AddSingleton<BackgroundService, Worker>();
        // After the worker, whose start takes up what this node held.
        services.AddSingleton<BackgroundService, RemoteWorker>();
        services.AddSingleton<BackgroundService, Rescuer>();
        return services;
    }
}

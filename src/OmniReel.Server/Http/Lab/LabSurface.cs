using Microsoft.Extensions.DependencyInjection;

namespace OmniReel.Server.Http.Lab;

/// <summary>Adds the lab's door and paths. What they need from elsewhere: the tests, and the links of their tasks.</summary>
public static class LabSurface
{
    /// <summary>From now on every request passes the door.</summary>
    public static IServiceCollection AddLabSurface(this IServiceCollection services)
    {
        services.AddSingleton<LabNotes>();
        services.AddSingleton<LabQueries>();
        services.AddSingleton<LabAnswers>();
        services.AddSingleton<LabDownloads>();
        services.AddSingleton<LabDoor>();
        services.AddSingleton<IEndpoints, LabEndpoints>();
        return services;
    }
}

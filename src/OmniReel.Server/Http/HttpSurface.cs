using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OmniReel.Server.Elements;
using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Http.Answers;
using OmniReel.Server.Http.Bodies;
using OmniReel.Server.Http.Callbacks;
using OmniReel.Server.Http.Console;
using OmniReel.Server.Http.Docs;
using OmniReel.Server.Http.Elements;
using OmniReel.Server.Http.Files;
using OmniReel.Server.Http.Health;
using OmniReel.Server.Http.Lab;
using OmniReel.Server.Http.Metrics;
using OmniReel.Server.Http.OpenApi;
using OmniReel.Server.Http.Routes;
using OmniReel.Server.Http.Rules;
using OmniReel.Server.Http.Submits;
using OmniReel.Server.Http.Uploads;
using OmniReel.Server.Http.Upstreams;
using OmniReel.Server.Http.Videos;
using OmniReel.Server.Tasks;

namespace OmniReel.Server.Http;

/// <summary>The whole HTTP surface: which resources there are, and what stands around each request.</summary>
public static class HttpSurface
{
    /// <summary>Adds what the endpoints need. The stores, the key ring and the element catalogue come from elsewhere.</summary>
    public static IServiceCollection AddHttpSurface(this IServiceCollection services, Func<IServiceProvider, HttpSettings> settings)
    {
        services.AddRoutingCore();
        services.AddSingleton(settings);
        services.AddSingleton<Readiness>();
        services.AddSingleton<HttpMeters>();
        services.AddSingleton<InstrumentReader>();
        services.AddSingleton<RequestPipeline>();
        services.AddSingleton<Admissions>();
        services.AddSingleton<Gate>();
        services.AddConsole();
        services.AddSingleton<InFlightBudget>();
        services.AddSingleton<BodyReader>();
        services.AddSingleton<LinkBase>();
        services.AddSingleton<TaskShape>();
        services.AddSingleton<TaskView>();
        services.AddSingleton<ITaskNotices, TaskNotices>();
        services.AddSingleton<TaskWait>();
        services.AddSingleton<VideoTitles>();

        services.AddSingleton<IEndpoints, VideoCollection>();
        services.AddSingleton<VideoItem>();
        services.AddSingleton<IEndpoints>(provider => provider.GetRequiredService<VideoItem>());
        services.AddSingleton<IEndpoints, VideoQuote>();
        services.AddSingleton<IEndpoints, VideoCancel>();
        services.AddSingleton<IEndpoints, VideoBody>();
        services.AddSingleton<IEndpoints, VideoEvents>();
        services.AddSingleton<ElementShape>();
        services.AddSingleton<IElementNotices, ElementNotices>();
        services.AddSingleton<ElementWait>();
        services.AddSingleton<ElementAccept>();
        services.AddSingleton<IEndpoints, CustomElements>();
        services.AddSingleton<IEndpoints, SimpleElements>();
        services.AddSingleton<IEndpoints, PresetEndpoints>();
        services.AddSingleton<IEndpoints, ElementDeletion>();
        services.AddSingleton<IEndpoints, RuleEndpoints>();
        services.AddSingleton<IEndpoints, RouteEndpoints>();
        services.AddSingleton<IEndpoints, FileEndpoints>();
        services.AddSingleton<CallbackRequests>();
        services.AddSingleton<IEndpoints, CallbackEndpoints>();
        services.AddSingleton<IEndpoints, CallbackSetup>();
        services.AddSingleton<IEndpoints, CallbackEvents>();
        services.AddSingleton<SubmitSettling>();
        services.AddSingleton<SubmitRequests>();
        services.AddSingleton<SubmitFigures>();
        services.AddSingleton<IEndpoints, SubmitEndpoints>();
        services.AddSingleton<IEndpoints, UploadEndpoints>();
        services.AddSingleton<IEndpoints, UpstreamCallbacks>();
        services.AddSingleton<IEndpoints, HealthEndpoints>();
        services.AddSingleton<IEndpoints, MetricsEndpoints>();
        services.AddSingleton<IEndpoints, OpenApiEndpoints>();
        services.AddSingleton<IEndpoints, ReferencePage>();
        services.AddSingleton<IEndpoints, DocPages>();
        return services;
    }

    /// <summary>Puts the surface on an application. Nothing else may stand before or after it.</summary>
    public static void UseHttpSurface(this WebApplication app)
    {
        var pipeline = app.Services.GetRequiredService<RequestPipeline>();
        app.Use(next => context => pipeline.InvokeAsync(context, next));
        if (app.Services.GetService<LabDoor>() is { } lab) app.Use(next => context => lab.InvokeAsync(context, next));
        app.UseRouting();

        var routes = new RouteTable(app, app.Services.GetRequiredService<HttpMeters>());
        foreach (var endpoints in app.Services.GetServices<IEndpoints>()) endpoints.Map(routes);

        app.UseEndpoints(static _ => { });
        app.Run(static context => AnswerWriter.ErrorAsync(context, UnknownPath.Error(context.Request.Path)));
    }
}

using OmniReel.Contract.Answers;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;
using OmniReel.Server.Engines;
using OmniReel.Server.Engines.Routes;

namespace OmniReel.Server.Http.Routes;

/// <summary>Routes as the wire shows them.</summary>
public static class RouteShape
{
    /// <summary>What routes look at, as <c>kling-v3-omni, text-to-video, single-shot, 4k</c>.</summary>
    public static string Line(VideoRequest request) => $"{request.Model.WireName()}, {request.Kind.WireName()}, {request.Mode.WireName()}";

    /// <summary>All routes and engines.</summary>
    public static RoutesData Of(IEngineRoutes routes) => new()
    {
        Routes = [.. routes.Book.Lines.Select(line => line.ToString())],
        Engines = [.. routes.Health.All.Select(one => Of(one.Engine, one.Condition))],
    };

    /// <summary>What a body comes to: every rule it breaks, or what the routes say of it.</summary>
    /// <param name="read">The body.</param>
    /// <param name="explain">What the routes say.</param>
    /// <param name="language">Of messages.</param>
    public static RouteAccountData Of(ReadResult read, Func<VideoRequest, Language, RouteAccount> explain, Language language)
    {
        if (!read.IsAccepted) return new() { Verdict = QuoteData.Refused, Errors = ErrorData.Of(read).Errors };
        var account = explain(read.Request, language);
        return new()
        {
            Verdict = account.IsAccepted ? QuoteData.Accepted : QuoteData.Refused,
            Errors = account.IsAccepted ? [] : NoEngine.Violations(account.Gaps, read.Request, language),
            Request = Line(read.Request),
            Route = account.Line?.ToString(),
            Matching = account.Matching,
            Usual = account.IsUsual,
            Engines = [.. account.Stops.Select(Of)],
        };
    }

    /// <summary>The word of a state.</summary>
    public static string Word(EngineState state) => state switch
    {
        EngineState.Resting => "resting",
        EngineState.Due => "due",
        EngineState.Probing => "probing",
        _ => "well",
    };

    private static RouteStopData Of(RouteStop stop) => new()
    {
        Step = stop.Step,
        Engine = stop.Share.Engine,
        Weight = stop.Share.Weight,
        Lacks = stop.Lacks,
        Chance = Math.Round(stop.Chance, 4),
        Health = stop.Condition is { } condition ? Of(stop.Share.Engine, condition) : null,
    };

    private static EngineHealthData Of(string engine, EngineCondition condition) => new()
    {
        Engine = engine,
        State = Word(condition.State),
        Unavailable = condition.Unavailable,
        RestMs = (long)Math.Ceiling(condition.Rest.TotalMilliseconds),
    };
}

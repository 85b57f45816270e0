using OmniReel.Contract.Answers;
using OmniReel.Server.Http.Answers;

namespace OmniReel.Server.Http.OpenApi.Operations;

/// <summary>Which engine makes which film.</summary>
internal static class RouteOperations
{
    private const string Line = "kling-v3-omni 4k = kling:3, relay-a:1 > embedded";

    public static IEnumerable<DescribedPath> All =>
    [
        new("/v1/routes", List()),
        new("/v1/routes/explain", Explain()),
    ];

    private static EngineHealthData Well => new() { Engine = "kling", State = "well", Unavailable = 0, RestMs = 0 };

    private static EngineHealthData Resting => new() { Engine = "relay-a", State = "resting", Unavailable = 3, RestMs = 3_400 };

    private static Operation List() => new("GET", "listRoutes", Tags.Operation, new("Which engine makes which film, and how the engines are", "路由与引擎状况"))
    {
        Takes = [Parameters.Language],
        Answers =
        [
            new(200, new("All routes, all engines.", "全部路由与引擎。"))
            {
                Data = [typeof(RoutesData)],
                Examples = [new("routes", new("Two routes", "两条路由"), Samples.Ok(new RoutesData { Routes = [Line, "* = kling"], Engines = [Well, Resting] }, WireContext.Default.RoutesData))],
            },
        ],
    };

    private static Operation Explain() => new("POST", "explainRoute", Tags.Operation, new("Where a body would go, and why", "说明请求会由哪个引擎制作"))
    {
        Text = new("Good and bad bodies alike are answered with 200; nothing is made and nothing is sent to an engine.", "无论请求体是否合规均返回 200；不创建任务，也不联系任何引擎。"),
        Takes = [Parameters.Profile, Parameters.Language],
        Body = new("OmniVideoVendorRequest", SampleBodies.VendorFilms),
        Answers =
        [
            new(200, new("The route, its engines and what they lack.", "所用路由、其中的引擎及其缺少的能力。"))
            {
                Data = [typeof(RouteAccountData)],
                Examples =
                [
                    new("routed", new("One engine rests, one lacks nothing", "一个引擎正在休息"), Samples.Ok(
                        new RouteAccountData
                        {
                            Verdict = QuoteData.Accepted,
                            Request = "kling-v3-omni, text-to-video, single-shot, 4k",
                            Route = Line,
                            Matching = 2,
                            Engines =
                            [
                                new() { Step = 1, Engine = "kling", Weight = 3, Lacks = [], Chance = 1, Health = Well },
                                new() { Step = 1, Engine = "relay-a", Weight = 1, Lacks = [], Chance = 0, Health = Resting },
                                new() { Step = 2, Engine = "embedded", Weight = 1, Lacks = [], Chance = 0, Health = Well with { Engine = "embedded" } },
                            ],
                        },
                        WireContext.Default.RouteAccountData)),
                ],
            },
        ],
        Refusals = [ApiErrors.Profile, .. KnownErrors.Body],
    };
}

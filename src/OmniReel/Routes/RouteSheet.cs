using System.Globalization;
using OmniReel.CommandLine;
using OmniReel.Contract.Answers;

namespace OmniReel.Routes;

/// <summary>Routes, and what they come to for a body, as tables.</summary>
internal static class RouteSheet
{
    /// <param name="routes">All of them.</param>
    /// <param name="isAsked">They are those of a running server.</param>
    /// <param name="speech">The language.</param>
    /// <param name="output">Where to.</param>
    public static void Print(RoutesData routes, bool isAsked, Speech speech, TextWriter output)
    {
        output.WriteLine(isAsked ? speech["Routes of the running server.", "正在运行的服务的路由。"] : speech["Routes as configured; no server was asked.", "配置中的路由；未查询任何服务。"]);
        var lines = Tables.Listing(speech["line", "行"], speech["for", "适用于"], speech["engines", "引擎"]);
        for (var i = 0; i < routes.Routes.Count; i++)
        {
            var parts = routes.Routes[i].Split(" = ", 2);
            lines.AddTexts($"{i + 1}", parts[0], parts[^1]);
        }

        lines.Print(output);
        var engines = Tables.Listing(speech["engine", "引擎"], speech["health", "状况"]);
        foreach (var engine in routes.Engines) engines.AddTexts(engine.Engine, Health(isAsked ? engine : null, speech));
        engines.Print(output);
    }

    public static void Print(RouteAccountData account, Speech speech, TextWriter output)
    {
        output.WriteLine(Verdict(account, speech));
        if (account.Request is { } request)
        {
            var facts = Tables.Facts();
            facts.AddTexts(speech["request", "请求"], request);
            facts.AddTexts(speech["route", "路由"], account.Route ?? speech["none", "无"]);
            facts.AddTexts(speech["why", "原因"], Why(account, speech));
            facts.Print(output);
            PrintEngines(account.Engines, speech, output);
        }

        if (account.Errors.Count == 0)
            return;
        var errors = Tables.Listing(speech["field", "字段"], speech["rule", "规则"], speech["what would be right", "说明"]);
        foreach (var error in account.Errors)
            errors.AddTexts(error.Field, error.Rule, error.Message);
        errors.Print(output);
    }

    private static string Verdict(RouteAccountData account, Speech speech)
    {
        if (account.Verdict == QuoteData.Accepted)
        {
            var chosen = account.Engines.Where(engine => engine.Chance > 0).Select(engine => engine.Chance < 1 ? $"{engine.Engine} ({Percent(engine.Chance)})" : engine.Engine);
            return speech[$"Accepted; tried first: {string.Join(", ", chosen)}.", $"通过；首先交给：{string.Join("、", chosen)}。"];
        }

        if (account.Request is null)
            return speech[$"Refused: {account.Errors.Count} broken rule{(account.Errors.Count == 1 ? "" : "s")}.", $"被拒绝：违反 {account.Errors.Count} 条规则。"];
        return account.Route is null
            ? speech["Refused: no route is for it.", "被拒绝：没有适用的路由。"]
            : speech["Refused: no engine of its route can do it.", "被拒绝：该路由的引擎都无法制作。"];
    }

    private static string Why(RouteAccountData account, Speech speech) => account switch
    {
        { Usual: true } => speech["no routes are configured; this is the usual one", "未配置路由，使用默认路由"],
        { Matching: 0 } => speech["no line is for it", "没有适用的路由"],
        { Matching: 1 } => speech["the only line that is for it", "唯一适用的路由"],
        _ => speech[$"of {account.Matching} lines that are for it, the one that names most (the first of those that name as much)", $"适用的 {account.Matching} 条路由中条件最多的一条（相同则取写在前面的）"],
    };

    private static void PrintEngines(IReadOnlyList<RouteStopData> engines, Speech speech, TextWriter output)
    {
        if (engines.Count == 0)
            return;
        var table = Tables.Listing(speech["step", "级"], speech["engine", "引擎"], speech["weight", "权重"], speech["tried first", "首先尝试"], speech["health", "状况"], speech["lacks", "缺少"]);
        foreach (var engine in engines)
            table.AddTexts($"{engine.Step}", engine.Engine, $"{engine.Weight}", engine.Chance > 0 ? Percent(engine.Chance) : "", Health(engine.Health, speech), string.Join(" ", engine.Lacks));
        table.Print(output);
    }

    private static string Health(EngineHealthData? health, Speech speech) => health switch
    {
        null => speech["not asked", "未查询"],
        { State: "resting" } => speech[$"rests {Seconds(health)} s, unreachable {health.Unavailable} times in a row", $"休息 {Seconds(health)} 秒，已连续 {health.Unavailable} 次无法连接"],
        { State: "due" } => speech["rested; the next attempt probes it", "休息结束，下一次尝试将用于探测"],
        { State: "probing" } => speech["is being probed", "探测中"],
        _ => speech["well", "正常"],
    };

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100)} %");

    private static long Seconds(EngineHealthData health) => (health.RestMs + 999) / 1000;
}

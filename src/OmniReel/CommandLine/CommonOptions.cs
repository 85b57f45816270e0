using System.CommandLine;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Hosting;

namespace OmniReel.CommandLine;

/// <summary>Options that several verbs share, and the server's options that come of them.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data(Speech speech) => new("--data")
    {
        HelpName = "DIR",
        Description = speech[$"The data folder (default {ServerConfiguration.DefaultDataFolder})", $"数据目录（默认 {ServerConfiguration.DefaultDataFolder}）"],
    };

    public static Option<string[]> Urls(Speech speech) => new("--urls")
    {
        HelpName = "URL",
        Description = speech["Where to listen (default http://127.0.0.1:8080)", "监听地址（默认 http://127.0.0.1:8080）"],
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Prices(Speech speech) => new("--prices")
    {
        HelpName = "FILE",
        Description = speech["The price table (default: price-table.json in the data folder, else the vendor's prices)", "价目表文件（默认取数据目录中的 price-table.json，否则用官方价格）"],
    };

    public static Option<string[]> Routes(Speech speech) => new("--route")
    {
        HelpName = "LINE",
        Description = speech["Which engine makes what, as in 'kling-v3-omni 4k = kling:3, relay-a > embedded'; may be repeated, replaces configured ones", "由哪个引擎制作，如 'kling-v3-omni 4k = kling:3, relay-a > embedded'；可重复，取代配置中的路由"],
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Engine(Speech speech) => new("--engine")
    {
        HelpName = "NAME",
        Description = speech["Sends everything to this engine, whatever routes are configured", "全部请求交给此引擎，忽略配置中的路由"],
    };

    /// <summary>The setting that <c>--route</c> and <c>--engine</c> come to; empty for neither.</summary>
    public static IEnumerable<KeyValuePair<string, string>> RoutesOf(ParseResult parsed, Option<string[]> routes, Option<string?> engine, Speech speech)
    {
        var lines = parsed.GetValue(routes) ?? [];
        if (parsed.GetValue(engine) is not { } name) return lines.Length > 0 ? [new("Routes", string.Join('\n', lines))] : [];
        if (lines.Length > 0) throw new BadInputException(speech["--engine sends everything to one engine, and --route says more; use one of them", "--engine 与 --route 只能使用其中之一"]);
        return RouteReader.Complaint(name) is { } wrong ? throw new BadInputException($"--engine: {wrong}") : [new("Routes", $"* = {name}")];
    }

    /// <summary>File, environment, then flags, as the server reads them; what cannot be used is bad input.</summary>
    public static ServerOptions Load(ParseResult parsed, Option<string?> data, Option<string[]>? urls, Option<string?>? prices, params IEnumerable<KeyValuePair<string, string>> flags)
    {
        if (urls is not null && parsed.GetValue(urls) is { Length: > 0 } listen)
            flags = flags.Prepend(new("Server:Urls", string.Join(';', listen)));
        if (prices is not null && parsed.GetValue(prices) is { } table)
            flags = flags.Prepend(new("Prices:Table", Path.GetFullPath(table)));
        try
        {
            return ServerConfiguration.Load(parsed.GetValue(data) ?? ServerConfiguration.DefaultDataFolder, Environment.GetEnvironmentVariables(), flags);
        }
        catch (ConfigurationException wrong)
        {
            throw new BadInputException(wrong.Message);
        }
    }
}

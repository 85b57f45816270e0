using System.Globalization;
using System.Net;
using OmniReel.Server.Engines.Routes;
using OmniReel.Server.Lab.Scenarios;

namespace OmniReel.Server.Hosting;

/// <summary>The names of the settings and how a text becomes each of them. Lists are separated by <c>;</c> or <c>,</c>.</summary>
public static class ServerSettings
{
    private static readonly Dictionary<string, Func<ServerOptions, string, ServerOptions>> Table = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Server:Urls"] = (options, text) => options with { Urls = [.. Items(text).Select(Listen)] },
        ["Tls:Certificate"] = (options, text) => options with { Tls = Certificate(options, text) },
        ["Tls:Key"] = (options, text) => options with { Tls = Given(options) with { Key = PathOf(options, text) } },
        ["Tls:Password"] = (options, text) => options with { Tls = Given(options) with { Password = text.Length == 0 ? null : text } },
        ["Server:PublicUrl"] = (options, text) => options with { PublicUrl = Public(text) },
        ["Server:TrustedProxies"] = (options, text) => options with { TrustedProxies = [.. Items(text).Select(Network)] },
        ["Server:DrainSeconds"] = (options, text) => options with { DrainTime = TimeSpan.FromSeconds(Whole(text, 0, 600)) },
        ["Server:StopGraceSeconds"] = (options, text) => options with { StopGrace = TimeSpan.FromSeconds(Whole(text, 0, 600)) },
        ["Server:Dev"] = (options, text) => options with { Dev = Flag(text) },
        ["Network:Allow"] = (options, text) => options with { AllowedNetworks = [.. Items(text).Select(Network)] },
        ["Uploads:QuotaMegabytes"] = (options, text) => options with { UploadQuota = (long)Whole(text, 0, 1 << 30) << 20 },
        ["Uploads:Days"] = (options, text) => options with { UploadLife = TimeSpan.FromDays(Whole(text, 1, 3650)) },
        ["Elements:QuotaMegabytes"] = (options, text) => options with { ElementQuota = (long)Whole(text, 0, 1 << 30) << 20 },
        ["Prices:Table"] = (options, text) => options with { PriceTable = text.Length == 0 ? null : Path.GetFullPath(text, options.DataFolder) },
        ["Sandbox:Required"] = (options, text) => options with { SandboxRequired = Flag(text) },
        ["Lab:Enabled"] = (options, text) => options with { Lab = Flag(text) },
        ["Lab:Anywhere"] = (options, text) => options with { LabAnywhere = Flag(text) },
        ["Lab:Scenarios"] = (options, text) => options with { LabScenarios = Scenarios(text) },
        ["Routes"] = (options, text) => options with { Routes = text.Length == 0 ? null : RouteReader.Read(text) },
        ["Tasks:Workers"] = (options, text) => options with { Workers = Whole(text, 0, 64) },
    };

    /// <summary>Every name there is, but for those that have a part of the operator's choosing.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. Table.Keys, KlingSettings.MaxUnknown];

    /// <summary>The options with one setting changed.</summary>
    /// <exception cref="ConfigurationException">The name is unknown or the text cannot be that setting.</exception>
    public static ServerOptions Apply(ServerOptions options, string name, string text, string source)
    {
        if (KlingSettings.Apply(options, name, text, source) is { } changed)
            return changed;
        if (!Table.TryGetValue(name, out var set))
            throw new ConfigurationException($"{name} (from {source}) is not a setting; there are {string.Join(", ", Names.Concat(KlingSettings.OfConnections))}.");

        try
        {
            return set(options, text.Trim());
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"{name} (from {source}) cannot be \"{text.ReplaceLineEndings("; ")}\": {e.Message}.");
        }
    }

    private static string[] Items(string text) =>
        text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Listen(string text)
    {
        var url = Address(text);
        return url.AbsolutePath == "/" && url.Query.Length == 0 ? url.GetLeftPart(UriPartial.Authority)
            : throw new FormatException("an address to listen on has no path, as in http://127.0.0.1:8080");
    }

    // The three settings of TLS come in any order.
    private static TlsChoice Given(ServerOptions options) => options.Tls ?? new TlsChoice(null);

    private static TlsChoice? Certificate(ServerOptions options, string text) => text switch
    {
        "" => null,
        TlsChoice.SelfSigned => Given(options) with { Certificate = null },
        _ => Given(options) with { Certificate = PathOf(options, text) },
    };

    private static string? PathOf(ServerOptions options, string text) => text.Length == 0 ? null : Path.GetFullPath(text, options.DataFolder);

    private static string? Public(string text)
    {
        if (text.Length == 0) return null;
        var url = Address(text);
        return url.Query.Length == 0 && url.Fragment.Length == 0 ? url.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : throw new FormatException("links begin with it, so it has no query, as in https://films.example.org");
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Host.Length > 0 && url.UserInfo.Length == 0
            ? url
            : throw new FormatException("an address looks like http://127.0.0.1:8080");

    private static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        return IPAddress.TryParse(text, out var one)
            ? new IPNetwork(one, one.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
            : throw new FormatException("a network looks like 10.0.0.0/8 or 10.1.2.3");
    }

    private static IReadOnlyList<LabOrder> Scenarios(string text)
    {
        try
        {
            return LabOrderReader.Read(text);
        }
        catch (LabOrderException wrong)
        {
            throw new FormatException(wrong.Message.TrimEnd('.'));
        }
    }

    private static int Whole(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException($"a whole number from {least} to {most} is needed");

    private static bool Flag(string text) =>
        bool.TryParse(text, out var value) ? value : throw new FormatException("it is true or false");
}

using OmniReel.Server.Engines.Submits;
using OmniReel.Server.Lab.FakeUpstream;

namespace OmniReel.Tests.EndToEnd.Paid;

/// <summary>A server whose films are made by a fake upstream: processes over one data folder, one after another.</summary>
internal sealed class PaidServer(FakeUpstream upstream, UpstreamCapabilities can) : IDisposable
{
    public const string Connection = "fake";

    private readonly TempFolder _folder = new();

    public string Data => _folder["data"];

    /// <summary>Starts a process.</summary>
    /// <param name="crashAt">Where it dies; null for nowhere.</param>
    public Task<ServeProcess> StartAsync(string? crashAt = null, params (string Name, string Value)[] more)
    {
        const string prefix = $"OMNIREEL_Kling__Connections__{Connection}__";
        var variables = new Dictionary<string, string?>
        {
            [prefix + "BaseUrl"] = upstream.Url,
            [prefix + "ApiKey"] = upstream.Options.ApiKey,
            // One without a list cannot be asked for its paths.
            [prefix + "PathPrefix"] = "/",
            [prefix + "RefQuery"] = can.RefQuery ? "true" : "false",
            [prefix + "RefDedupe"] = can.RefDedupe ? "true" : "false",
            [prefix + "List"] = can.List ? "true" : "false",
            ["OMNIREEL_SETTLE_SECONDS"] = "1.5",
            ["OMNIREEL_CRASH_AT"] = crashAt,
            ["OMNIREEL_Lab__Enabled"] = "true",
            ["OMNIREEL_Server__StopGraceSeconds"] = "0",
        };
        foreach (var (name, value) in more)
            variables[name] = value;
        return ServeProcess.StartAsync(Data, variables);
    }

    /// <summary>A fake upstream that can do as much.</summary>
    public static FakeUpstreamOptions OptionsFor(UpstreamCapabilities can, DuplicatePolicy duplicates) => new()
    {
        ReferenceQuery = can.RefQuery,
        List = can.List,
        Duplicates = duplicates,
        FilmTime = TimeSpan.FromMilliseconds(200),
        Tiny = true,
    };

    public void Dispose() => _folder.Dispose();
}

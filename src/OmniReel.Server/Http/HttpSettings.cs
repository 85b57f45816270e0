using System.Net;
using OmniReel.Server.Http.Console;

namespace OmniReel.Server.Http;

/// <summary>What the HTTP surface must be told by whoever puts the server together.</summary>
public sealed record HttpSettings
{
    /// <summary>What links begin with; null: the request's own host.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Proxies whose forwarded headers are believed.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The address this server listens on, for links where a request names no host.</summary>
    public required Func<string> OwnAddress { get; init; }

    /// <summary>Told the token of an upstream's callback; false for a token that is none of ours.</summary>
    public Func<string, bool> UpstreamCalled { get; init; } = static _ => false;

    /// <summary>The built console; null where there is none.</summary>
    public IConsoleFiles? Console { get; init; }

    /// <summary>The server's own name, which tells its cookie from those of others on the same host.</summary>
    public string Node { get; init; } = "";

    /// <summary>The key comes from the environment, not from the first start.</summary>
    public bool KeyIsGiven { get; init; }

    /// <summary>A folder on the disk that fills; empty when nobody is to be told how full it is.</summary>
    public string DataFolder { get; init; } = "";

    /// <summary>What request bodies over 8 KiB may hold in memory together, in bytes.</summary>
    public long BodyBudget { get; init; } = 256L << 20;

    /// <summary>Time between two signs of life on a stream of events that has nothing to tell.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}

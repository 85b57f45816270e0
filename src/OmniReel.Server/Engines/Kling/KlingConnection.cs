using OmniReel.Server.Engines.Submits;

namespace OmniReel.Server.Engines.Kling;

/// <summary>A configured account at the vendor or at a relay of its API.</summary>
public sealed record KlingConnection
{
    /// <summary>The vendor's host outside China.</summary>
    public static readonly Uri VendorUrl = new("https://api-singapore.klingai.com");

    /// <summary>Name of the connection that the <c>KLING_*</c> variables make.</summary>
    public const string FirstName = "kling";

    /// <summary>Letters, digits and -; in routes, tasks and what people read.</summary>
    public required string Name { get; init; }

    /// <summary>Scheme, host, port, and the path that it was given, without a slash at its end.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>What is written between the base and <c>/v1/videos/omni-video</c>, such as <c>/kling</c>; null: as the host is known to have it, or found out.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>What opens the account.</summary>
    public required KlingCredentials Credentials { get; init; }

    /// <summary>What it is known to do.</summary>
    public required UpstreamCapabilities Capabilities { get; init; }

    /// <summary>What it is known to make.</summary>
    public EngineLimits Limits { get; init; } = EngineLimits.None;

    /// <summary>Tasks that it may have at once; null: what the account's own answers teach.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>A proxy that leads there; null: it is reached directly, whatever the environment says of proxies.</summary>
    public Uri? Proxy { get; init; }
}

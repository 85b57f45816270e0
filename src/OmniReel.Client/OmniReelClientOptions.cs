namespace OmniReel.Client;

/// <summary>Where the server is and how it is spoken to.</summary>
public sealed record OmniReelClientOptions
{
    /// <summary>Scheme, host and port, as in <c>http://127.0.0.1:8080</c>; a path in it is kept in front of every other.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The API key, sent as <c>Authorization: Bearer …</c>; null where none is asked for (the admin socket).</summary>
    public string? Key { get; init; }

    /// <summary>The profile: <c>/v1/videos/omni-video</c> (the vendor's reading of a body) or <c>/kling/v1/videos/omni-video</c> (the relay's).</summary>
    public string ProfilePath { get; init; } = VendorPath;

    /// <summary>The language of messages, as in <c>Accept-Language</c>; null for the server's default, English.</summary>
    public string? Language { get; init; }

    /// <summary>What the server's lab does with the tasks that are created, sent as <c>X-OmniReel-Lab</c>: <c>slate</c>. Null for nothing.</summary>
    public string? Lab { get; init; }

    /// <summary>How long one answer may take. Waiting for a task and downloading have no limit but the caller's cancellation.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request that may be repeated is sent in all, when the server is away, busy or failing.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>How long a wait for a task puts up with a server that is away, busy or failing: the time of a restart or two.</summary>
    public TimeSpan AwayLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an event stream may be silent before its connection counts as dead and is made anew. The server sends a sign of life every 15 s.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>The clock of pauses between attempts and polls.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The vendor profile.</summary>
    public const string VendorPath = "/v1/videos/omni-video";

    /// <summary>The relay profile.</summary>
    public const string RelayPath = "/kling/v1/videos/omni-video";
}

using OmniReel.Contract.Requests;

namespace OmniReel.Client;

/// <summary>Where the server is and how it is spoken to.</summary>
public sealed record OmniReelClientOptions
{
    /// <summary>
    /// Where the server is, as in <c>http://127.0.0.1:8080</c>. A path in it is kept in front of every other. It may end in <c>/v1</c> or
    /// <c>/kling/v1</c>, or name the whole address of films: that says the profile too.
    /// </summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The API key, sent as <c>Authorization: Bearer …</c>; null where none is asked for (the admin socket, a browser's session).</summary>
    public string? Key { get; init; }

    /// <summary>The access key of a pair, in place of <see cref="Key"/>: requests carry tokens that the pair signs, each for half an hour.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret key of the pair, used as it is and never sent.</summary>
    public string? SecretKey { get; init; }

    /// <summary>How bodies are read: the vendor's way (<c>/v1</c>) or the relays' (<c>/kling/v1</c>). Null: as <see cref="BaseUrl"/> says, else the vendor's.</summary>
    public ApiProfile? Profile { get; init; }

    /// <summary>The language of messages, as in <c>Accept-Language</c>; null for the server's default, English.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Whether each create without an idempotency key is given one, so that it is sent again when its answer is lost. Only for servers
    /// that honour <c>Idempotency-Key</c>, as OmniReel does: another would make, and bill, a second film.
    /// </summary>
    public bool AutomaticIdempotencyKeys { get; init; }

    /// <summary>What the server's lab does with the tasks that are created, sent as <c>X-OmniReel-Lab</c>: <c>slate</c>. Null for nothing.</summary>
    public string? Lab { get; init; }

    /// <summary>
    /// Whether each film is made anew, even where an identical request was made before (<c>Cache-Control: no-store</c> on creates). An
    /// OmniReel server otherwise hands out the film that it has.
    /// </summary>
    public bool AlwaysAnew { get; init; }

    /// <summary>How long one answer may take. Waiting for a task and moving files have no limit but the caller's cancellation.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request that may be repeated is sent in all, when the server is away, busy or failing.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>How long a wait for a task puts up with a server that is away, busy or failing: the time of a restart or two.</summary>
    public TimeSpan AwayLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stream may be silent before its connection counts as dead and is made anew. The server sends a sign of life every 15 s.</summary>
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How often a task is asked for where a server has no events.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock of limits, pauses and tokens.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The base URL; never the keys, which would end in a log.</summary>
    public override string ToString() => $"{nameof(OmniReelClientOptions)} {{ BaseUrl = {BaseUrl} }}";

    internal void Check()
    {
        if (BaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            throw new ArgumentException($"BaseUrl should be an absolute http or https URL, as in http://127.0.0.1:8080; it is {BaseUrl}.");
        if (AccessKey is null != SecretKey is null)
            throw new ArgumentException("AccessKey and SecretKey go together: give both, or a Key instead.");
        if (AccessKey is not null && Key is not null)
            throw new ArgumentException("Give a Key, or AccessKey and SecretKey: not both ways.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Attempts, 1);
    }
}

namespace OmniReel.Server.Engines.Submits;

/// <summary>What an account's upstream is known to do. What is not known is false.</summary>
/// <param name="RefQuery">A task can be asked for by our reference, and an answer that there is none can be believed once it has settled.</param>
/// <param name="RefDedupe">A reference is taken once: a second submit under it is refused, or answered with the first.</param>
/// <param name="List">The newest tasks can be listed with their references.</param>
public sealed record UpstreamCapabilities(bool RefQuery, bool RefDedupe, bool List);

/// <summary>
/// One account at a company that makes films for money. Nothing in here sends anything twice: no retries, no redirects, no second
/// connection. What a method throws other than for its cancellation is a fault of ours.
/// </summary>
public interface IUpstream
{
    /// <summary>Name of the connection.</summary>
    string Connection { get; }

    /// <summary>As configured or proven.</summary>
    UpstreamCapabilities Capabilities { get; }

    /// <summary>
    /// Sends one submit, once, over a connection of its own. Its cancellation cuts the connection, and the answer is then
    /// <see cref="SubmitAnswer.Lost"/>, or <see cref="SubmitAnswer.NotSent"/> where no byte had left.
    /// </summary>
    Task<SubmitAnswer> SubmitAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation);

    /// <summary>Asks for a task by our reference. For upstreams with <see cref="UpstreamCapabilities.RefQuery"/>.</summary>
    Task<UpstreamSighting> FindAsync(string reference, CancellationToken cancellation);

    /// <summary>One page of what the upstream has, the newest first where it has an order; the first is 1. For upstreams with <see cref="UpstreamCapabilities.List"/>.</summary>
    Task<UpstreamPage> ListAsync(int page, int size, CancellationToken cancellation);

    /// <summary>Asks how far a task is.</summary>
    Task<UpstreamReport> PollAsync(string upstreamId, CancellationToken cancellation);
}

/// <summary>What became of a submit.</summary>
public abstract record SubmitAnswer
{
    private SubmitAnswer() { }

    /// <summary>The upstream has it.</summary>
    public sealed record Accepted(string UpstreamId) : SubmitAnswer;

    /// <summary>An answer says surely that it was not taken.</summary>
    /// <param name="Code">The upstream's code, 0 where it gave none.</param>
    /// <param name="Message">The upstream's words.</param>
    public sealed record Rejected(RejectKind Kind, int Code, string Message) : SubmitAnswer;

    /// <summary>It failed before the first byte of the request: no name, no connection, no TLS.</summary>
    public sealed record NotSent(string Reason) : SubmitAnswer;

    /// <summary>Everything else: it may have been taken.</summary>
    public sealed record Lost(string Reason) : SubmitAnswer;
}

/// <summary>What a refusal means for whoever would send again.</summary>
public enum RejectKind
{
    /// <summary>This request will never be taken (1200, 1201, 1203, 1300, 1301 …).</summary>
    Request,

    /// <summary>Too fast, or too much at once (1302, 1303, 429): the same request later.</summary>
    Busy,

    /// <summary>The account cannot (1000–1004, 1100–1103, 1304): somebody must look after it. Another account may.</summary>
    Account,
}

/// <summary>What a question by reference found.</summary>
public abstract record UpstreamSighting
{
    private UpstreamSighting() { }

    /// <summary>It is there.</summary>
    public sealed record Found(UpstreamReport Report) : UpstreamSighting;

    /// <summary>The upstream says clearly that it has none.</summary>
    public sealed record Absent : UpstreamSighting;

    /// <summary>No clear answer: this proves nothing.</summary>
    public sealed record Unclear(string Reason) : UpstreamSighting;
}

/// <summary>A page of what an upstream has. Null items: no clear answer.</summary>
public sealed record UpstreamPage(IReadOnlyList<UpstreamReport>? Items, string Reason = "");

/// <summary>How far a task is at the upstream.</summary>
public enum UpstreamStatus
{
    /// <summary>It is known there and goes on.</summary>
    Going,

    /// <summary>Its film can be fetched.</summary>
    Succeeded,

    /// <summary>No film comes of it.</summary>
    Failed,

    /// <summary>The upstream says clearly that it has no such task.</summary>
    Absent,

    /// <summary>No clear answer; ask again.</summary>
    Unclear,

    /// <summary>No clear answer because it is asked too often (1302, 1303, 429).</summary>
    TooOften,
}

/// <summary>One answer about one task.</summary>
public sealed record UpstreamReport(UpstreamStatus Status)
{
    /// <summary>The upstream's id; empty where it gave none.</summary>
    public string UpstreamId { get; init; } = "";

    /// <summary>Our reference as the upstream has it; null where it does not say.</summary>
    public string? Reference { get; init; }

    /// <summary>The upstream's words on why it failed, or what was unclear.</summary>
    public string Message { get; init; } = "";

    /// <summary>Where the film is; null unless <see cref="UpstreamStatus.Succeeded"/>.</summary>
    public string? FilmUrl { get; init; }

    /// <summary>Where the marked film is; null for none.</summary>
    public string? WatermarkedUrl { get; init; }

    /// <summary>Seconds of the film as told; null where it is not.</summary>
    public decimal? Seconds { get; init; }

    /// <summary>Units that were charged, as told; null where it is not.</summary>
    public decimal? Units { get; init; }

    /// <summary>0 to 100; null where it is not told.</summary>
    public int? Percent { get; init; }

    /// <summary>When the upstream took it, Unix milliseconds; 0 where it does not say.</summary>
    public long CreatedAt { get; init; }
}

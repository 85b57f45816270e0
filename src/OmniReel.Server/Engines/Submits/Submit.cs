namespace OmniReel.Server.Engines.Submits;

/// <summary>One try to have a film made for money: written before its first byte is sent, and never forgotten.</summary>
public sealed record Submit
{
    /// <summary>Ours, in the order of the intents.</summary>
    public required long Id { get; init; }

    /// <summary>Whose film it is.</summary>
    public required long TaskId { get; init; }

    /// <summary>The task's tenant.</summary>
    public required string Tenant { get; init; }

    /// <summary>1 for the task's first.</summary>
    public required int Sequence { get; init; }

    /// <summary>The account that pays: name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>What the upstream knows it by (<c>external_task_id</c>): ours alone, and the same only for what supersedes it.</summary>
    public required string Reference { get; init; }

    /// <summary>SHA-256 of what is sent, in hexadecimal digits.</summary>
    public required string BodySum { get; init; }

    /// <summary>What is known of it.</summary>
    public required SubmitState State { get; init; }

    /// <summary>Wall-clock time of the intent, Unix milliseconds.</summary>
    public required long SentAt { get; init; }

    /// <summary>Until then its absence proves nothing, Unix milliseconds.</summary>
    public required long SettlesAt { get; init; }

    /// <summary>Wall-clock time of the last change, Unix milliseconds.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>The upstream's own id; null until it is known.</summary>
    public string? UpstreamId { get; init; }

    /// <summary>Units that it is expected to cost.</summary>
    public required decimal Units { get; init; }

    /// <summary>What was last learnt of it, for people: the upstream's words or what went wrong.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the upstream has its film, as last reported; null until there is one. It dies some day.</summary>
    public string? FilmUrl { get; init; }

    /// <summary>It may be paid for while its task waits.</summary>
    public bool IsOpen => SubmitLifecycle.Open.Contains(State);
}

/// <summary>An intent to be written.</summary>
/// <param name="Reference">As in <see cref="Submit.Reference"/>; null: a new one is made of <paramref name="ReferencePrefix"/>, the task's id and the sequence.</param>
/// <param name="Supersedes">The submit that this one is sent again for; it becomes Superseded in the same transaction. 0 for none.</param>
public sealed record NewSubmit(
    string Connection, string ReferencePrefix, string? Reference, string BodySum, decimal Units, long SentAt, long SettlesAt, long Supersedes = 0);

/// <summary>What was learnt, to be written with an event.</summary>
/// <param name="UpstreamId">Null: as it was.</param>
/// <param name="Note">Null: as it was.</param>
/// <param name="FilmUrl">Null: as it was.</param>
public sealed record SubmitNews(string? UpstreamId = null, string? Note = null, string? FilmUrl = null);

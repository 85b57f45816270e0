using System.Text.Json.Serialization;

namespace OmniReel.Contract.Answers;

/// <summary><c>data</c> of <c>GET /v1/submits</c>.</summary>
public sealed record SubmitsData
{
    /// <summary>The newest first.</summary>
    public required IReadOnlyList<SubmitData> Submits { get; init; }

    /// <summary>What upstreams have under a reference of this server without a submit of its own, the newest first; only with the first page of orphaned ones.</summary>
    public required IReadOnlyList<StrangeFilmData> StrangeFilms { get; init; }
}

/// <summary>One paid submit: a film that was sent for, and what is known of it.</summary>
public sealed record SubmitData
{
    /// <summary>Its own id.</summary>
    public required string Id { get; init; }

    /// <summary>The task that it was sent for.</summary>
    public required string TaskId { get; init; }

    /// <summary>The task's status, one of <see cref="TaskStatusWords"/>; left out when the task is not there any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TaskStatus { get; init; }

    /// <summary>The account that pays: name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>What the upstream knows it by, if it has it: its <c>external_task_id</c> there.</summary>
    public required string Reference { get; init; }

    /// <summary>The upstream's own id; left out while nobody knows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UpstreamId { get; init; }

    /// <summary>One of <see cref="SubmitStateWords"/>.</summary>
    public required string State { get; init; }

    /// <summary>What was last learnt of it, and what people decided.</summary>
    public required string Note { get; init; }

    /// <summary>Units that it is expected to cost, a decimal without trailing zeros.</summary>
    public required string Units { get; init; }

    /// <summary>When it was sent, Unix milliseconds.</summary>
    public required long SentAt { get; init; }

    /// <summary>When that was last changed, Unix milliseconds.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>Where the upstream has the film, without what signs the link; left out until it is reported.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FilmUrl { get; init; }
}

/// <summary>The words of <see cref="SubmitData.State"/>.</summary>
public static class SubmitStateWords
{
    /// <summary>It is on its way.</summary>
    public const string Sending = "sending";

    /// <summary>It was sent and no answer came; it is being found out what became of it.</summary>
    public const string Unknown = "unknown";

    /// <summary>The upstream has it.</summary>
    public const string Accepted = "accepted";

    /// <summary>Its film is here.</summary>
    public const string Delivered = "delivered";

    /// <summary>The upstream took it and made no film.</summary>
    public const string FailedThere = "failed_there";

    /// <summary>The upstream did not take it.</summary>
    public const string Rejected = "rejected";

    /// <summary>Nothing of it left this machine.</summary>
    public const string NotSent = "not_sent";

    /// <summary>The upstream was asked, and never had it.</summary>
    public const string ProvedAbsent = "proved_absent";

    /// <summary>It was sent once more under the same reference.</summary>
    public const string Superseded = "superseded";

    /// <summary>Nobody can find out what became of it: a person decides.</summary>
    public const string Abandoned = "abandoned";

    /// <summary>A person has decided.</summary>
    public const string Settled = "settled";

    /// <summary>The upstream has it and no task wants it: a person decides.</summary>
    public const string Orphaned = "orphaned";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Sending, Unknown, Accepted, Delivered, FailedThere, Rejected, NotSent, ProvedAbsent, Superseded, Abandoned, Settled, Orphaned];

    /// <summary>Those that wait for a person.</summary>
    public static IReadOnlyList<string> Undecided { get; } = [Abandoned, Orphaned];
}

/// <summary>Something that an upstream has under a reference of this server, and that no submit is known for: after a restored backup, say.</summary>
public sealed record StrangeFilmData
{
    /// <summary>The account: name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>The upstream's own id.</summary>
    public required string UpstreamId { get; init; }

    /// <summary>The reference that it has there.</summary>
    public required string Reference { get; init; }

    /// <summary>What the upstream says of it.</summary>
    public required string Note { get; init; }

    /// <summary>When the upstream took it, Unix milliseconds; 0 where it does not say.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When it was found, Unix milliseconds.</summary>
    public required long FoundAt { get; init; }
}

/// <summary>Body of <c>POST /v1/submits/{id}/settle</c>: what is to be done about a submit that waits for a person.</summary>
public sealed record SettleRequest
{
    /// <summary>One of <see cref="SettleActions"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Action { get; init; }

    /// <summary>The upstream's id of the film to adopt; the submit's own where it is left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UpstreamId { get; init; }
}

/// <summary>The words of <see cref="SettleRequest.Action"/>.</summary>
public static class SettleActions
{
    /// <summary>A new task fetches the film that the upstream has; nothing is submitted.</summary>
    public const string Adopt = "adopt";

    /// <summary>A new task has the film made again, which may be paid for a second time.</summary>
    public const string Resubmit = "resubmit";

    /// <summary>Nothing is done; the submit is done with.</summary>
    public const string WriteOff = "write_off";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Adopt, Resubmit, WriteOff];
}

/// <summary><c>data</c> of a settlement.</summary>
public sealed record SettledData
{
    /// <summary>The new task; left out when it was written off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TaskId { get; init; }

    /// <summary>The submit's state now, one of <see cref="SubmitStateWords"/>.</summary>
    public required string State { get; init; }

    /// <summary>The submit as it stands now.</summary>
    public required SubmitData Submit { get; init; }
}

namespace OmniReel.Server.Lab.Rooms;

/// <summary>One request as it came, and what became of it.</summary>
public sealed record LabEntry
{
    /// <summary>Its place in the journal, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>When it came, Unix milliseconds of the real clock.</summary>
    public required long At { get; init; }

    /// <summary>The same by the test's clock.</summary>
    public required long LabAt { get; init; }

    /// <summary>create, get, list, events, cancel, file or other.</summary>
    public required string Kind { get; init; }

    /// <summary>As sent.</summary>
    public required string Method { get; init; }

    /// <summary>With its query, the signature of a link masked.</summary>
    public required string Path { get; init; }

    /// <summary>By name; what opens something is masked.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The answer's.</summary>
    public required string RequestId { get; init; }

    /// <summary>The body as text; null where none was read.</summary>
    public string? Body { get; init; }

    /// <summary>Bytes of the body that were read; <see cref="Body"/> has the first 64 KiB.</summary>
    public long BodyBytes { get; init; }

    /// <summary>HTTP status of the answer; null where there was none, or it has not come to its end.</summary>
    public int? Status { get; init; }

    /// <summary>Real milliseconds from the request to the end of the answer.</summary>
    public double? Ms { get; init; }

    /// <summary>The fault that it met; null for none.</summary>
    public string? Fault { get; init; }
}

/// <summary>One callback that was sent, or that the lab kept from being sent.</summary>
public sealed record LabCallback
{
    /// <summary>Its place in the journal, from 1; requests and callbacks are counted together.</summary>
    public required long Number { get; init; }

    /// <summary>Unix milliseconds of the real clock.</summary>
    public required long At { get; init; }

    /// <summary>The same by the test's clock.</summary>
    public required long LabAt { get; init; }

    /// <summary>As in the header.</summary>
    public required string WebhookId { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>The status that it tells.</summary>
    public required string Event { get; init; }

    /// <summary>Where it went.</summary>
    public required string Url { get; init; }

    /// <summary>As sent.</summary>
    public required string Body { get; init; }

    /// <summary>What the receiver answered; null where it did not, or was not asked.</summary>
    public int? Status { get; init; }

    /// <summary>In one line.</summary>
    public required string Reason { get; init; }

    /// <summary>The fault that it met; null for none.</summary>
    public string? Fault { get; init; }
}

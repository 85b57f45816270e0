using System.Text.Json.Serialization;

namespace OmniReel.Contract.Answers;

/// <summary>One delivery of a callback: an item of <c>GET /v1/callbacks</c>.</summary>
public sealed record CallbackData
{
    /// <summary>The delivery's id, which is also its <c>webhook-id</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The task that it tells of.</summary>
    public required string TaskId { get; init; }

    /// <summary>The status that it tells, one of <see cref="TaskStatusWords"/>.</summary>
    public required string TaskStatus { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Url { get; init; }

    /// <summary>One of <see cref="CallbackStateWords"/>.</summary>
    public required string State { get; init; }

    /// <summary>Attempts that ended since it was made or last replayed.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the task changed, Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>When it is sent next, Unix milliseconds; left out unless it waits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? NextAttemptAt { get; init; }

    /// <summary>The last attempt; left out before the first has ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AttemptData? LastAttempt { get; init; }
}

/// <summary>How an attempt ended.</summary>
public sealed record AttemptData
{
    /// <summary>When it ended, Unix milliseconds.</summary>
    public required long At { get; init; }

    /// <summary>The receiver took it.</summary>
    public required bool Delivered { get; init; }

    /// <summary>HTTP status; left out when there was no answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Status { get; init; }

    /// <summary>What became of it, in one line.</summary>
    public required string Reason { get; init; }

    /// <summary>How the answer began, at most 1 KiB, what looks like a secret masked; left out when it was empty.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Answer { get; init; }
}

/// <summary>The words of <see cref="CallbackData.State"/>.</summary>
public static class CallbackStateWords
{
    /// <summary>To be sent, or sent again.</summary>
    public const string Waiting = "waiting";

    /// <summary>Taken by the receiver.</summary>
    public const string Delivered = "delivered";

    /// <summary>Every attempt failed; a replay sends it again.</summary>
    public const string Exhausted = "exhausted";

    /// <summary>Not sent, because the task ended before it was.</summary>
    public const string Skipped = "skipped";

    /// <summary>The receiver answered 410.</summary>
    public const string Gone = "gone";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Waiting, Delivered, Exhausted, Skipped, Gone];
}

/// <summary>Body of <c>POST /v1/callbacks/replay</c>: which deliveries to send again. At least one part is given.</summary>
public sealed record ReplayRequest
{
    /// <summary>Those that stand so, one of <see cref="CallbackStateWords"/>; any when left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? State { get; init; }

    /// <summary>Those made since then, Unix milliseconds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Since { get; init; }

    /// <summary>Those of one task.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TaskId { get; init; }
}

/// <summary><c>data</c> of a replay of many.</summary>
/// <param name="Replayed">How many are sent again.</param>
public sealed record ReplayData(int Replayed);

/// <summary><c>data</c> of a rotation.</summary>
public sealed record RotationData
{
    /// <summary>The new secret, <c>whsec_…</c>; this is the only time it is shown.</summary>
    public required string Secret { get; init; }

    /// <summary>Until when the secret before it signs too, Unix milliseconds; left out when there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PreviousUntil { get; init; }
}

/// <summary>Body of <c>POST /v1/callbacks/test</c>.</summary>
public sealed record CallbackTestRequest
{
    /// <summary>Where to send a test callback.</summary>
    public string? Url { get; init; }
}

/// <summary>A callback as a listener is told of it: an event of <c>GET /v1/callbacks/events</c>.</summary>
public sealed record HappenedData
{
    /// <summary>The delivery's id, or what it would be for a task without a callback URL.</summary>
    public required string Id { get; init; }

    /// <summary>The task.</summary>
    public required string TaskId { get; init; }

    /// <summary>One of <see cref="TaskStatusWords"/>.</summary>
    public required string TaskStatus { get; init; }

    /// <summary>The task's own callback URL; left out when it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CallbackUrl { get; init; }

    /// <summary>The headers of a delivery made now, signature included.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body; its UTF-8 is what a receiver gets, byte for byte.</summary>
    public required string Body { get; init; }
}

using System.Globalization;

namespace OmniReel.Server.Callbacks;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>To be sent at <see cref="Delivery.DueAt"/>, for the first time or again.</summary>
    Waiting,

    /// <summary>The receiver took it (2xx).</summary>
    Delivered,

    /// <summary>A dead letter: every attempt of the schedule failed. A replay sends it again.</summary>
    Exhausted,

    /// <summary>Not sent: while it waited, the task ended, and the later event says more.</summary>
    Skipped,

    /// <summary>The receiver answered 410: it wants no more of this.</summary>
    Gone,
}

/// <summary>One event of one task, to be told to one URL: its bytes are frozen, its id is the same in every attempt.</summary>
public sealed record Delivery
{
    /// <summary>The store's own number; grows with time.</summary>
    public required long Number { get; init; }

    /// <summary>Whose task it is.</summary>
    public required string Tenant { get; init; }

    /// <summary>The task.</summary>
    public required long TaskId { get; init; }

    /// <summary>The place of this event among those of its task, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The task's status in the wire's word.</summary>
    public required string Event { get; init; }

    /// <summary>Where it goes, as the task's creator wrote it.</summary>
    public required string Url { get; init; }

    /// <summary>The body, the same in every attempt.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the change was committed, Unix milliseconds of the wall clock.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Attempts that ended since it was made or last replayed.</summary>
    public int Attempts { get; init; }

    /// <summary>Times that it was replayed.</summary>
    public int Replays { get; init; }

    /// <summary>When it is to be sent, Unix milliseconds; null unless it waits.</summary>
    public long? DueAt { get; init; }

    /// <summary>When the last attempt ended, Unix milliseconds; null before.</summary>
    public long? TriedAt { get; init; }

    /// <summary>HTTP status of the last attempt; null when there was no answer.</summary>
    public int? LastStatus { get; init; }

    /// <summary>What became of the last attempt, in one coarse line; empty before.</summary>
    public string LastReason { get; init; } = "";

    /// <summary>How the last answer began, 1 KiB at most, what looks like a secret masked; empty without one.</summary>
    public string LastAnswer { get; init; } = "";

    /// <summary>The id that receivers tell repeats by, and that this API names the delivery by.</summary>
    public string Id => DeliveryId.Of(TaskId, Sequence);
}

/// <summary>Ids of deliveries: <c>whm_TASK_SEQUENCE</c>. Made of what never changes, so a repeat, a restart or a replay cannot change one.</summary>
public static class DeliveryId
{
    private const string Prefix = "whm_";

    /// <summary>The id of a task's event.</summary>
    public static string Of(long taskId, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{taskId}_{sequence}");

    /// <summary>False for a text that is no such id.</summary>
    public static bool TryParse(string text, out long taskId, out int sequence)
    {
        (taskId, sequence) = (0, 0);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        var cut = text.IndexOf('_', Prefix.Length);
        return cut > 0
            && long.TryParse(text.AsSpan(Prefix.Length, cut - Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out taskId)
            && int.TryParse(text.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out sequence)
            && Of(taskId, sequence) == text;
    }
}

using System.Text.Json.Serialization;

namespace OmniReel.Contract.Answers;

/// <summary>One server-sent event of a task.</summary>
public sealed record TaskEventData
{
    /// <summary>18 decimal digits.</summary>
    public required string TaskId { get; init; }

    /// <summary>One of <see cref="TaskStatusWords"/>.</summary>
    public required string TaskStatus { get; init; }

    /// <summary>Why it failed; empty otherwise.</summary>
    public string TaskStatusMsg { get; init; } = "";

    /// <summary>0 to 100.</summary>
    public required int Progress { get; init; }

    /// <summary>Tasks in front of this one; left out once it is running.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? QueuePosition { get; init; }

    /// <summary>Milliseconds until the film is expected; left out when nobody knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? EtaMs { get; init; }
}

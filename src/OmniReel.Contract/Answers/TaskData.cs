using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmniReel.Contract.Answers;

/// <summary><c>data</c> of the answer to a create.</summary>
public sealed record CreatedData
{
    /// <summary>18 decimal digits.</summary>
    public required string TaskId { get; init; }

    /// <summary>An empty object when no external id was given.</summary>
    public required TaskInfo TaskInfo { get; init; }

    /// <summary>One of <see cref="TaskStatusWords"/>.</summary>
    public required string TaskStatus { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>What the vendor's answer does not have.</summary>
    [JsonPropertyName("omnireel")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OmniReelData? OmniReel { get; init; }

    /// <summary>As the server sent it, with whatever this type does not know; null where it was not read from an answer. Not written.</summary>
    [JsonIgnore]
    public JsonElement? Raw { get; init; }
}

/// <summary>The task object: <c>data</c> of a query, an item of a list.</summary>
public sealed record TaskData
{
    /// <summary>18 decimal digits.</summary>
    public required string TaskId { get; init; }

    /// <summary>One of <see cref="TaskStatusWords"/>.</summary>
    public required string TaskStatus { get; init; }

    /// <summary>Why it failed; empty otherwise, always present.</summary>
    public string TaskStatusMsg { get; init; } = "";

    /// <summary>An empty object when no external id was given.</summary>
    public required TaskInfo TaskInfo { get; init; }

    /// <summary>An empty object until the task succeeded.</summary>
    public TaskResultData TaskResult { get; init; } = TaskResultData.None;

    /// <summary>Whether a watermarked twin was asked for.</summary>
    public required WatermarkInfo WatermarkInfo { get; init; }

    /// <summary>Units billed (held, until it ends), a decimal without trailing zeros; <c>0</c> for a failed task.</summary>
    public required string FinalUnitDeduction { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>What the vendor's answer does not have.</summary>
    [JsonPropertyName("omnireel")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OmniReelData? OmniReel { get; init; }

    /// <summary>As the server sent it, with whatever this type does not know; null where it was not read from an answer. Not written.</summary>
    [JsonIgnore]
    public JsonElement? Raw { get; init; }
}

/// <summary><c>task_info</c>.</summary>
public sealed record TaskInfo
{
    /// <summary>The caller's own id; left out when none was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalTaskId { get; init; }
}

/// <summary><c>task_result</c>.</summary>
public sealed record TaskResultData
{
    /// <summary>The empty object of a task that has not succeeded.</summary>
    public static TaskResultData None { get; } = new();

    /// <summary>The film, always one; left out until there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VideoData>? Videos { get; init; }
}

/// <summary>One film.</summary>
public sealed record VideoData
{
    /// <summary>The film's id.</summary>
    public required string Id { get; init; }

    /// <summary>A signed link, absolute.</summary>
    public required string Url { get; init; }

    /// <summary>A signed link to the watermarked twin; left out when none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WatermarkUrl { get; init; }

    /// <summary>Seconds, truncated to three decimals: <c>5.041</c>.</summary>
    public required string Duration { get; init; }
}

/// <summary><c>watermark_info</c>.</summary>
public sealed record WatermarkInfo
{
    /// <summary>Whether a watermarked twin was asked for.</summary>
    public required bool Enabled { get; init; }
}

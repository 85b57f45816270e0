namespace OmniReel.Contract.Answers;

/// <summary>
/// The body of a callback: the vendor's bare task object, without an envelope and without anything of ours. Its parts have the shapes
/// of <see cref="TaskData"/>.
/// </summary>
public sealed record CallbackBody
{
    /// <summary>18 decimal digits.</summary>
    public required string TaskId { get; init; }

    /// <summary>One of <see cref="TaskStatusWords"/>.</summary>
    public required string TaskStatus { get; init; }

    /// <summary>Why it failed; empty otherwise, always present.</summary>
    public required string TaskStatusMsg { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long UpdatedAt { get; init; }

    /// <summary>Units billed (held, until it ends), a decimal without trailing zeros; <c>0</c> for a failed task.</summary>
    public required string FinalUnitDeduction { get; init; }

    /// <summary>An empty object when no external id was given.</summary>
    public required TaskInfo TaskInfo { get; init; }

    /// <summary>An empty object until the task succeeded.</summary>
    public required TaskResultData TaskResult { get; init; }
}

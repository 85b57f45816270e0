namespace OmniReel.Contract.Answers;

/// <summary><c>data</c> of an upload.</summary>
public sealed record FileData
{
    /// <summary>The file's id.</summary>
    public required string Id { get; init; }

    /// <summary>A link that may be used as <c>image_url</c> or <c>video_url</c>.</summary>
    public required string Url { get; init; }

    /// <summary>When the link ends, Unix milliseconds.</summary>
    public required long ExpiresAt { get; init; }
}

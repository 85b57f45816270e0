namespace OmniReel.Contract.Requests;

/// <summary>Which of the vendor's two ways to speak of elements a path belongs to.</summary>
public enum ElementForm
{
    /// <summary><c>advanced-custom-elements</c>: from images or a video, made by a task.</summary>
    Advanced,

    /// <summary><c>custom-elements</c>: the older one, from images only, answered with the element itself.</summary>
    Simple,
}

/// <summary>The tags an element may have, <c>o_101</c> to <c>o_108</c>.</summary>
public static class ElementTags
{
    /// <summary>All ids, ascending.</summary>
    public static IReadOnlyList<string> All => Rules.Words.Tags;

    /// <summary>A person.</summary>
    public const string Character = "o_102";
}

/// <summary>A request for an element that broke no rule.</summary>
public sealed record ElementRequest
{
    /// <summary>The form it was sent in.</summary>
    public required ElementForm Form { get; init; }

    /// <summary>At most 20 Unicode scalar values.</summary>
    public required string Name { get; init; }

    /// <summary>At most 100 Unicode scalar values.</summary>
    public required string Description { get; init; }

    /// <summary>From what it is made: images (<c>image_refer</c>) or a video (<c>video_refer</c>).</summary>
    public required ElementKind Kind { get; init; }

    /// <summary>The frontal image, then one to three others; empty for an element made from a video.</summary>
    public IReadOnlyList<ImageInput> Images { get; init; } = [];

    /// <summary>An absolute http(s) URL; null for an element made from images.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>A voice that was made elsewhere; kept and shown, null for none.</summary>
    public string? VoiceId { get; init; }

    /// <summary>As sent, each once.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Where to send callbacks; null for none.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>The caller's own id; null for none.</summary>
    public string? ExternalTaskId { get; init; }

    /// <summary>Paths of fields that are not part of the contract; at most 100.</summary>
    public IReadOnlyList<string> IgnoredFields { get; init; } = [];
}

using OmniReel.Contract.Requests;

namespace OmniReel.Server.Lab.FakeUpstream.Books;

/// <summary>An element of a fake upstream. Nothing that it is said to be made of is looked at.</summary>
public sealed record FakeElement
{
    /// <summary>Below 2^53.</summary>
    public required long ElementId { get; init; }

    /// <summary>As sent.</summary>
    public required string Name { get; init; }

    /// <summary>As sent.</summary>
    public required string Description { get; init; }

    /// <summary>From images or from a video.</summary>
    public required ElementKind ElementKind { get; init; }

    /// <summary>As sent, the frontal one first; an inline image is "inline".</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>As sent; null for an element made from images.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>As sent; null for none.</summary>
    public string? VoiceId { get; init; }

    /// <summary>As sent.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it is made, Unix milliseconds.</summary>
    public long EndsAt { get; init; }

    internal static FakeElement Of(ElementRequest request, long id, long endsAt) => new()
    {
        ElementId = id, Name = request.Name, Description = request.Description, ElementKind = request.Kind, Images = [.. request.Images.Select(one => one.Url ?? "inline")],
        VideoUrl = request.VideoUrl, VoiceId = request.VoiceId, Tags = request.Tags, EndsAt = endsAt,
    };
}

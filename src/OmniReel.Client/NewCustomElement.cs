using System.Text.Json;

namespace OmniReel.Client;

/// <summary>An element to be made, in the words of the wire: from one frontal picture and one to three others, or from a video of a person.</summary>
public sealed record NewCustomElement
{
    /// <summary>At most 20 characters.</summary>
    public string? ElementName { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? ElementDescription { get; init; }

    /// <summary><c>image_refer</c> or <c>video_refer</c>.</summary>
    public string? ReferenceType { get; init; }

    /// <summary>The pictures of an <c>image_refer</c>.</summary>
    public NewElementImages? ElementImageList { get; init; }

    /// <summary>The video of a <c>video_refer</c>.</summary>
    public NewElementVideos? ElementVideoList { get; init; }

    /// <summary>A voice that was made elsewhere.</summary>
    public string? ElementVoiceId { get; init; }

    /// <summary>Tags, <c>o_101</c> to <c>o_108</c>.</summary>
    public IReadOnlyList<NewElementTag>? TagList { get; init; }

    /// <summary>Where changes of status are POSTed to.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>Your own id, unique per account.</summary>
    public string? ExternalTaskId { get; init; }

    /// <summary>An element from pictures.</summary>
    /// <param name="name">At most 20 characters.</param>
    /// <param name="description">At most 100 characters.</param>
    /// <param name="frontal">An http(s) URL or Base64.</param>
    /// <param name="others">One to three more, from other sides.</param>
    public static NewCustomElement FromImages(string name, string description, string frontal, params IEnumerable<string> others) => new()
    {
        ElementName = name,
        ElementDescription = description,
        ReferenceType = "image_refer",
        ElementImageList = new NewElementImages(frontal, [.. others.Select(url => new NewElementImage(url))]),
    };

    /// <summary>An element from a video of a person.</summary>
    /// <param name="name">At most 20 characters.</param>
    /// <param name="description">At most 100 characters.</param>
    /// <param name="video">An http(s) URL of an MP4 or MOV, 3 to 8 s.</param>
    public static NewCustomElement FromVideo(string name, string description, string video) => new()
    {
        ElementName = name,
        ElementDescription = description,
        ReferenceType = "video_refer",
        ElementVideoList = new NewElementVideos([new NewElementVideo(video)]),
    };

    /// <summary>The body as UTF-8 JSON.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, NewVideoContext.Default.NewCustomElement);
}

/// <summary>One frontal picture and one to three others.</summary>
public sealed record NewElementImages(string FrontalImage, IReadOnlyList<NewElementImage> ReferImages);

/// <summary>A picture: an http(s) URL or Base64.</summary>
public sealed record NewElementImage(string ImageUrl);

/// <summary>One video.</summary>
public sealed record NewElementVideos(IReadOnlyList<NewElementVideo> ReferVideos);

/// <summary>A video, by URL.</summary>
public sealed record NewElementVideo(string VideoUrl);

/// <summary>A tag, <c>o_101</c> to <c>o_108</c>.</summary>
public sealed record NewElementTag(string TagId);

/// <summary>An element in the older form, from pictures only; the answer is the element itself.</summary>
public sealed record NewSimpleElement
{
    /// <summary>At most 20 characters.</summary>
    public string? ElementName { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? ElementDescription { get; init; }

    /// <summary>An http(s) URL or Base64.</summary>
    public string? ElementFrontalImage { get; init; }

    /// <summary>One to three more, from other sides.</summary>
    public IReadOnlyList<NewElementImage>? ElementReferList { get; init; }

    /// <summary>Tags, <c>o_101</c> to <c>o_108</c>.</summary>
    public IReadOnlyList<NewElementTag>? TagList { get; init; }

    /// <summary>The body as UTF-8 JSON.</summary>
    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, NewVideoContext.Default.NewSimpleElement);
}

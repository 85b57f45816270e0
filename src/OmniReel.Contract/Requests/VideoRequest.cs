namespace OmniReel.Contract.Requests;

/// <summary>Which reading of the body a path asks for.</summary>
public enum ApiProfile
{
    /// <summary><c>/kling/v1/…</c>: the relay's document; <c>model_name</c>, <c>mode</c> and <c>duration</c> are required.</summary>
    Relay,

    /// <summary><c>/v1/…</c>: the vendor's page; every field is optional and has a default.</summary>
    Vendor,
}

/// <summary>What is made from what. Derived once, by precedence; everything downstream switches on it.</summary>
public enum InputKind
{
    /// <summary>A prompt alone.</summary>
    TextToVideo,

    /// <summary>Reference images, elements or both.</summary>
    Reference,

    /// <summary>The film begins with a given picture.</summary>
    FirstFrame,

    /// <summary>The film begins and ends with given pictures.</summary>
    FirstAndEndFrame,

    /// <summary>A given film lends camera, style or its last moment (<c>refer_type: feature</c>).</summary>
    VideoFeature,

    /// <summary>A given film is edited (<c>refer_type: base</c>).</summary>
    VideoEdit,
}

/// <summary>How the film is divided into shots.</summary>
public enum ShotKind
{
    /// <summary>One continuous shot.</summary>
    SingleShot,

    /// <summary><c>multi_prompt</c> lists the shots.</summary>
    Customize,

    /// <summary>The engine divides the prompt into shots.</summary>
    Intelligence,
}

/// <summary>The two axes of a request's kind.</summary>
public readonly record struct RequestKind(InputKind Input, ShotKind Shots);

/// <summary>The model named on the wire.</summary>
public enum VideoModel
{
    /// <summary><c>kling-video-o1</c></summary>
    VideoO1,

    /// <summary><c>kling-v3-omni</c></summary>
    V3Omni,
}

/// <summary>The quality named on the wire: <c>std</c>, <c>pro</c> or <c>4k</c>.</summary>
public enum VideoMode
{
    /// <summary>720p.</summary>
    Std,

    /// <summary>1080p.</summary>
    Pro,

    /// <summary>2160p, <c>kling-v3-omni</c> only.</summary>
    UltraHd,
}

/// <summary>The shape named on the wire.</summary>
public enum AspectRatio
{
    /// <summary><c>16:9</c></summary>
    Landscape,

    /// <summary><c>9:16</c></summary>
    Portrait,

    /// <summary><c>1:1</c></summary>
    Square,
}

/// <summary>What an image is for.</summary>
public enum ImageRole
{
    /// <summary>Subject, scene or style.</summary>
    Reference,

    /// <summary>Frame 0 of the film.</summary>
    FirstFrame,

    /// <summary>The last frame of the film.</summary>
    EndFrame,
}

/// <summary>
/// Where an inline image stands in the body as sent, in bytes: the text between the quotes, with its data prefix and its JSON
/// escapes if it has any. The image itself is not copied: seven of 10 MB are legal in one body.
/// </summary>
public readonly record struct InlineImage(int Offset, int Length)
{
    /// <summary>Size of the decoded picture in bytes, a little too large where there is a prefix or an escape.</summary>
    public long DecodedBytes => Length * 3L / 4;
}

/// <summary>One item of <c>image_list</c>: either an absolute http(s) URL or an inline image.</summary>
public sealed record ImageInput(string? Url, InlineImage? Inline, ImageRole Role);

/// <summary>The item of <c>video_list</c>.</summary>
public sealed record VideoInput(string Url, bool IsBase, bool KeepOriginalSound);

/// <summary>One shot of a customize multi-shot request, in playing order.</summary>
public sealed record ShotRequest(string Prompt, int Seconds);

/// <summary>A request that broke no rule, in the terms of the product. Absent means null or empty; fields without effect are absent.</summary>
public sealed record VideoRequest
{
    /// <summary>The profile it was read with.</summary>
    public required ApiProfile Profile { get; init; }

    /// <summary>The model.</summary>
    public required VideoModel Model { get; init; }

    /// <summary>The quality.</summary>
    public required VideoMode Mode { get; init; }

    /// <summary>The derived kind.</summary>
    public required RequestKind Kind { get; init; }

    /// <summary>The shape; null where the input's shape is followed.</summary>
    public AspectRatio? AspectRatio { get; init; }

    /// <summary>Whole seconds; null for an edit, whose length follows the input.</summary>
    public int? Seconds { get; init; }

    /// <summary>The prompt as sent; empty for a customize multi-shot.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>What must not appear; empty when not given.</summary>
    public string NegativePrompt { get; init; } = "";

    /// <summary>The shots in playing order; empty unless the kind is customize.</summary>
    public IReadOnlyList<ShotRequest> Shots { get; init; } = [];

    /// <summary>The images in the order sent (that order numbers <c>&lt;&lt;&lt;image_N&gt;&gt;&gt;</c>).</summary>
    public IReadOnlyList<ImageInput> Images { get; init; } = [];

    /// <summary>The element ids in the order sent, as exact decimal digits.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>The video, if one was given.</summary>
    public VideoInput? Video { get; init; }

    /// <summary>True for <c>sound: on</c>.</summary>
    public bool Sound { get; init; }

    /// <summary>True when a watermarked twin is wanted.</summary>
    public bool Watermark { get; init; }

    /// <summary>Where to send callbacks; null for none.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>The caller's own id; null for none.</summary>
    public string? ExternalTaskId { get; init; }

    /// <summary>Paths of fields that are not part of the contract, such as <c>image_list[0].zoom</c>, in the order sent, those of shots last; at most 100.</summary>
    public IReadOnlyList<string> IgnoredFields { get; init; } = [];
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace OmniReel.Contract.Answers;

/// <summary>The task that makes an element: <c>data</c> of a query, an item of a list. Presets are shown as tasks that succeeded.</summary>
public sealed record ElementTaskData
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
    public required ElementResultData TaskResult { get; init; }

    /// <summary>Units billed: elements cost none.</summary>
    public string FinalUnitDeduction { get; init; } = "0";

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

/// <summary><c>task_result</c> of an element's task.</summary>
public sealed record ElementResultData
{
    /// <summary>The empty object of a task that has not succeeded.</summary>
    public static ElementResultData None { get; } = new();

    /// <summary>The element, always one; left out until there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ElementData>? Elements { get; init; }
}

/// <summary>One element.</summary>
public sealed record ElementData
{
    /// <summary>A JSON number, as the vendor sends it. The ids of a caller's own elements are below 2^53.</summary>
    public required long ElementId { get; init; }

    /// <summary>Its name.</summary>
    public required string ElementName { get; init; }

    /// <summary>What it is.</summary>
    public required string ElementDescription { get; init; }

    /// <summary><c>image_refer</c> or <c>video_refer</c>.</summary>
    public required string ReferenceType { get; init; }

    /// <summary>Links to the images; left out for an element made from a video, and once it is deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ElementImages? ElementImageList { get; init; }

    /// <summary>Links to the videos; left out for an element made from images, and once it is deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ElementVideos? ElementVideoList { get; init; }

    /// <summary>The voice it was given; left out when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ElementVoice? ElementVoiceInfo { get; init; }

    /// <summary>Its tags.</summary>
    public required IReadOnlyList<ElementTag> TagList { get; init; }

    /// <summary><c>kling</c> for a preset, as on the vendor's own server; else the account that made it.</summary>
    public required string OwnedBy { get; init; }

    /// <summary><c>succeed</c>, or <c>deleted</c>.</summary>
    public required string Status { get; init; }
}

/// <summary><c>element_image_list</c>.</summary>
public sealed record ElementImages
{
    /// <summary>A signed link, absolute.</summary>
    public required string FrontalImage { get; init; }

    /// <summary>One to three others; empty for a preset.</summary>
    public required IReadOnlyList<ElementImage> ReferImages { get; init; }
}

/// <summary>An item of <c>refer_images</c>.</summary>
public sealed record ElementImage
{
    /// <summary>A signed link, absolute.</summary>
    public required string ImageUrl { get; init; }
}

/// <summary><c>element_video_list</c>.</summary>
public sealed record ElementVideos
{
    /// <summary>Always one.</summary>
    public required IReadOnlyList<ElementVideo> ReferVideos { get; init; }
}

/// <summary>An item of <c>refer_videos</c>.</summary>
public sealed record ElementVideo
{
    /// <summary>A signed link, absolute.</summary>
    public required string VideoUrl { get; init; }
}

/// <summary><c>element_voice_info</c>: what was sent, no more.</summary>
public sealed record ElementVoice
{
    /// <summary>As sent.</summary>
    public required string VoiceId { get; init; }
}

/// <summary>An item of <c>tag_list</c>.</summary>
public sealed record ElementTag
{
    /// <summary><c>o_101</c> to <c>o_108</c>.</summary>
    public required string TagId { get; init; }
}

/// <summary>An element as the older API shows it, bare and at once.</summary>
public sealed record SimpleElementData
{
    /// <summary>A JSON number.</summary>
    public required long ElementId { get; init; }

    /// <summary>Its name.</summary>
    public required string ElementName { get; init; }

    /// <summary>What it is.</summary>
    public required string ElementDescription { get; init; }

    /// <summary>A signed link, absolute; empty once it is deleted.</summary>
    public required string ElementFrontalImage { get; init; }

    /// <summary>Links to the other images.</summary>
    public required IReadOnlyList<ElementImage> ElementReferList { get; init; }

    /// <summary>Its tags.</summary>
    public required IReadOnlyList<ElementTag> TagList { get; init; }

    /// <summary><c>kling</c> for a preset; else the account that made it.</summary>
    public required string OwnedBy { get; init; }
}

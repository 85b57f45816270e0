using System.Globalization;

namespace OmniReel.Contract.Rules;

/// <summary>
/// The top-level fields, in the order in which the document lists them; violations are reported in this order. What stands between
/// watermark_info and callback_url are the fields of elements, with their lists inside objects.
/// </summary>
internal enum Field : byte
{
    ModelName,
    MultiShot,
    ShotType,
    Prompt,
    NegativePrompt,
    MultiPrompt,
    Sound,
    ImageList,
    VideoList,
    ElementList,
    Mode,
    AspectRatio,
    Duration,
    WatermarkInfo,
    ElementName,
    ElementDescription,
    ReferenceType,
    ElementImageList,
    FrontalImage,
    ReferImages,
    ElementFrontalImage,
    ElementReferList,
    ElementVideoList,
    ReferVideos,
    ElementVoiceId,
    TagList,
    ElementId,
    CallbackUrl,
    ExternalTaskId,
}

internal static class FieldNames
{
    private static readonly string[] Names =
    [
        "model_name", "multi_shot", "shot_type", "prompt", "negative_prompt", "multi_prompt", "sound", "image_list", "video_list",
        "element_list", "mode", "aspect_ratio", "duration", "watermark_info",
        "element_name", "element_description", "reference_type",
        "element_image_list", "element_image_list.frontal_image", "element_image_list.refer_images", "element_frontal_image", "element_refer_list",
        "element_video_list", "element_video_list.refer_videos", "element_voice_id", "tag_list", "element_id",
        "callback_url", "external_task_id",
    ];

    public static string Name(this Field field) => Names[(int)field];
}

/// <summary>A place in a body: a field, an item of it (counted from zero, as sent), a part of that.</summary>
internal readonly record struct FieldPath(Field Field, int Item = -1, string? Part = null) : IComparable<FieldPath>
{
    public static implicit operator FieldPath(Field field) => new(field);

    public int CompareTo(FieldPath other) => (Field, Item).CompareTo((other.Field, other.Item));

    public override string ToString() => Field.Name()
        + (Item < 0 ? "" : $"[{Item.ToString(CultureInfo.InvariantCulture)}]")
        + (Part is null ? "" : $".{Part}");
}

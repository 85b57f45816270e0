namespace OmniReel.Console.Create;

/// <summary>The places of the form, each for one field of the body, in the order in which the page shows them.</summary>
public enum FormField
{
    /// <summary><c>prompt</c></summary>
    Prompt,

    /// <summary><c>negative_prompt</c></summary>
    NegativePrompt,

    /// <summary><c>multi_shot</c> and <c>shot_type</c></summary>
    Shots,

    /// <summary><c>multi_prompt</c></summary>
    Storyboard,

    /// <summary><c>image_list</c></summary>
    Pictures,

    /// <summary><c>element_list</c></summary>
    Elements,

    /// <summary><c>video_list</c></summary>
    Film,

    /// <summary><c>model_name</c></summary>
    Model,

    /// <summary><c>mode</c></summary>
    Mode,

    /// <summary><c>aspect_ratio</c></summary>
    AspectRatio,

    /// <summary><c>duration</c></summary>
    Duration,

    /// <summary><c>sound</c></summary>
    Sound,

    /// <summary><c>watermark_info</c></summary>
    Watermark,

    /// <summary><c>callback_url</c></summary>
    CallbackUrl,

    /// <summary><c>external_task_id</c></summary>
    ExternalTaskId,

    /// <summary>What is said of the body as a whole.</summary>
    Whole,
}

/// <summary>The names of the places: for people, and on the wire.</summary>
public static class FormFields
{
    /// <summary>The label on the page.</summary>
    public static Wording Label(this FormField field) => field switch
    {
        FormField.Prompt => new("Prompt", "提示词"),
        FormField.NegativePrompt => new("Leave out", "不要出现"),
        FormField.Shots => new("Shots", "镜头"),
        FormField.Storyboard => new("Storyboard", "分镜"),
        FormField.Pictures => new("Pictures", "图片"),
        FormField.Elements => new("Elements", "主体"),
        FormField.Film => new("Film", "视频"),
        FormField.Model => new("Model", "模型"),
        FormField.Mode => new("Quality", "画质"),
        FormField.AspectRatio => new("Shape", "画幅"),
        FormField.Duration => new("Length", "时长"),
        FormField.Sound => new("Sound", "声音"),
        FormField.Watermark => new("Watermark", "水印"),
        FormField.CallbackUrl => new("Callback URL", "回调地址"),
        FormField.ExternalTaskId => new("Your own id", "自定义编号"),
        _ => new("Request", "请求"),
    };

    /// <summary>The label of one item of a place, from 0: <c>Shot 2</c>; without an item the place's own.</summary>
    public static Wording Label(this FormField field, int? item) => (field, item + 1) switch
    {
        (FormField.Storyboard, { } number) => new($"Shot {number}", $"镜头 {number} "),
        (FormField.Pictures, { } number) => new($"Picture {number}", $"图片 {number} "),
        (FormField.Elements, { } number) => new($"Element {number}", $"主体 {number} "),
        _ => field.Label(),
    };

    /// <summary>The place of a field of the body: of <c>multi_prompt</c>, <see cref="FormField.Storyboard"/>.</summary>
    public static FormField Of(ReadOnlySpan<char> wireName) => wireName switch
    {
        "prompt" => FormField.Prompt,
        "negative_prompt" => FormField.NegativePrompt,
        "multi_shot" or "shot_type" => FormField.Shots,
        "multi_prompt" => FormField.Storyboard,
        "image_list" => FormField.Pictures,
        "element_list" => FormField.Elements,
        "video_list" => FormField.Film,
        "model_name" => FormField.Model,
        "mode" => FormField.Mode,
        "aspect_ratio" => FormField.AspectRatio,
        "duration" => FormField.Duration,
        "sound" => FormField.Sound,
        "watermark_info" => FormField.Watermark,
        "callback_url" => FormField.CallbackUrl,
        "external_task_id" => FormField.ExternalTaskId,
        _ => FormField.Whole,
    };
}

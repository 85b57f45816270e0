using System.Text.Json.Nodes;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Http.OpenApi.Schemas;

/// <summary>The schemas of a film's request: the relay's reading and the vendor's, and the parts that both have.</summary>
internal static class FilmRequests
{
    /// <summary>The longest that any model makes.</summary>
    private const int Longest = 15;

    public static IEnumerable<(string Name, JsonObject Schema)> All()
    {
        yield return ("OmniVideoRequest", RequestField.Of(
            new("A film, as the relay's document reads it. `duration` has no effect in an edit (`refer_type` `base`), which may leave it out. `null`, an empty text and an empty list on an optional field mean that it is absent; unknown fields are ignored and named in `data.omnireel.ignored`; JSON comments are skipped.",
                "按中转文档读取的视频请求。视频编辑（`refer_type` 为 `base`）时 `duration` 无效，可省略。可选字段为 `null`、空字符串或空数组时视为未提供；未知字段会被忽略并列在 `data.omnireel.ignored` 中；允许 JSON 注释。"),
            Fields(isRelays: true), "model_name", "mode", "duration").WithRulesOfAny());
        yield return ("OmniVideoVendorRequest", RequestField.Of(
            new("A film, as the vendor's page reads it: every field is optional.", "按厂商文档读取的视频请求：所有字段均可省略。"), Fields(isRelays: false)).WithRulesOfAny());
        yield return ("Shot", RequestField.Of(new("One shot of a customize multi-shot.", "自定义多镜头中的一个镜头。"), Shot(), "index", "prompt", "duration"));
        yield return ("ImageInput", RequestField.Of(new("A picture.", "一张图片。"), Image(), "image_url"));
        yield return ("VideoInput", RequestField.Of(new("A given film.", "一段已有视频。"), Video(), "video_url"));
        yield return ("ElementInput", RequestField.Of(
            new("An element.", "一个主体。"),
            new JsonObject().Add("element_id", RequestField.Digits(), new("Its id, exactly; as a text where it may be larger than 2^53.", "主体 id，须精确；可能大于 2^53 时请用字符串。"), "element_id_form", "element_unknown"),
            "element_id"));
        yield return ("WatermarkWish", RequestField.Of(
            new("Whether a watermarked twin is made beside the film.", "是否同时生成水印版。"),
            new JsonObject().Add("enabled", new() { ["type"] = "boolean", ["default"] = false }, new("True: it is.", "true 为生成。"))));
    }

    private static JsonObject Fields(bool isRelays) => new JsonObject()
        .Add("model_name", Enum(WireWords.Models, isRelays ? null : "kling-video-o1"), new(
            "`kling-video-o1`: 3 to 10 s, without sound. `kling-v3-omni`: 3 to 15 s, sound, multi-shot, 4k.",
            "`kling-video-o1`：3 到 10 秒，无声。`kling-v3-omni`：3 到 15 秒，支持声音、多镜头与 4k。"))
        .Add("multi_shot", new() { ["type"] = "boolean", ["default"] = false }, new(
            "Several shots in one film; `kling-v3-omni` only. While it is false, `shot_type` and `multi_prompt` have no effect.",
            "是否为多镜头视频，仅 `kling-v3-omni`。为 false 时 `shot_type` 与 `multi_prompt` 无效。"))
        .Add("shot_type", Enum(WireWords.ShotTypes), new(
            "Needed where `multi_shot` is true. `customize`: `multi_prompt` lists the shots. `intelligence`: the engine divides `prompt`.",
            "`multi_shot` 为 true 时必填。`customize`：由 `multi_prompt` 列出镜头；`intelligence`：由引擎按 `prompt` 划分。"))
        .Add("prompt", RequestField.Text(2_500), new(
            "What the film shows, in English or Chinese; `<<<image_1>>>`, `<<<element_1>>>` and `<<<video_1>>>` name what is attached. Needed, except in a customize multi-shot, where it has no effect. Characters are Unicode scalar values.",
            "视频内容，中英文均可；用 `<<<image_1>>>`、`<<<element_1>>>`、`<<<video_1>>>` 指代附件。必填，自定义多镜头除外（此时无效）。字符数按 Unicode 标量值计。"))
        .Add("negative_prompt", RequestField.Text(2_500), new("What must not appear.", "不希望出现的内容。"))
        .Add("multi_prompt", RequestField.List("Shot", 6), new("The shots of a customize multi-shot, in any order; their lengths add up to `duration`.", "自定义多镜头的镜头列表，顺序不限；时长之和等于 `duration`。"))
        .Add("sound", Enum(WireWords.OnOff, "off"), new("Whether the film has sound of its own; `kling-v3-omni` only, and not beside a video.", "是否生成声音；仅 `kling-v3-omni`，且不能与视频同时使用。"))
        .Add("image_list", RequestField.List("ImageInput", 7), new("Pictures: references, or the film's first and last frame. With elements at most 7, with a video at most 4.", "图片：参考图或首尾帧。与主体合计最多 7 个，有视频时最多 4 个。"))
        .Add("video_list", RequestField.List("VideoInput", 1), new("One film: to edit, or to follow.", "一段视频：用于编辑或参考。"))
        .Add("element_list", RequestField.List("ElementInput", 7), new("Elements, of your own or presets.", "主体：自己的或预置的。"))
        .Add("mode", Enum(WireWords.Modes, isRelays ? null : "pro"), new("`std`: 720p. `pro`: 1080p. `4k`: 2160p, `kling-v3-omni` only.", "`std`：720p；`pro`：1080p；`4k`：2160p，仅 `kling-v3-omni`。"))
        .Add("aspect_ratio", Enum(WireWords.Ratios, isRelays ? null : "16:9"), new(
            isRelays ? "Width to height. Needed, unless the film begins with a picture or is an edit: then the input's shape is followed." : "Width to height. Without effect where the film begins with a picture or is an edit: then the input's shape is followed.",
            isRelays ? "画面宽高比。除首帧生视频与视频编辑（沿用素材形状）外必填。" : "画面宽高比。首帧生视频与视频编辑沿用素材形状，此字段无效。"))
        .Add("duration", Default(RequestField.Seconds(3, Longest), isRelays ? null : "5"), new(
            "Whole seconds, as a text or a number. `kling-video-o1`: 3 to 10, but 5 or 10 for a film from a text or a first frame alone; `kling-v3-omni`: 3 to 15. An edit is as long as its input.",
            "整秒数，字符串或数字。`kling-video-o1`：3 到 10，仅文本或仅首帧时只能为 5 或 10；`kling-v3-omni`：3 到 15。视频编辑与输入等长。"))
        .Add("watermark_info", JsonParts.Ref("schemas", "WatermarkWish"), new("Whether a watermarked twin is made too.", "是否同时生成含水印的结果。"))
        .Add("callback_url", RequestField.Url(), new("Where to tell of the task's changes.", "任务状态变更的回调地址。"))
        .Add("external_task_id", RequestField.Text(255), new("Your own id for the task, used once in your account; the task is found by it too.", "您自己的任务 id，在账户内唯一；也可用它查询任务。"));

    private static JsonObject Shot() => new JsonObject()
        .Add("index", new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 6 }, new JsonObject { ["type"] = "string", ["pattern"] = "^[1-6]$" }) }, new(
            "1 to n, without gap or repeat.", "镜头序号，1 到 n，不缺不重。"), "shot_index")
        .Add("prompt", RequestField.Text(512), new("What the shot shows.", "镜头内容。"), "shot_prompt_required", "shot_prompt_length")
        .Add("duration", RequestField.Seconds(1, Longest), new("Whole seconds.", "整秒数。"), "shot_duration_form", "shot_duration_range", "shot_duration_sum");

    private static JsonObject Image() => new JsonObject()
        .Add("image_url", RequestField.Picture(), new(
            "An http(s) URL, or padded Base64 (a data prefix is allowed), of a JPEG or PNG: each side at least 300 px, ratio 1:2.5 to 2.5:1, at most 10 MiB. It is fetched after the answer; what is wrong with it then fails the task.",
            "JPEG 或 PNG 的 http(s) 地址，或带填充的 Base64（允许 data 前缀）：每边至少 300 像素，宽高比 1:2.5 到 2.5:1，最大 10 MiB。响应之后才获取，不合规时任务失败。"),
            "image_url_required", "image_url_form", "image_side", "image_ratio", "image_pixels", "image_readable")
        .Add("type", Enum(WireWords.ImageTypes), new(
            "`first_frame`: the film begins with it. `end_frame`: it ends with it. Absent: a reference.", "`first_frame` 为首帧，`end_frame` 为尾帧；缺省为参考图。"),
            "image_type_unknown", "first_frame_once", "end_frame_once", "end_frame_alone", "end_frame_images", "end_frame_feature");

    private static JsonObject Video() => new JsonObject()
        .Add("video_url", RequestField.Url(), new(
            "An MP4 or MOV: 3 to 10 s (`kling-video-o1`) or 15 s (`kling-v3-omni`), sides 720 to 2160 px, 24 to 60 frames a second, at most 200 MiB.",
            "MP4 或 MOV：3 到 10 秒（`kling-video-o1`）或 15 秒（`kling-v3-omni`），每边 720 到 2160 像素，每秒 24 到 60 帧，最大 200 MiB。"),
            "video_url_required", "video_url_form", "video_length", "video_side", "video_rate", "video_readable")
        .Add("refer_type", Enum(WireWords.ReferTypes, "base"), new("`base`: it is edited. `feature`: it lends its content, style or camera.", "`base`：待编辑视频；`feature`：特征参考视频。"), "refer_type_unknown", "frames_edit")
        .Add("keep_original_sound", Enum(WireWords.YesNo, "yes"), new("Whether its sound is kept.", "是否保留视频原声。"), "keep_original_sound_unknown");

    private static JsonObject Enum(IEnumerable<string> words, string? usual = null) => Default(JsonParts.Enum(words), usual);

    private static JsonObject Default(JsonObject field, string? usual) => usual is null ? field : field.With("default", usual);
}

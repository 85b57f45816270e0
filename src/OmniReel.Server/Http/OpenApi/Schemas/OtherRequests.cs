using System.Text.Json.Nodes;
using OmniReel.Contract.Answers;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Http.OpenApi.Schemas;

/// <summary>The schemas of all other bodies: elements and callbacks.</summary>
internal static class OtherRequests
{
    public static IEnumerable<(string Name, JsonObject Schema)> All()
    {
        yield return ("ElementRequest", RequestField.Of(new("A new element.", "新主体。"), Element(), "element_name", "element_description", "reference_type").WithRulesOfAny());
        yield return ("ElementImagesInput", RequestField.Of(new("The pictures that an element is made from.", "用于创建主体的图片。"), Images(), "frontal_image", "refer_images"));
        yield return ("ElementImageInput", RequestField.Of(
            new("One picture.", "一张图片。"), new JsonObject().Add("image_url", RequestField.Picture(), new("As `image_url` of a film's request.", "同视频请求的 `image_url`。"), "image_url_required", "image_url_form"), "image_url"));
        yield return ("ElementVideosInput", RequestField.Of(
            new("The video that an element is made from.", "用于创建主体的视频。"),
            new JsonObject().Add("refer_videos", RequestField.List("ElementVideoInput", 1), new("Exactly one.", "有且只有一个。"), "refer_videos_count"), "refer_videos"));
        yield return ("ElementVideoInput", RequestField.Of(
            new("One video.", "一个视频。"),
            new JsonObject().Add("video_url", RequestField.Url(), new("An MP4 or MOV of 3 to 8 s, 1920 × 1080 or 1080 × 1920 px.", "MP4 或 MOV，3 到 8 秒，1920 × 1080 或 1080 × 1920 像素。"),
                "video_url_required", "video_url_form", "element_video_length", "element_video_size"), "video_url"));
        yield return ("ElementTagInput", RequestField.Of(
            new("One tag.", "一个标签。"), new JsonObject().Add("tag_id", JsonParts.Enum(ElementTags.All), new(
                "Popular, character, animal, item, costume, scene, effect, others.", "热梗、人物、动物、道具、服饰、场景、特效、其他。"), "tag_unknown"), "tag_id"));
        yield return ("SimpleElementRequest", RequestField.Of(
            new("A new element of the older form.", "新主体（旧接口）。"), Simple(), "element_name", "element_description", "element_frontal_image", "element_refer_list").WithRulesOfAny());
        yield return ("ElementDeletion", RequestField.Of(
            new("Which element to delete.", "要删除的主体。"), new JsonObject().Add("element_id", RequestField.Digits(), new("Its id, exactly.", "主体 id，须精确。")), "element_id").WithRulesOfAny());
        yield return ("ReplayRequest", RequestField.Of(new("Which callbacks to send again; one part at least.", "要重发的回调；至少给出一项。"), Replay()));
        yield return ("CallbackTestRequest", RequestField.Of(
            new("Where to send a test callback.", "测试回调的目标。"), new JsonObject().Add("url", RequestField.Url(), new("An absolute http(s) URL.", "完整的 http(s) 地址。"), "callback_test_url"), "url"));
        yield return ("SettleRequest", RequestField.Of(new("What is to be done about a submit.", "对提交的处理。"), new JsonObject()
            .Add("action", JsonParts.Enum(SettleActions.All), new(
                "`adopt`: a new task fetches the film that the upstream has, and nothing is submitted. `resubmit`: a new task has the film made again; if the upstream took the first one, it is paid for twice. `write_off`: nothing more is done.",
                "`adopt`：由新任务取回上游已有的影片，不再提交。`resubmit`：由新任务重新制作；若上游已受理第一次提交，将重复付费。`write_off`：不再处理。"))
            .Add("upstream_id", RequestField.Text(), new("With `adopt`: the upstream's id of the film; the submit's own where it is left out.", "用于 `adopt`：影片在上游的任务 id；省略时使用该提交自己的 id。")), "action"));
        yield return ("LabScenariosWish", RequestField.Of(new("The scenarios of a test from now on.", "测试此后的场景。"), new JsonObject().Add(
            "scenarios", new() { ["type"] = "array", ["items"] = RequestField.Text() }, new("Each written as `id; parameter=value`; an empty list ends them.", "每项形如 `id; parameter=value`；空列表表示结束。")), "scenarios"));
        yield return ("LabClockWish", RequestField.Of(new("What a test's clock is to do.", "测试时钟的设定。"), new JsonObject()
            .Add("pace", RequestField.Text(), new("`real`, `instant`, `stopped` or `xN`.", "`real`、`instant`、`stopped` 或 `xN`。"))
            .Add("seconds", new() { ["type"] = "number", ["maximum"] = 31_536_000 }, new("How far to move it on.", "推进多少秒。"))));
    }

    private static JsonObject Element() => Named()
        .Add("reference_type", JsonParts.Enum(WireWords.ReferenceTypes), new("What it is made from: pictures or a video.", "创建方式：由图片或由视频。"))
        .Add("element_image_list", JsonParts.Ref("schemas", "ElementImagesInput"), new("Needed for `image_refer`; without effect otherwise.", "`image_refer` 时必填；否则无效。"))
        .Add("element_video_list", JsonParts.Ref("schemas", "ElementVideosInput"), new("Needed for `video_refer`; without effect otherwise.", "`video_refer` 时必填；否则无效。"))
        .Add("element_voice_id", RequestField.Text(255), new("A voice that was made elsewhere; kept and shown.", "在别处创建的音色；保存并原样展示。"))
        .Add("tag_list", RequestField.List("ElementTagInput", 8), new("Its tags.", "标签。"))
        .Add("callback_url", RequestField.Url(), new("Where to tell of the task's changes.", "任务状态变更的回调地址。"))
        .Add("external_task_id", RequestField.Text(255), new("Your own id for the task.", "您自己的任务 id。"));

    private static JsonObject Simple() => Named()
        .Add("element_frontal_image", RequestField.Picture(), new("It from the front; as `image_url`.", "正面图；同 `image_url`。"), "frontal_image_required")
        .Add("element_refer_list", RequestField.List("ElementImageInput", 3).With("minItems", 1), new("One to three other pictures.", "一到三张其他图片。"), "refer_images_count")
        .Add("tag_list", RequestField.List("ElementTagInput", 8), new("Its tags.", "标签。"));

    private static JsonObject Named() => new JsonObject()
        .Add("element_name", RequestField.Text(20), new("Its name.", "名称。"))
        .Add("element_description", RequestField.Text(100), new("What it is.", "描述。"));

    private static JsonObject Images() => new JsonObject()
        .Add("frontal_image", RequestField.Picture(), new("It from the front; as `image_url`.", "正面图；同 `image_url`。"), "frontal_image_required", "image_url_form")
        .Add("refer_images", RequestField.List("ElementImageInput", 3).With("minItems", 1), new("One to three other pictures.", "一到三张其他图片。"), "refer_images_count");

    private static JsonObject Replay() => new JsonObject()
        .Add("state", JsonParts.Enum(CallbackStateWords.All), new("Those that stand so.", "处于该状态的回调。"), "callback_state")
        .Add("since", new() { ["type"] = "integer", ["format"] = "int64", ["minimum"] = 0 }, new("Those made since then, Unix milliseconds.", "此时间（Unix 毫秒）之后产生的回调。"), "callback_since")
        .Add("task_id", RequestField.Text().With("pattern", "^[0-9]{18}$"), new("Those of one task.", "某一任务的回调。"), "callback_task_id");
}

using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

internal sealed class ElementIdForm() : Rule(
    "element_id_form", "element_list",
    "element_id is decimal digits, as a text or a JSON integer.",
    "element_id 是十进制数字，文本或 JSON 整数。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var elements = facts.Draft.Elements.Span;
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Shape != Shape.Object || Words.IsDigits(elements[i].Id))
                continue;
            var found = findings.Show(elements[i].Id);
            findings.Add(this, new(Field.ElementList, i, "element_id"), $"must be decimal digits such as \"835266081714884677\"; found {found}", $"应为十进制数字，如 \"835266081714884677\"；收到的是{found}");
        }
    }
}

internal sealed class ElementKnown() : Rule(
    "element_unknown", "element_list",
    "An element is one of the caller's own or a preset.",
    "主体须是调用者自己的，或预置主体。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var elements = facts.Draft.Elements.Span;
        for (var i = 0; i < elements.Length; i++)
        {
            if (facts.ElementKinds[i] is null && Words.IsDigits(elements[i].Id))
                findings.Add(this, new(Field.ElementList, i, "element_id"), $"there is no element {elements[i].Id.Text} among your own or the presets; list them to see which there are", $"你的主体和预置主体中都没有 {elements[i].Id.Text}；请先查询可用的主体");
        }
    }
}

internal sealed class ElementsWithFrames() : Rule(
    "element_frames", "element_list",
    "Beside frames: kling-video-o1 takes no elements with first and end frames, kling-v3-omni at most 3 elements.",
    "有首尾帧时：kling-video-o1 的首尾帧不能有主体，kling-v3-omni 最多 3 个主体。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsO1 && facts is { FirstFrames: > 0, EndFrames: > 0, ElementCount: > 0 })
            findings.Add(this, Field.ElementList, $"has {facts.ElementCount} beside first and end frames; kling-video-o1 takes none there, so drop them or the end_frame, or use kling-v3-omni", $"有 {facts.ElementCount} 个主体且有首尾帧；kling-video-o1 此时不支持主体，请去掉主体或尾帧，或改用 kling-v3-omni");
        else if (facts is { Model: VideoModel.V3Omni, FirstFrames: > 0, ElementCount: > 3 })
            findings.Add(this, Field.ElementList, $"has {facts.ElementCount} beside a first frame; at most 3 are allowed there", $"有 {facts.ElementCount} 个主体且有首帧；此时最多 3 个");
    }
}

internal sealed class ElementKindModel() : Rule(
    "element_kind_model", "element_list",
    "kling-video-o1 takes elements made from images only.",
    "kling-video-o1 只支持由图片创建的主体。")
{
    public override void Check(Facts facts, Findings findings)
    {
        for (var i = 0; facts.IsO1 && i < facts.ElementKinds.Length; i++)
        {
            if (facts.ElementKinds[i] == ElementKind.VideoCharacter)
                findings.Add(this, new(Field.ElementList, i, "element_id"), "is an element made from a video; kling-video-o1 takes those made from images only, so use kling-v3-omni or another element", "是由视频创建的主体；kling-video-o1 只支持由图片创建的主体，请改用 kling-v3-omni 或其他主体");
        }
    }
}

internal sealed class VideoCharactersWithVideo() : Rule(
    "video_character_video", "element_list",
    "Beside a video: at most 1 element made from a video, and then neither reference images nor elements made from images.",
    "有视频时：由视频创建的主体最多 1 个，且不能再有参考图或由图片创建的主体。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var characters = facts.Count(ElementKind.VideoCharacter);
        if (!facts.HasVideo || characters == 0)
            return;
        if (characters > 1)
            findings.Add(this, Field.ElementList, $"has {characters} elements made from videos beside a video; at most 1 is allowed there", $"有视频时含 {characters} 个由视频创建的主体；最多 1 个");
        if (facts.Count(ElementKind.MultiImage) > 0)
            findings.Add(this, Field.ElementList, "mixes elements made from videos and from images beside a video; use one kind there", "有视频时混用了由视频创建和由图片创建的主体；只能用一种");
        if (facts.ImageCount > facts.FirstFrames + facts.EndFrames)
            findings.Add(this, Field.ImageList, "has reference images beside a video and an element made from a video; drop the images or the element", "有视频且有由视频创建的主体时不能再有参考图；请去掉参考图或该主体");
    }
}

internal sealed class VideoCharactersCount() : Rule(
    "video_character_count", "element_list",
    "At most 3 elements made from videos; mixed with elements made from images, those and the images are at most 4.",
    "由视频创建的主体最多 3 个；与由图片创建的主体混用时，后者与图片合计最多 4 个。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var characters = facts.Count(ElementKind.VideoCharacter);
        if (facts.HasVideo || characters == 0)
            return;
        if (characters > 3)
            findings.Add(this, Field.ElementList, $"has {characters} elements made from videos; at most 3 are allowed", $"有 {characters} 个由视频创建的主体；最多 3 个");
        var stills = facts.Count(ElementKind.MultiImage);
        var sum = stills + facts.ImageCount;
        if (stills == 0 || sum <= 4)
            return;
        var english = $"{facts.ImageCount} images and {stills} elements made from images make {sum}; beside elements made from videos at most 4 are allowed together";
        var chinese = $"{facts.ImageCount} 张图片和 {stills} 个由图片创建的主体共 {sum} 个；与由视频创建的主体混用时合计最多 4 个";
        if (facts.ImageCount > 0)
            findings.Add(this, Field.ImageList, english, chinese);
        findings.Add(this, Field.ElementList, english, chinese);
    }
}

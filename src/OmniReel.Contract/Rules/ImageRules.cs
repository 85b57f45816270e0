using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

internal sealed class ImageUrlRequired() : Rule(
    "image_url_required", "image_list",
    "Every item of image_list has an image_url.",
    "image_list 的每一项都必须有 image_url。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var images = facts.Draft.Images.Span;
        for (var i = 0; i < images.Length; i++)
            Check(this, images[i], new(Field.ImageList, i, "image_url"), findings);
    }

    public static void Check(RuleText rule, in ImageDraft image, FieldPath path, Findings findings)
    {
        if (image.Shape == Shape.Object && image.Url.IsAbsent)
            findings.Add(rule, path, "is missing or empty; give an http(s) URL or Base64 of a JPEG or PNG", "缺失或为空；请填写 http(s) 地址，或 JPEG、PNG 的 Base64");
    }
}

internal sealed class ImageUrlForm() : Rule(
    "image_url_form", "image_list",
    "image_url is an absolute http(s) URL, or padded Base64 of a JPEG or PNG.",
    "image_url 是完整的 http(s) 地址，或带填充的 JPEG、PNG 的 Base64。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var images = facts.Draft.Images.Span;
        for (var i = 0; i < images.Length; i++)
            Check(this, images[i], new(Field.ImageList, i, "image_url"), findings);
    }

    public static void Check(RuleText rule, in ImageDraft image, FieldPath path, Findings findings)
    {
        switch (image.Form)
        {
            case LinkForm.BadPadding:
                findings.Add(rule, path, "is Base64 whose length is not a multiple of 4; send it whole and padded with =", "是长度不为 4 的倍数的 Base64；请发送完整内容并用 = 填充");
                break;
            case LinkForm.NotAPicture:
                findings.Add(rule, path, "is Base64, but not of a JPEG or PNG; send one of these, or an http(s) URL", "是 Base64，但内容不是 JPEG 或 PNG；请发送这两种图片，或 http(s) 地址");
                break;
            case LinkForm.NotALink or LinkForm.BadUrl:
                var found = findings.Show(image.Url);
                findings.Add(rule, path, $"must be an absolute http(s) URL or Base64 of a JPEG or PNG; found {found}", $"应为完整的 http(s) 地址，或 JPEG、PNG 的 Base64；收到的是{found}");
                break;
        }
    }
}

internal sealed class ImageTypeKnown() : WordRule(
    "image_type_unknown", "image_list", Words.ImageTypes,
    "An image's type is first_frame or end_frame; a reference image has none.",
    "图片的 type 是 first_frame 或 end_frame；参考图不填。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var images = facts.Draft.Images.Span;
        for (var i = 0; i < images.Length; i++)
            CheckWord(images[i].Type, new(Field.ImageList, i, "type"), findings);
    }
}

internal sealed class FirstFrameOnce() : Rule(
    "first_frame_once", "image_list",
    "At most one image is the first frame.",
    "首帧图最多一张。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.FirstFrames > 1)
            findings.Add(this, Field.ImageList, $"has {facts.FirstFrames} images of type first_frame; a film begins once, so keep one", $"有 {facts.FirstFrames} 张 first_frame 图片；首帧图最多一张");
    }
}

internal sealed class EndFrameOnce() : Rule(
    "end_frame_once", "image_list",
    "At most one image is the end frame.",
    "尾帧图最多一张。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.EndFrames > 1)
            findings.Add(this, Field.ImageList, $"has {facts.EndFrames} images of type end_frame; a film ends once, so keep one", $"有 {facts.EndFrames} 张 end_frame 图片；尾帧图最多一张");
    }
}

internal sealed class EndFrameAlone() : Rule(
    "end_frame_alone", "image_list",
    "An end frame needs a first frame.",
    "有尾帧图时必须有首帧图。")
{
    public override void Check(Facts facts, Findings findings)
    {
        // An image whose type is not known may be the first frame that is missed here.
        if (facts is { EndFrames: > 0, FirstFrames: 0, HasUnknownImageType: false })
            findings.Add(this, Field.ImageList, "has an end_frame but no first_frame; add the image that the film begins with", "有 end_frame 但没有 first_frame；请加上首帧图");
    }
}

internal sealed class EndFrameImages() : Rule(
    "end_frame_images", "image_list",
    "On kling-video-o1 more than 2 images exclude an end frame.",
    "kling-video-o1 的图片超过 2 张时不能有尾帧图。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsO1 && facts.EndFrames > 0 && facts.ImageCount > 2)
            findings.Add(this, Field.ImageList, $"has {facts.ImageCount} images with an end_frame; kling-video-o1 takes an end_frame beside the first_frame only, so drop the others or the end_frame", $"有 {facts.ImageCount} 张图片且含 end_frame；kling-video-o1 有尾帧时只能有首尾两张图，请去掉其他图片或尾帧");
    }
}

internal sealed class FramesOfEdit() : Rule(
    "frames_edit", "video_list",
    "A video to edit (refer_type base) excludes first and end frames.",
    "待编辑视频（refer_type 为 base）不能与首尾帧图同用。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (!facts.VideoIs("base") || facts.FirstFrames + facts.EndFrames == 0)
            return;
        const string English = "a video to edit (refer_type base) excludes first_frame and end_frame images; drop the type of the image, or use refer_type feature";
        const string Chinese = "待编辑视频（refer_type 为 base）不能与 first_frame、end_frame 图片同用；请去掉图片的 type，或改用 refer_type feature";
        findings.Add(this, Field.ImageList, English, Chinese);
        findings.Add(this, new(Field.VideoList, 0, "refer_type"), English, Chinese);
    }
}

internal sealed class EndFrameOfFeature() : Rule(
    "end_frame_feature", "image_list",
    "On kling-video-o1 a feature video may have a first frame, but no end frame.",
    "kling-video-o1 的特征参考视频可配首帧图，不能配尾帧图。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsO1 && facts.VideoIs("feature") && facts.EndFrames > 0)
            findings.Add(this, Field.ImageList, "has an end_frame beside a feature video; kling-video-o1 takes a first_frame only, so drop the end_frame or use kling-v3-omni", "有 end_frame 且有特征参考视频；kling-video-o1 此时只支持 first_frame，请去掉尾帧或改用 kling-v3-omni");
    }
}

/// <summary>Images and elements together; each field that adds to the sum is named.</summary>
internal sealed class AttachmentsCount() : Rule(
    "attachments_count", "image_list",
    "Images and elements together are at most 7, with a video at most 4.",
    "图片与主体合计最多 7 个，有视频时最多 4 个。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var limit = facts.HasVideo ? 4 : 7;
        var sum = facts.ImageCount + facts.ElementCount;
        if (sum <= limit)
            return;
        var english = $"{facts.ImageCount} images and {facts.ElementCount} elements make {sum}; at most {limit} are allowed {(facts.HasVideo ? "with a video" : "together")}";
        var chinese = $"{facts.ImageCount} 张图片和 {facts.ElementCount} 个主体共 {sum} 个；{(facts.HasVideo ? "有视频时" : "")}合计最多 {limit} 个";
        if (facts.ImageCount > 0)
            findings.Add(this, Field.ImageList, english, chinese);
        if (facts.ElementCount > 0)
            findings.Add(this, Field.ElementList, english, chinese);
    }
}

using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

internal sealed class ReferenceTypeRequired() : ElementRule(
    "reference_type_required", "reference_type",
    "An element says what it is made from: image_refer or video_refer.",
    "主体须说明由什么创建：image_refer 或 video_refer。")
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (!facts.IsSimple && facts.Body.ReferenceType.IsAbsent)
            findings.Add(this, Field.ReferenceType, "is missing; use image_refer (from images) or video_refer (from a video)", "缺失；可用的值是 image_refer（由图片创建）、video_refer（由视频创建）");
    }
}

internal sealed class ReferenceTypeKnown() : ElementRule(
    "reference_type_unknown", "reference_type",
    "reference_type is image_refer or video_refer.",
    "reference_type 是 image_refer 或 video_refer。")
{
    public override void Check(ElementFacts facts, Findings findings) =>
        this.CheckWord(facts.Body.ReferenceType, Words.ReferenceTypes, Field.ReferenceType, findings);
}

internal sealed class FrontalImageRequired() : ElementRule(
    "frontal_image_required", "element_image_list",
    "An element made from images has a frontal image (element_frontal_image in the older form).",
    "由图片创建的主体必须有正面图（旧接口为 element_frontal_image）。")
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (facts.IsFromImages && facts.Body.ImageList is (Shape.Absent or Shape.Object) && facts.Body.Frontal.Url.IsAbsent)
            findings.Add(this, facts.FrontalField, "is missing or empty; give an http(s) URL or Base64 of a JPEG or PNG that shows the element from the front", "缺失或为空；请填写正面图的 http(s) 地址，或 JPEG、PNG 的 Base64");
    }
}

internal sealed class ReferImagesCount() : ElementRule(
    "refer_images_count", "element_image_list",
    "Beside the frontal image an element has 1 to 3 images (element_refer_list in the older form).",
    "除正面图外，主体还须有 1 到 3 张参考图（旧接口为 element_refer_list）。")
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (!facts.IsFromImages || facts.Body.ImageList is not (Shape.Absent or Shape.Object) || facts.Body.Others.Shape is not (Shape.Absent or Shape.Array))
            return;
        var count = facts.Body.Others.Count;
        if (count is < 1 or > 3)
            findings.Add(this, facts.OthersField, $"has {count} images; 1 to 3 are needed beside the frontal image", $"有 {count} 张图片；除正面图外需要 1 到 3 张");
    }
}

internal sealed class ElementImageUrlRequired() : ElementRule(new ImageUrlRequired())
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (!facts.IsFromImages)
            return;
        var others = facts.Body.Others.Span;
        for (var i = 0; i < others.Length; i++)
            ImageUrlRequired.Check(this, others[i], new(facts.OthersField, i, "image_url"), findings);
    }
}

internal sealed class ElementImageUrlForm() : ElementRule(new ImageUrlForm())
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (!facts.IsFromImages)
            return;
        ImageUrlForm.Check(this, facts.Body.Frontal, facts.FrontalField, findings);
        var others = facts.Body.Others.Span;
        for (var i = 0; i < others.Length; i++)
            ImageUrlForm.Check(this, others[i], new(facts.OthersField, i, "image_url"), findings);
    }
}

internal sealed class ReferVideosCount() : ElementRule(
    "refer_videos_count", "element_video_list",
    "An element made from a video has exactly one.",
    "由视频创建的主体须有且只有一个视频。")
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (!facts.IsFromVideo || facts.Body.VideoList is not (Shape.Absent or Shape.Object) || facts.Body.Videos.Shape is not (Shape.Absent or Shape.Array))
            return;
        var count = facts.Body.Videos.Count;
        if (count != 1)
            findings.Add(this, Field.ReferVideos, $"has {count} videos; exactly 1 is needed", $"有 {count} 个视频；须有且只有 1 个");
    }
}

internal sealed class ElementVideoUrlRequired() : ElementRule(new VideoUrlRequired())
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        var videos = facts.Body.Videos.Span;
        for (var i = 0; facts.IsFromVideo && i < videos.Length; i++)
        {
            if (videos[i].Shape == Shape.Object && videos[i].Url.IsAbsent)
                findings.Add(this, new(Field.ReferVideos, i, "video_url"), "is missing or empty; give the http(s) URL of an MP4 or MOV", "缺失或为空；请填写 MP4 或 MOV 的 http(s) 地址");
        }
    }
}

internal sealed class ElementVideoUrlForm() : ElementRule(new VideoUrlForm())
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        var videos = facts.Body.Videos.Span;
        for (var i = 0; facts.IsFromVideo && i < videos.Length; i++)
            VideoUrlForm.Check(this, videos[i], new(Field.ReferVideos, i, "video_url"), findings);
    }
}

internal sealed class ElementUrlNotAllowed() : ElementRule(new UrlNotAllowed())
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (facts.Urls is not { } urls)
            return;
        var body = facts.Body;
        if (facts.IsFromImages)
        {
            UrlNotAllowed.Check(this, body.Frontal.Form, body.Frontal.Url, facts.FrontalField, urls, findings);
            for (var i = 0; i < body.Others.Span.Length; i++)
                UrlNotAllowed.Check(this, body.Others.Span[i].Form, body.Others.Span[i].Url, new(facts.OthersField, i, "image_url"), urls, findings);
        }

        for (var i = 0; facts.IsFromVideo && i < body.Videos.Span.Length; i++)
            UrlNotAllowed.Check(this, body.Videos.Span[i].Form, body.Videos.Span[i].Url, new(Field.ReferVideos, i, "video_url"), urls, findings);
        UrlNotAllowed.Check(this, body.CallbackForm, body.CallbackUrl, Field.CallbackUrl, urls, findings, UrlUse.Callback);
    }
}

using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

internal sealed class VideoCount() : Rule(
    "video_count", "video_list",
    "video_list has at most one video.",
    "video_list 最多一个视频。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.Draft.Videos.Count > 1)
            findings.Add(this, Field.VideoList, $"has {facts.Draft.Videos.Count} videos; at most 1 is allowed", $"有 {facts.Draft.Videos.Count} 个视频；最多 1 个");
    }
}

internal sealed class VideoUrlRequired() : Rule(
    "video_url_required", "video_list",
    "Every item of video_list has a video_url.",
    "video_list 的每一项都必须有 video_url。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var videos = facts.Draft.Videos.Span;
        for (var i = 0; i < videos.Length; i++)
        {
            if (videos[i].Shape == Shape.Object && videos[i].Url.IsAbsent)
                findings.Add(this, new(Field.VideoList, i, "video_url"), "is missing or empty; give the http(s) URL of an MP4 or MOV, or leave video_list out", "缺失或为空；请填写 MP4 或 MOV 的 http(s) 地址，或去掉 video_list");
        }
    }
}

internal sealed class VideoUrlForm() : Rule(
    "video_url_form", "video_list",
    "video_url is an absolute http(s) URL.",
    "video_url 是完整的 http(s) 地址。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var videos = facts.Draft.Videos.Span;
        for (var i = 0; i < videos.Length; i++)
            Check(this, videos[i], new(Field.VideoList, i, "video_url"), findings);
    }

    public static void Check(RuleText rule, in VideoDraft video, FieldPath path, Findings findings)
    {
        if (video.Form is LinkForm.None or LinkForm.Url || !video.Url.IsText)
            return;
        var found = findings.Show(video.Url);
        findings.Add(rule, path, $"must be an absolute URL that begins with http:// or https://; found {found}", $"应为以 http:// 或 https:// 开头的完整地址；收到的是{found}");
    }
}

internal sealed class ReferTypeKnown() : WordRule(
    "refer_type_unknown", "video_list", Words.ReferTypes,
    "refer_type is base (a video to edit) or feature (a video to learn from); absent means base.",
    "refer_type 是 base（待编辑视频）或 feature（特征参考视频）；缺省为 base。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var videos = facts.Draft.Videos.Span;
        for (var i = 0; i < videos.Length; i++)
            CheckWord(videos[i].ReferType, new(Field.VideoList, i, "refer_type"), findings);
    }
}

internal sealed class KeepOriginalSoundKnown() : WordRule(
    "keep_original_sound_unknown", "video_list", Words.YesNo,
    "keep_original_sound is yes or no; absent means yes.",
    "keep_original_sound 是 yes 或 no；缺省为 yes。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var videos = facts.Draft.Videos.Span;
        for (var i = 0; i < videos.Length; i++)
            CheckWord(videos[i].KeepOriginalSound, new(Field.VideoList, i, "keep_original_sound"), findings);
    }
}

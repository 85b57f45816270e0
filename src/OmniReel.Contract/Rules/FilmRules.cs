using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

internal sealed class AspectRatioRequired() : Rule(
    "aspect_ratio_required", "aspect_ratio",
    "On the relay's path aspect_ratio is required unless a first frame or a video to edit gives the shape.",
    "在中转路径上，除非有首帧图或待编辑视频，否则 aspect_ratio 必填。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsRelay && facts.AspectEffect == Effect.Yes && facts.Draft.AspectRatio.IsAbsent)
            findings.Add(this, Field.AspectRatio, "is missing; use 16:9, 9:16 or 1:1 (only a first frame or a video to edit gives the shape instead)", "缺失；可用的值是 16:9、9:16、1:1（仅首帧图或待编辑视频可代替）");
    }
}

internal sealed class AspectRatioKnown() : WordRule(
    "aspect_ratio_unknown", "aspect_ratio", Words.Ratios,
    "aspect_ratio is 16:9, 9:16 or 1:1.",
    "aspect_ratio 只能是 16:9、9:16 或 1:1。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.AspectEffect != Effect.No)
            CheckWord(facts.Draft.AspectRatio, Field.AspectRatio, findings);
    }
}

internal sealed class DurationRequired() : Rule(
    "duration_required", "duration",
    "On the relay's path duration is required unless a video is edited.",
    "在中转路径上，除视频编辑外 duration 必填。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsRelay && facts.DurationEffect == Effect.Yes && facts.Draft.Duration.IsAbsent)
            findings.Add(this, Field.Duration, "is missing; give whole seconds such as \"5\"", "缺失；请填写整秒数，如 \"5\"");
    }
}

internal sealed class DurationForm() : Rule(
    "duration_form", "duration",
    "duration is whole seconds: one or two digits, as a text or a JSON integer.",
    "duration 是整秒数：一到两位数字，文本或 JSON 整数。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var duration = facts.Draft.Duration;
        if (facts.DurationEffect == Effect.No || duration.IsAbsent || duration.TryGetSeconds(out _))
            return;
        var found = findings.Show(duration);
        findings.Add(this, Field.Duration, $"must be whole seconds, one or two digits such as \"5\"; found {found}", $"应为整秒数，一到两位数字，如 \"5\"；收到的是{found}");
    }
}

internal sealed class DurationRange() : Rule(
    "duration_range", "duration",
    "kling-video-o1 makes 3 to 10 seconds, kling-v3-omni 3 to 15.",
    "kling-video-o1 支持 3 到 10 秒，kling-v3-omni 支持 3 到 15 秒。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.Seconds is not { } seconds || facts.Model is not { } model)
            return;
        var longest = model.LongestSeconds();
        if (seconds < 3 || seconds > longest)
            findings.Add(this, Field.Duration, $"is {seconds}; {model.WireName()} makes 3 to {longest} seconds", $"为 {seconds}；{model.WireName()} 支持 3 到 {longest} 秒");
    }
}

internal sealed class DurationFiveOrTen() : Rule(
    "duration_five_or_ten", "duration",
    "kling-video-o1 makes 5 or 10 seconds from a prompt alone or from a first frame with nothing else attached.",
    "kling-video-o1 文生视频、或仅有首帧图的图生视频，只支持 5 或 10 秒。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var alone = facts.Input == InputKind.TextToVideo
            || (facts.Input == InputKind.FirstFrame && facts.ImageCount == 1 && facts.ElementCount == 0);
        if (facts.IsO1 && alone && facts.Seconds is >= 3 and <= 10 and not (5 or 10))
            findings.Add(this, Field.Duration, $"is {facts.Seconds}; kling-video-o1 makes 5 or 10 seconds here (other lengths need reference images, elements, an end frame or a video)", $"为 {facts.Seconds}；kling-video-o1 在此只支持 5 或 10 秒（有参考图、主体、尾帧或视频时才支持其他时长）");
    }
}

internal sealed class CallbackUrlForm() : Rule(
    "callback_url_form", "callback_url",
    "callback_url is an absolute http or https URL.",
    "callback_url 是完整的 http 或 https 地址。")
{
    public override void Check(Facts facts, Findings findings) => Check(this, facts.Draft.CallbackUrl, facts.Draft.CallbackForm, findings);

    public static void Check(RuleText rule, in Reading.Value url, Reading.LinkForm form, Findings findings)
    {
        if (!url.IsText || form == Reading.LinkForm.Url)
            return;
        var found = findings.Show(url);
        findings.Add(rule, Field.CallbackUrl, $"must be an absolute URL that begins with http:// or https://; found {found}", $"应为以 http:// 或 https:// 开头的完整地址；收到的是{found}");
    }
}

using OmniReel.CommandLine;
using OmniReel.Contract.Films;
using OmniReel.Contract.Pricing;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Explain;

/// <summary>Everything that a request body comes to, as tables.</summary>
internal sealed class RequestSheet(Speech speech, PriceTable prices)
{
    public void Print(ReadResult read, TextWriter output)
    {
        if (read.Request is { } request)
            PrintAccepted(request, output);
        else
            PrintRefused(read.Violations, output);
    }

    private void PrintRefused(IReadOnlyList<RuleViolation> violations, TextWriter output)
    {
        output.WriteLine(speech[$"Refused: {violations.Count} broken rule{(violations.Count == 1 ? "" : "s")}.", $"被拒绝：违反 {violations.Count} 条规则。"]);
        var table = Tables.Listing(speech["field", "字段"], speech["rule", "规则"], speech["what would be right", "说明"]);
        foreach (var violation in violations)
            table.AddTexts(violation.Field, violation.Rule, violation.Message);
        table.Print(output);
    }

    private void PrintAccepted(VideoRequest request, TextWriter output)
    {
        output.WriteLine(speech["Accepted: no rule is broken.", "通过：没有违反规则。"]);
        var table = Tables.Facts();
        table.AddTexts(speech["kind", "类型"], request.Kind.WireName());
        table.AddTexts(speech["model, mode", "模型、模式"], $"{request.Model.WireName()}, {request.Mode.WireName()}");
        table.AddTexts(speech["size", "尺寸"], Size(request));
        table.AddTexts(speech["length", "时长"], Length(request));
        if (request.Prompt.Length > 0)
            table.AddTexts(speech["prompt", "提示词"], request.Prompt);
        if (request.NegativePrompt.Length > 0)
            table.AddTexts(speech["must not appear", "不得出现"], request.NegativePrompt);
        foreach (var (name, text) in References(request))
            table.AddTexts(name, text);
        table.AddTexts(speech["sound, watermark", "声音、水印"], $"{OnOff(request.Sound)}, {OnOff(request.Watermark)}");
        if (request.CallbackUrl is { } callback)
            table.AddTexts(speech["callback", "回调"], callback);
        if (request.ExternalTaskId is { } external)
            table.AddTexts("external_task_id", external);
        if (request.IgnoredFields.Count > 0)
            table.AddTexts(speech["ignored fields", "忽略的字段"], string.Join(", ", request.IgnoredFields));
        table.AddTexts(speech["price", "价格"], Price(request));
        table.Print(output);
        PrintShots(request, output);
    }

    private void PrintShots(VideoRequest request, TextWriter output)
    {
        if (request.Shots.Count == 0)
            return;
        var table = Tables.Listing(speech["shot", "镜头"], speech["from frame", "起始帧"], speech["seconds", "秒"], speech["prompt", "提示词"]);
        var at = 0;
        for (var i = 0; i < request.Shots.Count; i++)
        {
            var shot = request.Shots[i];
            table.AddTexts($"{i + 1}", $"{at}", $"{shot.Seconds}", shot.Prompt);
            at += shot.Seconds * FilmLength.FramesPerSecond;
        }

        table.Print(output);
    }

    private string Size(VideoRequest request) => request.AspectRatio is { } ratio && OutputSize.Of(request.Mode, ratio) is var size
        ? $"{size.Width}×{size.Height} ({ratio.WireName()})"
        : speech["follows the input", "随输入而定"];

    private string Length(VideoRequest request) => request.Seconds is { } seconds
        ? speech[$"{seconds} s, {FilmLength.Frames(seconds)} frames at {FilmLength.FramesPerSecond} per second", $"{seconds} 秒，{FilmLength.Frames(seconds)} 帧（每秒 {FilmLength.FramesPerSecond} 帧）"]
        : speech["follows the input", "随输入而定"];

    private string Price(VideoRequest request)
    {
        var units = prices.Hold(request);
        var text = speech[$"{Amounts.Wire(units)} units, {Amounts.Wire(prices.Price(units))} {prices.Currency}", $"{Amounts.Wire(units)} 个单位，{Amounts.Wire(prices.Price(units))} {prices.Currency}"];
        return request.Seconds is null ? speech[$"at most {text}; the input's length decides", $"最多 {text}，以输入时长为准"] : text;
    }

    private IEnumerable<(string Name, string Text)> References(VideoRequest request)
    {
        for (var i = 0; i < request.Images.Count; i++)
        {
            var image = request.Images[i];
            var role = image.Role switch
            {
                ImageRole.FirstFrame => speech["first frame", "首帧"],
                ImageRole.EndFrame => speech["end frame", "尾帧"],
                _ => speech["reference", "参考"],
            };
            var source = image.Inline is { } inline ? speech[$"inline, {inline.DecodedBytes / 1024} kB", $"内联，{inline.DecodedBytes / 1024} kB"] : image.Url!;
            yield return (speech[$"image {i + 1}", $"图片 {i + 1}"], $"{role}: {source}");
        }

        foreach (var element in request.Elements)
            yield return (speech["element", "主体"], element);
        if (request.Video is not { } video)
            yield break;
        var use = video.IsBase ? speech["to be edited", "待编辑"] : speech["to learn from", "特征参考"];
        var sound = video.KeepOriginalSound ? speech["its sound is kept", "保留原声"] : speech["its sound is dropped", "不保留原声"];
        yield return (speech["video", "视频"], $"{use}, {sound}: {video.Url}");
    }

    private string OnOff(bool on) => on ? speech["on", "开"] : speech["off", "关"];
}

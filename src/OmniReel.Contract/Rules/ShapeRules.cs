using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

/// <summary>Wrong JSON types, in fields with an effect only.</summary>
internal sealed class ValueType() : Rule(
    "value_type", "*",
    "A field has the JSON type that the document gives it; numbers are also accepted for duration, index and element_id.",
    "字段的 JSON 类型须与文档一致；duration、index、element_id 也接受数字。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var draft = facts.Draft;
        this.Text(draft.ModelName, Field.ModelName, findings);
        if (draft.MultiShot.Shape is not (Shape.Absent or Shape.True or Shape.False))
            this.Refuse(Field.MultiShot, "true or false, without quotes", "不带引号的 true 或 false", draft.MultiShot, findings);
        if (facts.IsMultiShot)
            this.Text(draft.ShotType, Field.ShotType, findings);
        if (facts.PromptEffect == Effect.Yes)
            this.Text(draft.Prompt, Field.Prompt, findings);
        this.Text(draft.NegativePrompt, Field.NegativePrompt, findings);
        this.Text(draft.Sound, Field.Sound, findings);
        this.Text(draft.Mode, Field.Mode, findings);
        if (facts.AspectEffect != Effect.No)
            this.Text(draft.AspectRatio, Field.AspectRatio, findings);
        this.Text(draft.CallbackUrl, Field.CallbackUrl, findings);
        this.Text(draft.ExternalTaskId, Field.ExternalTaskId, findings);
        Watermark(draft.Watermark, findings);
        if (facts.IsCustomize)
            Shots(draft.Shots, findings);
        Images(draft.Images, findings);
        Videos(draft.Videos, findings);
        Elements(draft.Elements, findings);
    }

    private void Watermark(in WatermarkDraft watermark, Findings findings)
    {
        if (watermark.Shape is not (Shape.Absent or Shape.Object))
            this.Refuse(Field.WatermarkInfo, "an object such as {\"enabled\": true}", "一个对象，如 {\"enabled\": true}", Value.Of(watermark.Shape), findings);
        if (watermark.Enabled.Shape is not (Shape.Absent or Shape.True or Shape.False))
            this.Refuse(new(Field.WatermarkInfo, Part: "enabled"), "true or false, without quotes", "不带引号的 true 或 false", watermark.Enabled, findings);
    }

    private void Shots(in ListDraft<ShotDraft> shots, Findings findings)
    {
        this.List(shots.Shape, Field.MultiPrompt, findings);
        for (var i = 0; i < shots.Span.Length; i++)
        {
            ref readonly var shot = ref shots.Span[i];
            this.Item(shot.Shape, Field.MultiPrompt, i, "{\"index\": 1, \"prompt\": \"…\", \"duration\": \"5\"}", findings);
            this.Text(shot.Prompt, new(Field.MultiPrompt, i, "prompt"), findings);
        }
    }

    private void Images(in ListDraft<ImageDraft> images, Findings findings)
    {
        this.List(images.Shape, Field.ImageList, findings);
        for (var i = 0; i < images.Span.Length; i++)
        {
            ref readonly var image = ref images.Span[i];
            this.Item(image.Shape, Field.ImageList, i, "{\"image_url\": \"https://…\"}", findings);
            this.Text(image.Url, new(Field.ImageList, i, "image_url"), findings);
            this.Text(image.Type, new(Field.ImageList, i, "type"), findings);
        }
    }

    private void Videos(in ListDraft<VideoDraft> videos, Findings findings)
    {
        this.List(videos.Shape, Field.VideoList, findings);
        for (var i = 0; i < videos.Span.Length; i++)
        {
            ref readonly var video = ref videos.Span[i];
            this.Item(video.Shape, Field.VideoList, i, "{\"video_url\": \"https://…\"}", findings);
            this.Text(video.Url, new(Field.VideoList, i, "video_url"), findings);
            this.Text(video.ReferType, new(Field.VideoList, i, "refer_type"), findings);
            this.Text(video.KeepOriginalSound, new(Field.VideoList, i, "keep_original_sound"), findings);
        }
    }

    private void Elements(in ListDraft<ElementDraft> elements, Findings findings)
    {
        this.List(elements.Shape, Field.ElementList, findings);
        for (var i = 0; i < elements.Span.Length; i++)
            this.Item(elements.Span[i].Shape, Field.ElementList, i, "{\"element_id\": \"…\"}", findings);
    }
}

/// <summary>What a JSON type must be, said in one way.</summary>
internal static class ShapeChecks
{
    public static void Text(this RuleText rule, in Value value, FieldPath path, Findings findings)
    {
        if (value.Shape is not (Shape.Absent or Shape.Text))
            rule.Refuse(path, "a text in quotes", "带引号的文本", value, findings);
    }

    public static void List(this RuleText rule, Shape shape, Field field, Findings findings)
    {
        if (shape is not (Shape.Absent or Shape.Array))
            rule.Refuse(field, "a list of objects", "由对象组成的列表", Value.Of(shape), findings);
    }

    public static void Item(this RuleText rule, Shape shape, Field field, int item, string example, Findings findings)
    {
        if (shape != Shape.Object)
            rule.Refuse(new(field, item), $"an object such as {example}", $"一个对象，如 {example}", Value.Of(shape), findings);
    }

    public static void Refuse(this RuleText rule, FieldPath path, string english, string chinese, in Value found, Findings findings)
    {
        var shown = found.Shape switch
        {
            Shape.Text when found.Text is null => findings.Say("a text", "一段文本"),
            Shape.Number when found.Text is null => findings.Say("a number", "一个数字"),
            _ => findings.Show(found),
        };
        findings.Add(rule, path, $"must be {english}; found {shown}", $"应为{chinese}；收到的是{shown}");
    }
}

/// <summary>U+0000 in any text with an effect: no store and no font can hold it.</summary>
internal sealed class TextNul() : Rule(
    "text_nul", "*",
    "A text holds no NUL character (U+0000); other control characters are fine.",
    "文本中不能有 NUL 字符（U+0000）；其他控制字符可以。")
{
    public override void Check(Facts facts, Findings findings)
    {
        var draft = facts.Draft;
        Look(draft.ModelName, Field.ModelName, findings);
        if (facts.IsMultiShot)
            Look(draft.ShotType, Field.ShotType, findings);
        if (facts.PromptEffect == Effect.Yes)
            Look(draft.Prompt, Field.Prompt, findings);
        Look(draft.NegativePrompt, Field.NegativePrompt, findings);
        Look(draft.ExternalTaskId, Field.ExternalTaskId, findings);
        if (!facts.IsCustomize)
            return;
        var shots = draft.Shots.Span;
        for (var i = 0; i < shots.Length; i++)
            Look(shots[i].Prompt, new(Field.MultiPrompt, i, "prompt"), findings);
    }

    private void Look(in Value text, FieldPath path, Findings findings) => this.RefuseNul(text, path, findings);
}

internal static class NulChecks
{
    /// <summary>Refuses a text with U+0000 in it.</summary>
    public static void RefuseNul(this RuleText rule, in Value text, FieldPath path, Findings findings)
    {
        if (text.HasNul)
            findings.Add(rule, path, "holds a NUL character (\\u0000); leave it out", "含有 NUL 字符（\\u0000）；请去掉");
    }
}

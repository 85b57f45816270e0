using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

internal sealed class ElementShapes() : ElementRule(new ValueType())
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        var body = facts.Body;
        this.Text(body.Name, Field.ElementName, findings);
        this.Text(body.Description, Field.ElementDescription, findings);
        this.Text(body.ReferenceType, Field.ReferenceType, findings);
        if (facts.IsFromImages)
            Images(facts, findings);
        if (facts.IsFromVideo)
            Videos(body, findings);
        this.Text(body.VoiceId, Field.ElementVoiceId, findings);
        this.List(body.Tags.Shape, Field.TagList, findings);
        for (var i = 0; i < body.Tags.Span.Length; i++)
        {
            this.Item(body.Tags.Span[i].Shape, Field.TagList, i, "{\"tag_id\": \"o_102\"}", findings);
            this.Text(body.Tags.Span[i].Id, new(Field.TagList, i, "tag_id"), findings);
        }

        this.Text(body.CallbackUrl, Field.CallbackUrl, findings);
        this.Text(body.ExternalTaskId, Field.ExternalTaskId, findings);
    }

    private void Images(ElementFacts facts, Findings findings)
    {
        var body = facts.Body;
        if (body.ImageList is not (Shape.Absent or Shape.Object))
            this.Refuse(Field.ElementImageList, "an object such as {\"frontal_image\": \"https://…\", \"refer_images\": [{\"image_url\": \"https://…\"}]}", "一个对象，如 {\"frontal_image\": \"https://…\", \"refer_images\": [{\"image_url\": \"https://…\"}]}", Value.Of(body.ImageList), findings);
        this.Text(body.Frontal.Url, facts.FrontalField, findings);
        this.List(body.Others.Shape, facts.OthersField, findings);
        for (var i = 0; i < body.Others.Span.Length; i++)
        {
            this.Item(body.Others.Span[i].Shape, facts.OthersField, i, "{\"image_url\": \"https://…\"}", findings);
            this.Text(body.Others.Span[i].Url, new(facts.OthersField, i, "image_url"), findings);
        }
    }

    private void Videos(ElementBody body, Findings findings)
    {
        if (body.VideoList is not (Shape.Absent or Shape.Object))
            this.Refuse(Field.ElementVideoList, "an object such as {\"refer_videos\": [{\"video_url\": \"https://…\"}]}", "一个对象，如 {\"refer_videos\": [{\"video_url\": \"https://…\"}]}", Value.Of(body.VideoList), findings);
        this.List(body.Videos.Shape, Field.ReferVideos, findings);
        for (var i = 0; i < body.Videos.Span.Length; i++)
        {
            this.Item(body.Videos.Span[i].Shape, Field.ReferVideos, i, "{\"video_url\": \"https://…\"}", findings);
            this.Text(body.Videos.Span[i].Url, new(Field.ReferVideos, i, "video_url"), findings);
        }
    }
}

internal sealed class ElementNul() : ElementRule(new TextNul())
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        this.RefuseNul(facts.Body.Name, Field.ElementName, findings);
        this.RefuseNul(facts.Body.Description, Field.ElementDescription, findings);
        this.RefuseNul(facts.Body.ReferenceType, Field.ReferenceType, findings);
        this.RefuseNul(facts.Body.VoiceId, Field.ElementVoiceId, findings);
        this.RefuseNul(facts.Body.ExternalTaskId, Field.ExternalTaskId, findings);
    }
}

internal sealed class ElementNameRule() : ElementRule(
    "element_name_required", "element_name",
    "An element has a name.",
    "主体必须有名称。")
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (facts.Body.Name.IsAbsent)
            findings.Add(this, Field.ElementName, "is missing or blank; give the element a name of at most 20 characters", "缺失或为空白；请填写不超过 20 个字符的名称");
    }
}

internal sealed class ElementNameLength() : ElementRule(
    "element_name_length", "element_name",
    "An element's name has at most 20 characters (Unicode scalar values).",
    "主体名称最多 20 个字符（按 Unicode 标量值计）。")
{
    public override void Check(ElementFacts facts, Findings findings) => this.CheckLength(facts.Body.Name, 20, Field.ElementName, findings);
}

internal sealed class ElementDescriptionRule() : ElementRule(
    "element_description_required", "element_description",
    "An element has a description.",
    "主体必须有描述。")
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (facts.Body.Description.IsAbsent)
            findings.Add(this, Field.ElementDescription, "is missing or blank; say in at most 100 characters what the element is", "缺失或为空白；请用不超过 100 个字符描述主体");
    }
}

internal sealed class ElementDescriptionLength() : ElementRule(
    "element_description_length", "element_description",
    "An element's description has at most 100 characters (Unicode scalar values).",
    "主体描述最多 100 个字符（按 Unicode 标量值计）。")
{
    public override void Check(ElementFacts facts, Findings findings) => this.CheckLength(facts.Body.Description, 100, Field.ElementDescription, findings);
}

internal sealed class VoiceIdLength() : ElementRule(
    "element_voice_id_length", "element_voice_id",
    "A voice id has at most 255 characters (Unicode scalar values).",
    "element_voice_id 最多 255 个字符（按 Unicode 标量值计）。")
{
    public override void Check(ElementFacts facts, Findings findings) => this.CheckLength(facts.Body.VoiceId, 255, Field.ElementVoiceId, findings);
}

internal sealed class TagsCount() : ElementRule(
    "tags_count", "tag_list",
    "An element has at most 8 tags.",
    "主体最多 8 个标签。")
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        if (facts.Body.Tags.Count > 8)
            findings.Add(this, Field.TagList, $"has {facts.Body.Tags.Count} tags; at most 8 are allowed", $"有 {facts.Body.Tags.Count} 个标签；最多 8 个");
    }
}

internal sealed class TagKnown() : ElementRule(
    "tag_unknown", "tag_list",
    "A tag_id is one of o_101 (popular), o_102 (character), o_103 (animal), o_104 (item), o_105 (costume), o_106 (scene), o_107 (effect), o_108 (others).",
    "tag_id 是 o_101（热梗）、o_102（人物）、o_103（动物）、o_104（道具）、o_105（服饰）、o_106（场景）、o_107（特效）、o_108（其他）之一。")
{
    public override void Check(ElementFacts facts, Findings findings)
    {
        var tags = facts.Body.Tags.Span;
        for (var i = 0; i < tags.Length; i++)
        {
            var path = new FieldPath(Field.TagList, i, "tag_id");
            if (tags[i].Shape == Shape.Object && tags[i].Id.IsAbsent)
                findings.Add(this, path, "is missing or empty; use o_101 to o_108, or leave the item out", "缺失或为空；请使用 o_101 到 o_108，或去掉该项");
            else if (tags[i].Id.IsText && !Words.IsOneOf(tags[i].Id, Words.Tags))
                findings.Add(this, path, $"{findings.Show(tags[i].Id)} is not known; use o_101 to o_108", $"不认识 {findings.Show(tags[i].Id)}；可用的值是 o_101 到 o_108");
        }
    }
}

internal sealed class ElementCallbackUrl() : ElementRule(new CallbackUrlForm())
{
    public override void Check(ElementFacts facts, Findings findings) => CallbackUrlForm.Check(this, facts.Body.CallbackUrl, facts.Body.CallbackForm, findings);
}

internal sealed class ElementExternalIdLength() : ElementRule(new ExternalTaskIdLength())
{
    public override void Check(ElementFacts facts, Findings findings) => this.CheckLength(facts.Body.ExternalTaskId, 255, Field.ExternalTaskId, findings);
}

internal sealed class ElementExternalIdForm() : ElementRule(new ExternalTaskIdForm())
{
    public override void Check(ElementFacts facts, Findings findings) => ExternalTaskIdForm.Check(this, facts.Body.ExternalTaskId, findings);
}

/// <summary>The one rule of the body that deletes.</summary>
internal sealed class ElementIdGiven() : RuleText(
    "element_id_given", "element_id",
    "A deletion names an element by its element_id: decimal digits, as a text or a JSON integer.",
    "删除时须用 element_id 指明主体：十进制数字，文本或 JSON 整数。")
{
    public void Check(in Value id, Findings findings)
    {
        if (Words.IsDigits(id))
            return;
        findings.Add(this, Field.ElementId, $"must be the decimal digits of an element's id; found {findings.Show(id)}", $"应为主体 id 的十进制数字；收到的是{findings.Show(id)}");
    }
}

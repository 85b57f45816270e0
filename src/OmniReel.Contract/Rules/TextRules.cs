using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

/// <summary>Counts characters (Unicode scalar values) of one text.</summary>
internal abstract class LengthRule(string id, string field, int limit, string english, string chinese) : Rule(id, field, english, chinese)
{
    protected void CheckLength(in Value text, FieldPath path, Findings findings) => this.CheckLength(text, limit, path, findings);
}

internal static class LengthChecks
{
    /// <summary>Refuses a text of more Unicode scalar values than this.</summary>
    public static void CheckLength(this RuleText rule, in Value text, int limit, FieldPath path, Findings findings)
    {
        if (!text.IsText || !text.IsLongerThan(limit))
            return;
        findings.Add(
            rule,
            path,
            $"has {text.Scalars} characters; at most {limit} are allowed",
            $"有 {text.Scalars} 个字符；最多 {limit} 个");
    }
}

internal sealed class PromptRequired() : Rule(
    "prompt_required", "prompt",
    "A prompt is needed unless the request is a customize multi-shot, whose shots have their own.",
    "除自定义多镜头（各镜头自带提示词）外，必须提供 prompt。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.PromptEffect != Effect.Yes || !facts.Draft.Prompt.IsAbsent)
            return;
        if (facts.IsMultiShot)
            findings.Add(this, Field.Prompt, "is missing or blank; shot_type intelligence divides the prompt into shots, so write one", "缺失或为空白；shot_type 为 intelligence 时由 prompt 划分镜头，请填写");
        else
            findings.Add(this, Field.Prompt, "is missing or blank; say what the film shows", "缺失或为空白；请写出视频内容");
    }
}

internal sealed class PromptLength() : LengthRule(
    "prompt_length", "prompt", 2_500,
    "A prompt has at most 2,500 characters (Unicode scalar values).",
    "prompt 最多 2500 个字符（按 Unicode 标量值计）。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.PromptEffect == Effect.Yes)
            CheckLength(facts.Draft.Prompt, Field.Prompt, findings);
    }
}

internal sealed class NegativePromptLength() : LengthRule(
    "negative_prompt_length", "negative_prompt", 2_500,
    "A negative prompt has at most 2,500 characters (Unicode scalar values).",
    "negative_prompt 最多 2500 个字符（按 Unicode 标量值计）。")
{
    public override void Check(Facts facts, Findings findings) => CheckLength(facts.Draft.NegativePrompt, Field.NegativePrompt, findings);
}

internal sealed class ExternalTaskIdLength() : LengthRule(
    "external_task_id_length", "external_task_id", 255,
    "An external task id has at most 255 characters (Unicode scalar values).",
    "external_task_id 最多 255 个字符（按 Unicode 标量值计）。")
{
    public override void Check(Facts facts, Findings findings) => CheckLength(facts.Draft.ExternalTaskId, Field.ExternalTaskId, findings);
}

internal sealed class ExternalTaskIdForm() : Rule(
    "external_task_id_form", "external_task_id",
    "An external task id is neither . nor .., which no path can carry, so that the task could never be queried by it.",
    "external_task_id 不能是 . 或 ..：路径无法携带它们，任务将无法用它查询。")
{
    public override void Check(Facts facts, Findings findings) => Check(this, facts.Draft.ExternalTaskId, findings);

    public static void Check(RuleText rule, in Value id, Findings findings)
    {
        if (id.IsText && id.Text is "." or "..")
            findings.Add(rule, Field.ExternalTaskId, $"is {Excerpts.Quote(id.Text)}, which no path can carry, so that the task could not be queried by it; choose another id", $"为 {Excerpts.Quote(id.Text)}，路径无法携带，任务将无法用它查询；请换一个");
    }
}

internal sealed class ShotPromptLength() : LengthRule(
    "shot_prompt_length", "multi_prompt",
    512,
    "A shot's prompt has at most 512 characters (Unicode scalar values).",
    "每个镜头的 prompt 最多 512 个字符（按 Unicode 标量值计）。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (!facts.IsCustomize)
            return;
        var shots = facts.Draft.Shots.Span;
        for (var i = 0; i < shots.Length; i++)
            CheckLength(shots[i].Prompt, new(Field.MultiPrompt, i, "prompt"), findings);
    }
}

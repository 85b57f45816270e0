using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

internal sealed class ModelRequired() : Rule(
    "model_required", "model_name",
    "On the relay's path model_name is required.",
    "在中转路径上 model_name 必填。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsRelay && facts.Draft.ModelName.IsAbsent)
            findings.Add(this, Field.ModelName, "is missing; use kling-video-o1 or kling-v3-omni", "缺失；可用的值是 kling-video-o1、kling-v3-omni");
    }
}

internal sealed class ModelKnown() : WordRule(
    "model_unknown", "model_name", Words.Models,
    "model_name is kling-video-o1 or kling-v3-omni, written exactly so.",
    "model_name 只能是 kling-video-o1 或 kling-v3-omni，须完全一致。")
{
    public override void Check(Facts facts, Findings findings) => CheckWord(facts.Draft.ModelName, Field.ModelName, findings);
}

internal sealed class ModeRequired() : Rule(
    "mode_required", "mode",
    "On the relay's path mode is required.",
    "在中转路径上 mode 必填。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsRelay && facts.Draft.Mode.IsAbsent)
            findings.Add(this, Field.Mode, "is missing; use std, pro or 4k", "缺失；可用的值是 std、pro、4k");
    }
}

internal sealed class ModeKnown() : WordRule(
    "mode_unknown", "mode", Words.Modes,
    "mode is std, pro or 4k.",
    "mode 只能是 std、pro 或 4k。")
{
    public override void Check(Facts facts, Findings findings) => CheckWord(facts.Draft.Mode, Field.Mode, findings);
}

internal sealed class ModeModel() : Rule(
    "mode_model", "mode",
    "mode 4k is for kling-v3-omni only.",
    "mode 为 4k 仅 kling-v3-omni 支持。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsO1 && facts.Mode == VideoMode.UltraHd)
            findings.Add(this, Field.Mode, "4k is not made by kling-video-o1; use std or pro, or kling-v3-omni", "kling-video-o1 不支持 4k；请用 std 或 pro，或改用 kling-v3-omni");
    }
}

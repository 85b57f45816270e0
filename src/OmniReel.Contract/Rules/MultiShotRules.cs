namespace OmniReel.Contract.Rules;

internal sealed class MultiShotModel() : Rule(
    "multi_shot_model", "multi_shot",
    "Multi-shot is for kling-v3-omni only.",
    "多镜头仅 kling-v3-omni 支持。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsMultiShot && facts.IsO1)
            findings.Add(this, Field.MultiShot, "is true, but kling-video-o1 makes single shots only; use kling-v3-omni, or false", "为 true，但 kling-video-o1 只支持单镜头；请改用 kling-v3-omni，或设为 false");
    }
}

internal sealed class MultiShotEdit() : Rule(
    "multi_shot_edit", "multi_shot",
    "An edit (refer_type base) is never multi-shot.",
    "视频编辑（refer_type 为 base）不能使用多镜头。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsMultiShot && facts.VideoIs("base"))
            findings.Add(this, Field.MultiShot, "is true, but a video to edit (refer_type base) keeps its own shots; use false, or refer_type feature with shot_type intelligence", "为 true，但待编辑视频（refer_type 为 base）沿用原有镜头；请设为 false，或用 refer_type 为 feature 并配合 shot_type intelligence");
    }
}

internal sealed class MultiShotFeature() : Rule(
    "multi_shot_feature", "multi_shot",
    "With a feature video multi-shot works with shot_type intelligence only.",
    "有特征参考视频时，多镜头只能配合 shot_type intelligence。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsCustomize && facts.VideoIs("feature"))
            findings.Add(this, Field.MultiShot, "is true with shot_type customize, but a feature video allows intelligence only; describe the shots in prompt with shot_type intelligence", "为 true 且 shot_type 为 customize，但有特征参考视频时只支持 intelligence；请用 shot_type intelligence 并把各镜头写进 prompt");
    }
}

internal sealed class ShotTypeRequired() : Rule(
    "shot_type_required", "shot_type",
    "multi_shot true needs a shot_type.",
    "multi_shot 为 true 时 shot_type 必填。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsMultiShot && facts.Draft.ShotType.IsAbsent)
            findings.Add(this, Field.ShotType, "is missing; multi_shot true needs customize or intelligence", "缺失；multi_shot 为 true 时须为 customize 或 intelligence");
    }
}

internal sealed class ShotTypeKnown() : WordRule(
    "shot_type_unknown", "shot_type", Words.ShotTypes,
    "shot_type is customize or intelligence.",
    "shot_type 只能是 customize 或 intelligence。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsMultiShot)
            CheckWord(facts.Draft.ShotType, Field.ShotType, findings);
    }
}

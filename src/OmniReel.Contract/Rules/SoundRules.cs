namespace OmniReel.Contract.Rules;

internal sealed class SoundKnown() : WordRule(
    "sound_unknown", "sound", Words.OnOff,
    "sound is on or off; absent means off.",
    "sound 只能是 on 或 off；缺省为 off。")
{
    public override void Check(Facts facts, Findings findings) => CheckWord(facts.Draft.Sound, Field.Sound, findings);
}

internal sealed class SoundModel() : Rule(
    "sound_model", "sound",
    "sound on is for kling-v3-omni only; kling-video-o1 has no sound of its own.",
    "sound 为 on 仅 kling-v3-omni 支持；kling-video-o1 不能生成声音。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsO1 && facts.WantsSound)
            findings.Add(this, Field.Sound, "is on, but kling-video-o1 has no sound of its own; use off, or kling-v3-omni", "为 on，但 kling-video-o1 不能生成声音；请用 off，或改用 kling-v3-omni");
    }
}

internal sealed class SoundVideo() : Rule(
    "sound_video", "sound",
    "With a video in video_list sound must be off; keep_original_sound decides about the video's own.",
    "video_list 中有视频时 sound 必须为 off；是否保留原声由 keep_original_sound 决定。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.HasVideo && facts.WantsSound)
            findings.Add(this, Field.Sound, "is on, but with a video in video_list it must be off; keep_original_sound keeps the video's own sound", "为 on，但 video_list 中有视频时必须为 off；要保留原声请用 keep_original_sound");
    }
}

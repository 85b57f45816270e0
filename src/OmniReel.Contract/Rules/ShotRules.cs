using OmniReel.Contract.Reading;

namespace OmniReel.Contract.Rules;

internal sealed class ShotsRequired() : Rule(
    "shots_required", "multi_prompt",
    "shot_type customize needs at least one shot in multi_prompt.",
    "shot_type 为 customize 时 multi_prompt 至少要有一个镜头。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsCustomize && facts.Draft.Shots.Shape == Shape.Absent)
            findings.Add(this, Field.MultiPrompt, "is missing or empty; shot_type customize needs 1 to 6 shots", "缺失或为空；shot_type 为 customize 时须有 1 到 6 个镜头");
    }
}

internal sealed class ShotsCount() : Rule(
    "shots_count", "multi_prompt",
    "multi_prompt has at most 6 shots.",
    "multi_prompt 最多 6 个镜头。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (facts.IsCustomize && facts.Draft.Shots.Count > 6)
            findings.Add(this, Field.MultiPrompt, $"has {facts.Draft.Shots.Count} shots; at most 6 are allowed", $"有 {facts.Draft.Shots.Count} 个镜头；最多 6 个");
    }
}

internal sealed class ShotIndex() : Rule(
    "shot_index", "multi_prompt",
    "Shots are numbered 1 to n without gap or repeat, in any order.",
    "镜头的 index 从 1 到 n，不缺号、不重复，顺序不限。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (!facts.IsCustomize)
            return;
        var shots = facts.Draft.Shots.Span;
        ulong seen = 0;
        for (var i = 0; i < shots.Length; i++)
        {
            if (shots[i].Shape != Shape.Object)
                continue;
            var count = facts.Draft.Shots.Count;
            var path = new FieldPath(Field.MultiPrompt, i, "index");
            // The number of two digits is the number of the shot: with more than 64 shots the count is already refused.
            if (!shots[i].Index.TryGetSeconds(out var index) || index < 1 || index > Math.Min(count, ListDraft<ShotDraft>.Kept))
            {
                var found = findings.Show(shots[i].Index);
                findings.Add(this, path, $"must be a whole number from 1 to {count}, the number of shots; found {found}", $"应为 1 到 {count}（镜头总数）之间的整数；收到的是{found}");
            }
            else if ((seen & 1UL << (index - 1)) != 0)
            {
                findings.Add(this, path, $"{index} is used twice; number the shots 1 to {count}, each once", $"{index} 重复；请把镜头编号为 1 到 {count}，各用一次");
            }
            else
            {
                seen |= 1UL << (index - 1);
            }
        }
    }
}

internal sealed class ShotPromptRequired() : Rule(
    "shot_prompt_required", "multi_prompt",
    "Every shot has a prompt.",
    "每个镜头都必须有 prompt。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (!facts.IsCustomize)
            return;
        var shots = facts.Draft.Shots.Span;
        for (var i = 0; i < shots.Length; i++)
        {
            if (shots[i].Shape == Shape.Object && shots[i].Prompt.IsAbsent)
                findings.Add(this, new(Field.MultiPrompt, i, "prompt"), "is missing or blank; say what this shot shows", "缺失或为空白；请写出这个镜头的内容");
        }
    }
}

internal sealed class ShotDurationForm() : Rule(
    "shot_duration_form", "multi_prompt",
    "A shot's duration is whole seconds: one or two digits, as a text or a JSON integer.",
    "镜头的 duration 是整秒数：一到两位数字，文本或 JSON 整数。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (!facts.IsCustomize)
            return;
        var shots = facts.Draft.Shots.Span;
        for (var i = 0; i < shots.Length; i++)
        {
            if (shots[i].Shape != Shape.Object || shots[i].Duration.TryGetSeconds(out _))
                continue;
            var found = findings.Show(shots[i].Duration);
            findings.Add(this, new(Field.MultiPrompt, i, "duration"), $"must be whole seconds such as \"2\"; found {found}", $"应为整秒数，如 \"2\"；收到的是{found}");
        }
    }
}

internal sealed class ShotDurationRange() : Rule(
    "shot_duration_range", "multi_prompt",
    "A shot lasts at least 1 second and no longer than the film.",
    "每个镜头至少 1 秒，且不长于视频总时长。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (!facts.IsCustomize)
            return;
        var shots = facts.Draft.Shots.Span;
        for (var i = 0; i < shots.Length; i++)
        {
            if (!shots[i].Duration.TryGetSeconds(out var seconds))
                continue;
            var path = new FieldPath(Field.MultiPrompt, i, "duration");
            if (seconds < 1)
                findings.Add(this, path, "is 0; a shot lasts at least 1 second", "为 0；每个镜头至少 1 秒");
            else if (facts.Seconds is { } whole && seconds > whole)
                findings.Add(this, path, $"is {seconds}, longer than the whole film; duration is {whole}", $"为 {seconds}，超过视频总时长；duration 为 {whole}");
        }
    }
}

internal sealed class ShotDurationSum() : Rule(
    "shot_duration_sum", "multi_prompt",
    "The durations of all shots add up to duration.",
    "所有镜头的时长之和等于 duration。")
{
    public override void Check(Facts facts, Findings findings)
    {
        if (!facts.IsCustomize || facts.Seconds is not { } whole || facts.Draft.Shots.Span is not { Length: > 0 } shots)
            return;
        var sum = 0;
        foreach (ref readonly var shot in shots)
        {
            if (!shot.Duration.TryGetSeconds(out var seconds))
                return;
            sum += seconds;
        }

        // The last shot is named: it is the one that makes the sum come out wrong.
        if (sum != whole)
            findings.Add(this, new(Field.MultiPrompt, shots.Length - 1, "duration"), $"the shots add up to {sum} seconds, but duration is {whole}; make both equal", $"各镜头时长之和为 {sum} 秒，而 duration 为 {whole}；两者须相等");
    }
}

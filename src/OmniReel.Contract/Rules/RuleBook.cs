using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

/// <summary>All rules about a film's request, in the field order of the document, and the catalogue of every rule there is.</summary>
public static class RuleBook
{
    private static readonly Rule[] All =
    [
        new ValueType(), new TextNul(), new UrlNotAllowed(),
        new ModelRequired(), new ModelKnown(),
        new MultiShotModel(), new MultiShotEdit(), new MultiShotFeature(),
        new ShotTypeRequired(), new ShotTypeKnown(),
        new PromptRequired(), new PromptLength(), new NegativePromptLength(),
        new ShotsRequired(), new ShotsCount(), new ShotIndex(), new ShotPromptRequired(), new ShotPromptLength(),
        new ShotDurationForm(), new ShotDurationRange(), new ShotDurationSum(),
        new SoundKnown(), new SoundModel(), new SoundVideo(),
        new ImageUrlRequired(), new ImageUrlForm(), new ImageTypeKnown(), new FirstFrameOnce(), new EndFrameOnce(), new EndFrameAlone(),
        new EndFrameImages(), new EndFrameOfFeature(), new AttachmentsCount(),
        new VideoCount(), new VideoUrlRequired(), new VideoUrlForm(), new ReferTypeKnown(), new KeepOriginalSoundKnown(), new FramesOfEdit(),
        new ElementIdForm(), new ElementKnown(), new ElementsWithFrames(), new ElementKindModel(),
        new VideoCharactersWithVideo(), new VideoCharactersCount(),
        new ModeRequired(), new ModeKnown(), new ModeModel(),
        new AspectRatioRequired(), new AspectRatioKnown(),
        new DurationRequired(), new DurationForm(), new DurationRange(), new DurationFiveOrTen(),
        new CallbackUrlForm(), new ExternalTaskIdLength(), new ExternalTaskIdForm(),
    ];

    /// <summary>The rule that stands before all others: a body that breaks it has no fields to judge.</summary>
    public const string SyntaxRule = "json_syntax";

    /// <summary>The catalogue: every rule with its stable id and one line in each language.</summary>
    public static IReadOnlyList<RuleEntry> Catalogue { get; } =
    [
        new(
            SyntaxRule, "*",
            "A body is one JSON object in UTF-8: no field twice, no half surrogate pairs, at most 32 levels deep, at most 1,000 fields in any object, nothing behind it.",
            "请求体是一个 UTF-8 的 JSON 对象：字段不重复，代理项成对，嵌套不超过 32 层，每个对象最多 1000 个字段，其后没有多余内容。"),
        .. All.Concat<RuleText>(ElementRuleBook.All).DistinctBy(static rule => rule.Id).Select(static rule => rule.Entry),
    ];

    internal static Findings Check(Facts facts, Language language)
    {
        var findings = new Findings(language);
        foreach (var rule in All)
            rule.Check(facts, findings);
        return findings;
    }
}

/// <summary>One rule as <c>GET /v1/rules</c> shows it.</summary>
/// <param name="Id">Stable id, as in a violation.</param>
/// <param name="Field">The top-level field it is about; <c>*</c> for any.</param>
/// <param name="En">One line of English.</param>
/// <param name="Zh">One line of Chinese.</param>
public sealed record RuleEntry(string Id, string Field, string En, string Zh);

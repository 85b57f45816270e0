using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

/// <summary>All rules about a body, in the field order of the document.</summary>
public static class RuleBook
{
    private static readonly Rule[] All =
    [
        new ValueType(), new TextNul(),
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
        new CallbackUrlForm(), new ExternalTaskIdLength(),
    ];

    /// <summary>The catalogue: every rule with its stable id and one line in each language.</summary>
    public static IReadOnlyList<RuleEntry> Catalogue { get; } =
        Array.ConvertAll(All, static rule => new RuleEntry(rule.Id, rule.About, rule.English, rule.Chinese));

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

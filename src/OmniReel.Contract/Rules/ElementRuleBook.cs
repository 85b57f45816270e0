using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Rules;

/// <summary>All rules about bodies for elements.</summary>
internal static class ElementRuleBook
{
    private static readonly ElementIdGiven s_idGiven = new();

    private static readonly ElementRule[] s_creating =
    [
        new ElementShapes(), new ElementNul(), new ElementUrlNotAllowed(),
        new ElementNameRule(), new ElementNameLength(), new ElementDescriptionRule(), new ElementDescriptionLength(),
        new ReferenceTypeRequired(), new ReferenceTypeKnown(),
        new FrontalImageRequired(), new ReferImagesCount(), new ElementImageUrlRequired(), new ElementImageUrlForm(),
        new ReferVideosCount(), new ElementVideoUrlRequired(), new ElementVideoUrlForm(),
        new VoiceIdLength(), new TagsCount(), new TagKnown(),
        new ElementCallbackUrl(), new ElementExternalIdLength(), new ElementExternalIdForm(),
    ];

    /// <summary>Those of creating and deleting; some carry the id of a rule about films.</summary>
    public static IEnumerable<RuleText> All => s_creating.Append<RuleText>(s_idGiven);

    public static Findings Check(ElementFacts facts, Language language)
    {
        var findings = new Findings(language);
        foreach (var rule in s_creating)
            rule.Check(facts, findings);
        return findings;
    }

    public static void CheckDeletion(in Value elementId, Findings findings) => s_idGiven.Check(elementId, findings);
}

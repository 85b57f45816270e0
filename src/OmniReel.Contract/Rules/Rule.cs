namespace OmniReel.Contract.Rules;

/// <summary>A rule as the catalogue shows it.</summary>
/// <param name="id">Stable, snake_case.</param>
/// <param name="field">The top-level field it is about; <c>*</c> for any.</param>
/// <param name="english">One line for the catalogue.</param>
/// <param name="chinese">The same in Chinese.</param>
internal abstract class RuleText(string id, string field, string english, string chinese)
{
    public string Id { get; } = id;

    public string About { get; } = field;

    public string English { get; } = english;

    public string Chinese { get; } = chinese;

    public RuleEntry Entry => new(Id, About, English, Chinese);
}

/// <summary>One rule about the body of a film's request. It looks at the facts, never at other rules, and reports every place where it is broken.</summary>
internal abstract class Rule(string id, string field, string english, string chinese) : RuleText(id, field, english, chinese)
{
    public abstract void Check(Facts facts, Findings findings);
}

namespace OmniReel.Contract.Rules;

/// <summary>One rule about a body. It looks at the facts, never at other rules, and reports every place where it is broken.</summary>
/// <param name="id">Stable, snake_case.</param>
/// <param name="field">The top-level field it is about; <c>*</c> for any.</param>
/// <param name="english">One line for the catalogue.</param>
/// <param name="chinese">The same in Chinese.</param>
internal abstract class Rule(string id, string field, string english, string chinese)
{
    public string Id { get; } = id;

    public string About { get; } = field;

    public string English { get; } = english;

    public string Chinese { get; } = chinese;

    public abstract void Check(Facts facts, Findings findings);
}

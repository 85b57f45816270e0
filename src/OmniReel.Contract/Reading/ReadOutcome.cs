namespace OmniReel.Contract.Reading;

/// <summary>
/// What became of a body, whatever it asks for: accepted, refused by rules (<see cref="Violations"/>, never empty then), or not
/// readable as JSON at all (<see cref="SyntaxError"/>). A body that is not accepted answers 400 with code 1201.
/// </summary>
public abstract class ReadOutcome
{
    private protected ReadOutcome()
    {
    }

    /// <summary>Why the body is not one JSON object, in the caller's language; null when it is one.</summary>
    public string? SyntaxError { get; private protected init; }

    /// <summary>Every broken rule, in the field order of the document; empty when accepted or not readable.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; private protected init; } = [];

    /// <summary>The one line for the envelope: the syntax error or the first violation; empty when accepted.</summary>
    public string Message => SyntaxError ?? (Violations.Count > 0 ? Violations[0].Message : "");
}

using OmniReel.Contract.Reading;
using OmniReel.Contract.Rules;

namespace OmniReel.Contract.Answers;

/// <summary><c>data</c> of a refused body.</summary>
public sealed record ErrorData
{
    /// <summary>Every broken rule, in the field order of the document.</summary>
    public required IReadOnlyList<RuleViolation> Errors { get; init; }

    /// <summary>
    /// The errors of a body that was not accepted. One that is not JSON at all has a single error without a field, so that whoever
    /// lists errors always has one to show.
    /// </summary>
    public static ErrorData Of(ReadOutcome result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new() { Errors = result.SyntaxError is { } syntax ? [new("", RuleBook.SyntaxRule, syntax)] : result.Violations };
    }
}

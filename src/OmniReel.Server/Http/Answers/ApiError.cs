using OmniReel.Contract.Errors;
using OmniReel.Contract.Reading;
using OmniReel.Contract.Requests;

namespace OmniReel.Server.Http.Answers;

/// <summary>A refusal: the code of the envelope, and one line for the caller in both languages.</summary>
internal sealed record ApiError(ErrorCode Code, string English, string Chinese)
{
    /// <summary>The status of HTTP: the code's own, but for the few answers that HTTP has a better one for.</summary>
    public int Status { get; init; } = Code.HttpStatus();

    /// <summary>Seconds after which trying again may help; null when waiting does not help.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The field, header or parameter at fault and the stable id of what is wrong with it; null where none is.</summary>
    public (string Name, string Rule)? Field { get; init; }

    /// <summary>The line in one language.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>The refusal as one of a list of them; only where a field is at fault.</summary>
    public RuleViolation Violation(Language language) => new(Field!.Value.Name, Field.Value.Rule, In(language));
}

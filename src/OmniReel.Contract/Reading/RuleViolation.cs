namespace OmniReel.Contract.Reading;

/// <summary>One broken rule of a request body.</summary>
/// <param name="Field">Where, as sent: <c>duration</c>, <c>multi_prompt[1].duration</c>; positions count from zero.</param>
/// <param name="Rule">The rule's stable id, as in <c>GET /v1/rules</c>.</param>
/// <param name="Message">One line that begins with the field and says what is wrong and what would be right.</param>
public sealed record RuleViolation(string Field, string Rule, string Message);

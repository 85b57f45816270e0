using System.Diagnostics.CodeAnalysis;
using OmniReel.Contract.Requests;

namespace OmniReel.Contract.Reading;

/// <summary>
/// What became of a body: accepted (<see cref="Request"/>), refused by rules (<see cref="Violations"/>, never empty then), or not
/// readable as JSON at all (<see cref="SyntaxError"/>). A body that is not accepted answers 400 with code 1201.
/// </summary>
public sealed class ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>Whether the body is a request that breaks no rule.</summary>
    [MemberNotNullWhen(true, nameof(Request))]
    public bool IsAccepted => Request is not null;

    /// <summary>The request; null unless accepted.</summary>
    public VideoRequest? Request { get; private init; }

    /// <summary>Why the body is not one JSON object, in the caller's language; null when it is one.</summary>
    public string? SyntaxError { get; private init; }

    /// <summary>Every broken rule, in the field order of the document; empty when accepted or not readable.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; private init; } = [];

    /// <summary>The one line for the envelope: the syntax error or the first violation; empty when accepted.</summary>
    public string Message => SyntaxError ?? (Violations.Count > 0 ? Violations[0].Message : "");

    internal static ReadResult Accept(VideoRequest request) => new() { Request = request };

    internal static ReadResult Refuse(IReadOnlyList<RuleViolation> violations) => new() { Violations = violations };

    internal static ReadResult Unreadable(string message) => new() { SyntaxError = message };
}
